help
optimise
