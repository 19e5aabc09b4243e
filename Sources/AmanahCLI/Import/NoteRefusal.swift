import Admission
import Language

/// Rows whose note the ledger refused.
struct NoteRefusal {
  /// Rows of the file, first and last.
  let rows: ClosedRange<Int>
  /// The rows themselves; none when the note is about the list as a whole.
  let rowNumbers: Set<Int>
  let signers: [String]
  /// Why, in the words of admission.
  let reason: Bilingual
  let code: FindingCode?
}
