whatif
samples/steel-works
--as-of
2026-01
--shift-shares
sharp=0,peak=0,flat=5,valley=95
