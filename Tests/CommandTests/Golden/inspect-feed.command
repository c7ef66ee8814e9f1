inspect
Tests/CommandTests/Golden/feed/dock.xml
