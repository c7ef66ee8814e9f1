bill
samples/titanium-mill
--tariff
cn-hubei-two-part
--month
2013-01
--language
zh
