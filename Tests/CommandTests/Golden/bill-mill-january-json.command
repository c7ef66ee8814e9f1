bill
samples/titanium-mill
--month
2013-01
--format
json
