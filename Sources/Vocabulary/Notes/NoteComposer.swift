public import Cryptography
public import TransparencyLog

/// Where an author's chain stands, for composing the next note.
public struct AuthorChain: Hashable, Sendable {
  /// The number of the author's newest note; 0 before the first.
  public var sequence: UInt64
  /// Its text digest; `Digest.zero` before the first.
  public var head: Digest

  /// The author's newest note.
  public init(sequence: UInt64 = 0, head: Digest = .zero) {
    self.sequence = sequence
    self.head = head
  }
}

/// Composes and signs an author's notes, one after the other.
public struct NoteComposer: Sendable {
  private let origin: String
  private let author: SignerKey
  private let cosigners: [SignerKey]
  /// Where the chain stands after the notes composed so far.
  public private(set) var chain: AuthorChain

  /// A composer for `author`, whose chain stands at `chain`.
  public init(origin: String, author: SignerKey, cosigners: [SignerKey] = [], chain: AuthorChain) {
    self.origin = origin
    self.author = author
    self.cosigners = cosigners
    self.chain = chain
  }

  /// The next note with these event lines, and moves the chain on.
  ///
  /// - Throws: `AuthorNoteError`; the chain stays where it was.
  public mutating func compose(
    lines: [EventLine], signedAt: Timestamp, seen: Head? = nil
  ) throws(AuthorNoteError) -> [UInt8] {
    let header = AuthorNote.Header(
      ledger: origin, author: author.name.text, sequence: chain.sequence + 1, previous: chain.head, seen: seen,
      signedAt: signedAt)
    let draft = try AuthorNote.Draft(header: header, lines: lines)
    let note = try draft.signed(by: author, cosigners: cosigners)
    chain = AuthorChain(sequence: chain.sequence + 1, head: draft.textDigest)
    return note
  }
}
