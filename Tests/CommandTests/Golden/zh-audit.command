audit
samples/steel-works
--as-of
2026-01
--language
zh
