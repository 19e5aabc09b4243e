public import Admission
import Intake
public import Vocabulary

/// Rows that did not get into the ledger, and why.
public struct RowRefusal: Sendable {
  /// Why rows that could be read are not recorded.
  public enum Cause: Sendable {
    /// The ledger refused their note, or would have.
    case refused(Refusal)
    /// A key that signs them is missing or cannot be opened.
    case key(LedgerError)
    /// Their note cannot be made.
    case note(AuthorNoteError)
    /// Their event cannot be written.
    case event(EventError)
  }

  /// The rows of the file, from 1; none where it is about the list as a whole.
  public let rows: Set<Int>
  /// The first and the last of them; 0 where there are none.
  public let span: ClosedRange<Int>
  /// Names of the keys that were to sign, the author's first.
  public let signers: [String]
  public let cause: Cause
  /// The code of SPEC 7.1, where the ledger refused.
  public let code: FindingCode?

  /// The rows of drafts that share a cause.
  init(_ drafts: [DraftEvent], _ cause: Cause) {
    self.init(rows: drafts.map(\.row), signers: drafts.first?.signers ?? [], cause)
  }

  init(rows numbers: [Int], signers: [String], _ cause: Cause) {
    rows = Set(numbers).subtracting([0])
    span = (numbers.min() ?? 0)...(numbers.max() ?? 0)
    self.signers = signers
    self.cause = cause
    // Kept, not computed: Swift 6.3.1 fails to compile the optimised command line where this is inlined into another module.
    code = if case .refused(let refusal) = cause { refusal.code } else { nil }
  }
}

extension [RowRefusal] {
  /// The rows of all of them.
  public var rows: Set<Int> { reduce(into: []) { $0.formUnion($1.rows) } }
}
