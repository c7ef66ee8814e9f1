check
--language
zh
