audit
samples/steel-works
--as-of
2026-01
