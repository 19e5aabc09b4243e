import Admission
import Cryptography
import TransparencyLog
import Vocabulary

/// What the next entry builds on: everything that a writer knows of a ledger.
struct LedgerTail {
  /// Who may sign what, after the last entry.
  var authority: Authority
  /// The newest signed checkpoint; nil before the first entry.
  var head: SignedCheckpoint?
  var builder: TileBuilder
  /// The leaf hash of the last entry.
  var previous: Digest
  var lastRecordedAt: RecordedTime?
  /// Roots at sizes that authors have seen, once they were looked up.
  var seenRoots: [TreeSize: Digest] = [:]

  /// When an entry that is recorded at `now` says that it was: times never go back (SPEC 4).
  func recordedAt(_ now: RecordedTime) -> RecordedTime { lastRecordedAt.map { max($0, now) } ?? now }
}
