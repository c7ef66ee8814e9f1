whatif
samples/titanium-mill
--transformers
10000
--shift-shares
sharp=5,peak=25,flat=20,valley=50
