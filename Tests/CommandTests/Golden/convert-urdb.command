convert
urdb
Tests/CommandTests/Golden/urdb/rate.json
