whatif
samples/steel-works
--as-of
2026-01
--power-factor
0.97
