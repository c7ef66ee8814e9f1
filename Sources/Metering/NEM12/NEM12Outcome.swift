import Documents

/// What became of the records of a NEM12 file.
struct NEM12Outcome {
  let channels: [NEM12Channel]
  let notes: [NEM12Note]
  let faults: DiagnosticCollector
}
