/// Reads the relations of a part.
final class RelationsHandler: MarkupHandler {

  private(set) var relations: [PackageRelation] = []

  private let relationship: MarkupName
  private let id: MarkupName
  private let type: MarkupName
  private let target: MarkupName
  private let mode: MarkupName

  init(_ stream: MarkupStream) {
    relationship = stream.name("Relationship")
    id = stream.name("Id")
    type = stream.name("Type")
    target = stream.name("Target")
    mode = stream.name("TargetMode")
  }

  func elementStarted(_ element: MarkupStart, in stream: MarkupStream) {
    guard element.name == relationship, element.text(mode) != "External",
      let id = element.text(id), let type = element.text(type), let target = element.text(target)
    else { return }
    let kind = type.split(separator: "/").last.map(String.init) ?? ""
    relations.append(PackageRelation(id: id, kind: kind, target: target))
  }

  func elementEnded(_ name: MarkupName, namespace: MarkupName?, in stream: MarkupStream) {}

  func characters(_ bytes: UnsafeBufferPointer<UInt8>, in stream: MarkupStream) {}
}
