whatif
samples/steel-works
--as-of
2026-01
--contract-demand
3150
--language
zh
