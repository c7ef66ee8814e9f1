/// What the headings of a wide file's intervals say of their moments.
enum SlotMarks: Sendable, Hashable {
  /// Numbers: the first is that of the day's first interval.
  case numbers
  /// Clock times from 0:00 on.
  case starts
  /// Clock times up to 24:00.
  case ends
  /// Numbers of dial readings, `R1` to `R96`: the headings leave open whether the first was taken
  /// at 0:00 or at the end of the first interval.
  case readings
}
