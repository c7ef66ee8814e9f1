screen
samples/alloy-segment
