optimise
samples/titanium-mill
--keep
transformers
--keep
method,contract,tariff,compensation
