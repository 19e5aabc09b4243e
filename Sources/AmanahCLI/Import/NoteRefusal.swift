import Compliance

/// Rows whose note the ledger refused.
struct NoteRefusal {
  /// Rows of the file, first and last.
  let rows: ClosedRange<Int>
  let signers: [String]
  /// Why, in the words of admission.
  let reason: String
  let code: FindingCode?
}
