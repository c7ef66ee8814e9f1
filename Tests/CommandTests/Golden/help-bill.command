bill
--help
