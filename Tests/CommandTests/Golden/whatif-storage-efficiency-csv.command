whatif
samples/titanium-mill-intervals
--storage
1000:250
--efficiency
80
--format
csv
