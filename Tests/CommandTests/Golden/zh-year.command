bill
samples/titanium-mill
--language
zh
