import Use

/// The use after a lever that was fitted to it.
struct FittedUse {
  let use: MeteredUse
  let detail: LeverDetail

  init(_ use: MeteredUse, _ detail: LeverDetail = .none) {
    self.use = use
    self.detail = detail
  }
}
