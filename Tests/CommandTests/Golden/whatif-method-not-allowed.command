whatif
samples/titanium-mill
--basic-charge
actual-demand
