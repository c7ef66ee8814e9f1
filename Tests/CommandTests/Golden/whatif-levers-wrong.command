whatif
samples/titanium-mill
--transformers
20 MVA
