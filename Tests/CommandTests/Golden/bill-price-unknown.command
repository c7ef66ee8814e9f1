bill
samples/steel-works
--as-of
2026-01
--price
purchse=0.3
