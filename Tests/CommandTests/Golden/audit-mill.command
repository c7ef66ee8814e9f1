audit
samples/titanium-mill
