public import Cryptography

/// What an author signs: a header and 1 to 256 events, as the text of a C2SP signed note (SPEC 3).
///
///     amanah/note/v1
///     <header>
///     <event>
///     ...
public enum AuthorNote {
  /// Line 1, which no other signed or hashed text of this program begins with.
  public static let domain = "amanah/note/v1"
  /// How many events a note holds.
  public static let eventCounts = 1...256
  /// How many signature lines a note has, the author's included.
  public static let signatureCounts = 1...16

  /// Line 2: binds the note to one ledger, to its author's own chain, and to a checkpoint that the author had seen.
  public struct Header: Hashable, Sendable {
    /// The origin of the ledger that the note is meant for.
    public var ledger: String
    /// The name of the author's key.
    public var author: String
    /// 1 for the author's first note, then one more each time.
    public var sequence: UInt64
    /// The text digest of the author's previous note; ``Digest/zero`` when the sequence is 1.
    public var previous: Digest
    /// A checkpoint of the ledger that the author had seen: the note is not older.
    public var seen: Head?
    /// When it was signed, as claimed.
    public var signedAt: Timestamp

    /// Checks nothing: ``Draft`` refuses a header that could not be read again.
    public init(
      ledger: String, author: String, sequence: UInt64, previous: Digest, seen: Head? = nil, signedAt: Timestamp
    ) {
      self.ledger = ledger
      self.author = author
      self.sequence = sequence
      self.previous = previous
      self.seen = seen
      self.signedAt = signedAt
    }
  }
}
