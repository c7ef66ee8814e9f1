tariffs
