optimise
Tests/CommandTests/Golden/two-transformers
--as-of
2026-01
