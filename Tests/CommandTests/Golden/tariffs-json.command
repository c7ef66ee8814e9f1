tariffs
--format
json
--on
2026-01-15
