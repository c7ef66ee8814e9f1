whatif
samples/steel-works
--as-of
2026-01
--storage
2000:500
--contract-demand
optimal
