optimise
samples/titanium-mill
