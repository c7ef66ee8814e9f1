tariffs
--area
cn-guangdong
--on
2026-09-15
--language
zh
