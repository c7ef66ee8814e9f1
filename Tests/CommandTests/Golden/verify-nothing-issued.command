verify
samples/titanium-mill
