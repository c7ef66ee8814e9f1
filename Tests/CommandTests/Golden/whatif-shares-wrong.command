whatif
samples/titanium-mill
--shift-shares
sharp=5,peak=25,flat=20,valley=51
