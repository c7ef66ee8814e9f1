bill
--month
2026-01
--kwh
peak=1234元
--tariff
cn-hubei-two-part
