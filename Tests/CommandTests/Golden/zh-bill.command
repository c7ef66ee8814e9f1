bill
samples/steel-works
--as-of
2026-01
--month
2025-07
--language
zh
