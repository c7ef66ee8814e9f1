"""Reads every value of a workbook with openpyxl in read-only mode and adds the numbers up."""

import sys

import openpyxl

book = openpyxl.load_workbook(sys.argv[1], read_only=True, data_only=True)
rows = total = 0
for sheet in book.worksheets:
    for row in sheet.iter_rows(values_only=True):
        rows += 1
        for value in row:
            if isinstance(value, (int, float)):
                total += value
print(rows, total)
