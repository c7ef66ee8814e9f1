whatif
samples/steel-works
--as-of
2026-01
--batch
furnace=100:240@09:00,00:00-24:00,weekdays
