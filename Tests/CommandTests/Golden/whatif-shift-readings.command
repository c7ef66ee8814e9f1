whatif
samples/titanium-mill
--shift-flexible
15
