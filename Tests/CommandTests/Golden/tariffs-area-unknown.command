tariffs
--area
cn-hubie
