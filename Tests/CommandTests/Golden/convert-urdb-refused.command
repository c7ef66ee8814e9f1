convert
urdb
Tests/CommandTests/Golden/urdb/refused.json
--zone
America/Chicago
