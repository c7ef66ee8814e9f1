#!/usr/bin/env python3
"""Writes a workbook of a leap year of quarter hours with ten columns, as one sheet of inline strings.

    python3 generate.py BOOK.xlsx
"""

import sys
import zipfile

ROWS = 366 * 96
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"

PARTS = {
    "[Content_Types].xml": "<Types xmlns='http://schemas.openxmlformats.org/package/2006/"
    "content-types'><Default Extension='rels' ContentType='application/vnd.openxmlformats-package."
    "relationships+xml'/><Default Extension='xml' ContentType='application/xml'/><Override "
    "PartName='/xl/workbook.xml' ContentType='application/vnd.openxmlformats-officedocument."
    "spreadsheetml.sheet.main+xml'/><Override PartName='/xl/worksheets/sheet1.xml' ContentType='"
    "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'/><Override "
    "PartName='/xl/styles.xml' ContentType='application/vnd.openxmlformats-officedocument."
    "spreadsheetml.styles+xml'/></Types>",
    "_rels/.rels": f"<Relationships xmlns='{PACKAGE}'><Relationship Id='rId1' Type='{RELATIONS}/"
    "officeDocument' Target='xl/workbook.xml'/></Relationships>",
    "xl/workbook.xml": f"<workbook xmlns='{MAIN}' xmlns:r='{RELATIONS}'><sheets><sheet "
    "name='Load' sheetId='1' r:id='rId1'/></sheets></workbook>",
    "xl/_rels/workbook.xml.rels": f"<Relationships xmlns='{PACKAGE}'><Relationship Id='rId1' "
    f"Type='{RELATIONS}/worksheet' Target='worksheets/sheet1.xml'/><Relationship Id='rId2' "
    f"Type='{RELATIONS}/styles' Target='styles.xml'/></Relationships>",
    "xl/styles.xml": f"<styleSheet xmlns='{MAIN}'><fonts><font/></fonts><fills><fill><patternFill/></fill></fills>"
    "<borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf numFmtId='0'/>"
    "<xf numFmtId='22' applyNumberFormat='1'/></cellXfs></styleSheet>",
}


def sheet():
    yield f"<worksheet xmlns='{MAIN}'><sheetData><row r='1'>"
    headings = ["timestamp"] + [f"part {index}" for index in range(1, 9)] + ["kw"]
    for column, heading in zip("ABCDEFGHIJ", headings):
        yield f"<c r='{column}1' t='inlineStr'><is><t>{heading}</t></is></c>"
    yield "</row>"
    for row in range(ROWS):
        number = row + 2
        yield f"<row r='{number}'><c r='A{number}' s='1' t='n'><v>{43831 + row / 96}</v></c>"
        for index, column in enumerate("BCDEFGHIJ"):
            yield f"<c r='{column}{number}' t='n'><v>{(row * 7 + index * 131) % 9973}</v></c>"
        yield "</row>"
    yield "</sheetData></worksheet>"


def main():
    with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as book:
        for name, text in PARTS.items():
            book.writestr(name, text)
        with book.open("xl/worksheets/sheet1.xml", "w") as part:
            for piece in sheet():
                part.write(piece.encode())


if __name__ == "__main__":
    main()
