bill
Tests/CommandTests/Golden/two-accounts
