verify
Tests/CommandTests/Golden/issued
--language
zh
