import Admission
import TransparencyLog
public import Vocabulary

extension LedgerWriter {
  /// Where the ledger stands for whoever prepares notes: who may sign what, and what the next notes build on.
  struct Standing: Sendable {
    fileprivate let authority: Authority
    /// When an entry that was recorded now would say that it was; nil where the clock is out of range.
    fileprivate let recordedAt: RecordedTime?
    /// The newest checkpoint, which the next notes have seen; nil before the first entry.
    let seen: Head?

    /// Where an author's chain stands.
    func chain(of author: String) -> AuthorChain { AuthorChain(authority, of: author) }

    /// Why a note that these keys sign now would be refused because of one of them, or nil.
    func lackOfStanding(ofSigners names: [String]) -> Refusal? {
      recordedAt.flatMap { authority.lackOfStanding(ofSigners: names, recordedAt: $0) }
    }

    /// Why an event that `author` signs now would be refused for want of a grant, or nil.
    func lackOfGrant(for event: Event, author: String) -> Refusal? {
      recordedAt.flatMap { authority.lackOfGrant(for: event, author: author, recordedAt: $0) }
    }
  }

  /// Where the ledger stands now. What is recorded later makes it old.
  var standing: Standing {
    let seen = head.map { Head(size: Int($0.checkpoint.size.rawValue), root: $0.checkpoint.root) }
    return Standing(authority: authority, recordedAt: nextRecordedAt, seen: seen)
  }

  /// Where an author's chain stands in the ledger.
  public func chain(of author: String) -> AuthorChain { AuthorChain(authority, of: author) }
}

extension AuthorChain {
  fileprivate init(_ authority: Authority, of author: String) {
    self = authority.key(named: author).map { AuthorChain(sequence: $0.sequence, head: $0.head) } ?? AuthorChain()
  }
}
