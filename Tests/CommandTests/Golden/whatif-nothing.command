whatif
samples/titanium-mill
