whatif
samples/steel-works
--as-of
2026-01
--pause
T9:2025-02-01..2025-03-01
