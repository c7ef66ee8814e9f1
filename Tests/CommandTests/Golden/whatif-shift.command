whatif
samples/titanium-mill-intervals
--shift-flexible
15
--shift-ceiling
3000
