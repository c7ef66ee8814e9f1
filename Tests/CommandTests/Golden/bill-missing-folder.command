bill
samples/nothing-here
