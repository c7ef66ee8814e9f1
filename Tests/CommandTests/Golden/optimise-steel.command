optimise
samples/steel-works
--as-of
2026-01
--shift-flexible
10
--cost-per-kvar
80
