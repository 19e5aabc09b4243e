public import Cryptography
public import TransparencyLog
public import Vocabulary

/// Who may sign what, and where each author's chain stands, after the first `position` entries: the one implementation of
/// admission (SPEC 7), used by the writer before it records and by the audit afterwards.
///
/// Pure: the same notes in the same order lead to the same state and the same refusals.
public struct Authority: Sendable {
  /// The name of the ledger and of its log key.
  public let origin: String
  /// The log key that must stand in `ledger.opened`, when the caller knows it.
  public let expectedLogKey: VerifierKey?
  /// The public keys, for preparing notes.
  public internal(set) var directory = KeyDirectory()
  /// The keys in the order in which they became known.
  public internal(set) var keys: [KnownKey] = []
  var byName: [String: Int] = [:]
  /// Whether the genesis note was admitted.
  public internal(set) var isOpen = false
  /// What `ledger.opened` said.
  public internal(set) var opening: LedgerOpened?

  /// The authority of an empty ledger.
  public init(origin: String, expectedLogKey: VerifierKey? = nil) {
    self.origin = origin
    self.expectedLogKey = expectedLogKey
  }

  /// The key of this name, or nil.
  public func key(named name: String) -> KnownKey? { byName[name].map { keys[$0] } }

  /// Puts an author's chain where a store's index says it stands, for a writer that starts without reading every note.
  public mutating func restoreChain(author: String, sequence: UInt64, head: Digest) {
    guard let index = byName[author] else { return }
    keys[index].sequence = sequence
    keys[index].head = head
  }
}

/// A note that may become the next entry, with what changes when it does.
public struct AdmittedNote: Sendable {
  /// The entry that it is, or becomes once it is durable.
  public let entry: RecordedEntry
  /// Whether the note opens the ledger, or grants or revokes a key.
  public let isGovernance: Bool
  /// The name of the author's key.
  public let author: String
  /// The number of the note in the author's chain, from 1.
  public let sequence: UInt64
}

extension Authority {
  /// Judges a note as the entry at `position`, recorded at `recordedAt`, and makes its grants, revocations and place in the
  /// author's chain hold from the next position on.
  ///
  /// - Parameters:
  ///   - bytes: the bytes that `prepared` was made from.
  ///   - hasRoot: whether a size (at most `position`) of this ledger has a root.
  /// - Throws: the first refusal in the order of SPEC 7.1; nothing has changed then.
  public mutating func admit(
    _ prepared: PreparedNote, bytes: UnsafeRawBufferPointer, position: Position, recordedAt: RecordedTime,
    hasRoot: (Head) -> Bool
  ) throws(Refusal) -> AdmittedNote {
    let note = prepared.note
    guard note.header.ledger == origin else {
      throw Refusal(.noteLedger, "expected a note for \(origin), found one for another ledger")
    }
    guard isOpen || position == .first else { throw Refusal(.genesisMissing, "expected ledger.opened at position 0") }
    let signers: [Int]
    if position == .first {
      signers = try unsafe admitGenesis(prepared, bytes: bytes)
    } else {
      signers = try unsafe checkSignatures(prepared, bytes: bytes, recordedAt: recordedAt)
    }
    guard let author = signers.first else { throw Refusal(.signatureAuthor, "expected the author's signature, found none") }
    do {
      try checkChain(note.header, of: keys[author])
      try checkSeen(note.header, position: position, hasRoot: hasRoot)
      let events = try prepared.events.get()
      var isGovernance = position == .first
      if position > .first { isGovernance = try judge(events, author: author, recordedAt: recordedAt) }
      keys[author].sequence = note.header.sequence
      keys[author].head = prepared.textDigest
      // A closure over self would copy it whole.
      var names: [String] = []
      names.reserveCapacity(signers.count)
      for signer in signers { names.append(keys[signer].name) }
      return AdmittedNote(
        entry: RecordedEntry(position: position, recordedAt: recordedAt, signers: names, events: events),
        isGovernance: isGovernance, author: keys[author].name, sequence: note.header.sequence)
    } catch {
      // The genesis note has made its governors known already; a refused one leaves an empty ledger behind.
      if position == .first { self = Authority(origin: origin, expectedLogKey: expectedLogKey) }
      throw error
    }
  }

  private func checkChain(_ note: AuthorNote.Header, of author: KnownKey) throws(Refusal) {
    let expected = author.sequence + 1
    guard note.sequence <= expected else {
      throw Refusal(.authorGap, "expected note \(expected) of \(author.name), found note \(note.sequence)")
    }
    guard note.sequence == expected else {
      throw Refusal(.authorFork, "expected note \(expected) of \(author.name), found another note \(note.sequence)")
    }
    guard note.previous == author.head else {
      throw Refusal(
        .authorPrevious, "expected previous \(author.head.base64) (note \(author.sequence)), found \(note.previous.base64)")
    }
  }

  private func checkSeen(_ note: AuthorNote.Header, position: Position, hasRoot: (Head) -> Bool) throws(Refusal) {
    guard let seen = note.seen else { return }
    guard TreeSize(seen).end <= position else {
      throw Refusal(.seenFuture, "expected a seen size of at most \(position), found \(seen.size)")
    }
    guard hasRoot(seen) else {
      throw Refusal(.seenRoot, "the root seen at size \(seen.size) is not this ledger's")
    }
  }
}
