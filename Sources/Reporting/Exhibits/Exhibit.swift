/// A part of a report: a picture, the table with every figure in it, and what they say.
struct Exhibit: Sendable {
  /// A name that no other part of the report has; the place to which links lead.
  let id: String
  let title: String
  /// Paragraphs above the picture.
  let text: [String]
  /// Pictures of the tables' figures as SVG, each with a heading of its own or none.
  var pictures: [(heading: String, svg: String)] = []
  /// The figures.
  var tables: [ReportTable] = []
  /// Paragraphs below.
  var notes: [String] = []
  /// A chart of the first table for a workbook.
  var chart: ExhibitChart?
}
