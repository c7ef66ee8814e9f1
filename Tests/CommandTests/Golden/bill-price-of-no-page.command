bill
samples/titanium-mill
--price
purchase=0.3
