bill
Tests/CommandTests/Golden/holes
--format
json
