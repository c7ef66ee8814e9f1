audit
samples/alloy-segment
--account
AL-05
--peers
samples/alloy-segment
