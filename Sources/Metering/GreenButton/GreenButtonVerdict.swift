import Quantities

/// Whether a channel can be billed as electricity.
enum GreenButtonVerdict {
  case used(measure: SeriesMeasure, direction: FlowDirection, unit: String, scale: GreenButtonScale)
  /// The channel is something else, which does not put the others in doubt.
  case leftOut(channel: String, reason: Message)
  /// The file contradicts itself, or says what ESPI does not know.
  case refused(code: String, message: Message, hint: Message?)
}
