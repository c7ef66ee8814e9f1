/// The texts and pages answers are made of: files of this folder, embedded in the program.
///
/// They are a target of their own, so that they are compiled only when one of them has changed.
package enum Catalogue {
  /// Phrases by key in English, as a JSON object.
  package static var english: [UInt8] { PackageResources.en_json }
  /// Phrases by key in Chinese, as a JSON object.
  package static var chinese: [UInt8] { PackageResources.zh_json }
  /// The Chinese form of each sentence by its English format, as a JSON object.
  package static var chineseMessages: [UInt8] { PackageResources.messages_zh_json }
  /// The template of an audit as a page.
  package static var auditPage: [UInt8] { PackageResources.audit_mustache }
  /// The template of a section of a page: a picture, its table and notes.
  package static var exhibit: [UInt8] { PackageResources.exhibit_mustache }
  /// The template of a table of a page.
  package static var table: [UInt8] { PackageResources.table_mustache }
  /// The template of a screening as a page.
  package static var screenPage: [UInt8] { PackageResources.screen_mustache }
  /// The script that sorts the rows of a page's table.
  package static var sortScript: [UInt8] { PackageResources.sort_js }
  /// How pages look, on a screen and on paper.
  package static var style: [UInt8] { PackageResources.style_css }
}
