verify
Tests/CommandTests/Golden/issued
