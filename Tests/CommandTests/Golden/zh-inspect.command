inspect
Tests/CommandTests/Golden/holes/load.csv
--language
zh
