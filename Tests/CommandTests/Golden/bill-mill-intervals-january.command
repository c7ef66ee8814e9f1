bill
samples/titanium-mill-intervals
--month
2013-01
