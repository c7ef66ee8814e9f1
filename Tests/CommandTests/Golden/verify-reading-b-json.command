verify
Tests/CommandTests/Golden/issued
--format
json
