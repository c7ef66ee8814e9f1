bill
samples/titanium-mill
--account
X
