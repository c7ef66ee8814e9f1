/// A line of a part's relations: what it leads to, and as what.
struct PackageRelation: Sendable, Hashable {

  let id: String

  /// What the other part is: the last step of the relation's type, such as `worksheet`, which is the
  /// same in transitional and strict files.
  let kind: String

  let target: String
}
