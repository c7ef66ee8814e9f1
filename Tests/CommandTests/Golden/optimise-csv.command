optimise
samples/titanium-mill
--format
csv
