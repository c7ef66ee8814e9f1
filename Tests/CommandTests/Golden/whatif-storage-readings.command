whatif
samples/titanium-mill
--storage
2000:500
