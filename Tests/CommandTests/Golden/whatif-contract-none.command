whatif
samples/steel-works
--as-of
2026-01
--basic-charge
capacity
--contract-demand
optimal
