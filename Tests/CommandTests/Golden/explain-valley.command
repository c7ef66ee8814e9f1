explain
samples/titanium-mill
--month
2013-01
--charge
energy/valley
