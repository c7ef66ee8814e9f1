/// The names of the elements and attributes of a sheet.
struct SheetNames {

  let data: MarkupName
  let row: MarkupName
  let cell: MarkupName
  let value: MarkupName
  let content: MarkupName
  let formula: MarkupName
  let phonetic: MarkupName
  let reference: MarkupName
  let style: MarkupName
  let type: MarkupName

  init(_ stream: MarkupStream) {
    data = stream.name("sheetData")
    row = stream.name("row")
    cell = stream.name("c")
    value = stream.name("v")
    content = stream.name("t")
    formula = stream.name("f")
    phonetic = stream.name("rPh")
    reference = stream.name("r")
    style = stream.name("s")
    type = stream.name("t")
  }
}
