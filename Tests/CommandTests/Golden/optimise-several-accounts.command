optimise
Tests/CommandTests/Golden/two-accounts
