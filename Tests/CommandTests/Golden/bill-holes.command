bill
Tests/CommandTests/Golden/holes
