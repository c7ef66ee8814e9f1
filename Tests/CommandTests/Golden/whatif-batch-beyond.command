whatif
samples/steel-works
--as-of
2026-01
--batch
furnace=3000:240@00:00,00:00-24:00
