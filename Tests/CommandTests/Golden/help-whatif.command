help
whatif
