optimise
samples/titanium-mill
--keep
transformers
--keep
pauses,method,contract,tariff,compensation
