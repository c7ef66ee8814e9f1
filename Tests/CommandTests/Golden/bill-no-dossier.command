bill
