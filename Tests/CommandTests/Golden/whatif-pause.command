whatif
samples/steel-works
--as-of
2026-01
--basic-charge
capacity
--pause
1250:2025-02-01..2025-03-01
