bill
samples/titanium-mill
--tariff
cn-hubei-two-parts
