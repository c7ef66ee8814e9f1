bill
samples/titanium-mill
