optimise
samples/titanium-mill
--spare-one
--keep
tariff
