optimise
samples/titanium-mill
--format
json
