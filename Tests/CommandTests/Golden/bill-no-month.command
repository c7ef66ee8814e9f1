bill
samples/titanium-mill
--month
2014-01
