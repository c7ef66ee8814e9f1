/// A code of the readers of files, archives, workbooks, texts and markup that a load file can run
/// into.
///
/// Not among them are those for which no broken file can be kept: `file-unreadable`,
/// `file-too-large` and `out-of-memory`.
enum SharedFaultCode: String, CaseIterable {
  case fileNotFound = "file-not-found"
  case fileIsFolder = "file-is-folder"
  case notText = "not-text"
  case wrongEncoding = "wrong-encoding"
  case archiveDamaged = "archive-damaged"
  case archiveDuplicate = "archive-duplicate"
  case archiveEncrypted = "archive-encrypted"
  case archiveMembers = "archive-members"
  case archiveMethod = "archive-method"
  case archiveTooLarge = "archive-too-large"
  case notWorkbook = "not-workbook"
  case workbook
  case workbookCell = "workbook-cell"
  case workbookSheet = "workbook-sheet"
  case controlCharacter = "control-character"
  case doctype
  case documentEnd = "document-end"
  case duplicateAttribute = "duplicate-attribute"
  case loneAmpersand = "lone-ampersand"
  case loneLessThan = "lone-less-than"
  case misplacedDeclaration = "misplaced-declaration"
  case missingBlank = "missing-blank"
  case missingGreaterThan = "missing-greater-than"
  case missingQuote = "missing-quote"
  case notWellFormed = "not-well-formed"
  case secondRoot = "second-root"
  case tagTooLong = "tag-too-long"
  case textTooLong = "text-too-long"
  case tooDeep = "too-deep"
  case tooManyAttributes = "too-many-attributes"
  case unknownPrefix = "unknown-prefix"
  case unknownReference = "unknown-reference"
  case unmatchedEndTag = "unmatched-end-tag"

  /// One sentence on what it tells.
  var summary: String {
    switch self {
    case .fileNotFound: "There is no such file."
    case .fileIsFolder: "A folder was given where a file is expected."
    case .notText: "The file is of a kind that holds no table, such as a PDF."
    case .wrongEncoding: "The bytes are no text in the encoding that they are said to be in."
    case .archiveDamaged: "The archive is cut off or damaged."
    case .archiveDuplicate: "Two parts of the archive have one name."
    case .archiveEncrypted: "The archive asks for a password."
    case .archiveMembers: "The archive holds no text, or several."
    case .archiveMethod: "The archive is packed in a way that is not read."
    case .archiveTooLarge: "The archive becomes larger than any load file when it is unpacked."
    case .notWorkbook: "The file is named like a workbook but is something else."
    case .workbook: "A part of the workbook is missing or says nothing of sheets."
    case .workbookCell: "A cell of the sheet cannot be read."
    case .workbookSheet: "The sheet is not in the workbook, or it is not clear which is meant."
    case .controlCharacter: "The XML holds a character that no XML may hold."
    case .doctype: "The XML has a document type declaration."
    case .documentEnd: "The XML breaks off."
    case .duplicateAttribute: "An attribute stands twice in one tag."
    case .loneAmpersand: "An & is not written as a reference."
    case .loneLessThan: "A < stands in the value of an attribute."
    case .misplacedDeclaration: "Something stands before the declaration <?xml."
    case .missingBlank: "Two attributes are not separated."
    case .missingGreaterThan: "A tag is not closed."
    case .missingQuote: "The value of an attribute has no quotation marks."
    case .notWellFormed: "The XML breaks another of its rules."
    case .secondRoot: "A second document follows in the same file."
    case .tagTooLong: "A tag is longer than in any real file."
    case .textTooLong: "A text is longer than in any real file."
    case .tooDeep: "Elements stand deeper in one another than in any real file."
    case .tooManyAttributes: "An element has more attributes than in any real file."
    case .unknownPrefix: "A prefix is not declared."
    case .unknownReference: "A reference is none of those that XML knows."
    case .unmatchedEndTag: "An end tag does not fit the element that is open."
    }
  }
}
