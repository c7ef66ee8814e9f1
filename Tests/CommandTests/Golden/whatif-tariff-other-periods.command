whatif
samples/titanium-mill
--as-of
2026-01
--tariff
cn-hubei-two-part
