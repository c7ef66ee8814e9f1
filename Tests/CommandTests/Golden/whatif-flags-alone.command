whatif
samples/titanium-mill
--shift-ceiling
3000
--shift-limit=-5
--efficiency
85
