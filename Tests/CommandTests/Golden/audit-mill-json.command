audit
samples/titanium-mill
--format
json
