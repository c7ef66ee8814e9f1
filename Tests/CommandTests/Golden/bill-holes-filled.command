bill
Tests/CommandTests/Golden/holes
--fill
linear:2h
--fill
like-day:4w
