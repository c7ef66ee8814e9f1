tariffs
--area
cn-hainan
--format
json
