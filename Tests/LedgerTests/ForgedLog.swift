import Compliance
import Cryptography
import Ledger
import LedgerStore
import TransparencyLog
import Vocabulary

/// A log in the hands of whoever keeps it: notes and times may be changed at will, and everything that hangs on them made anew,
/// with the log's true key. Authors' keys are not the keeper's.
struct ForgedLog {
  /// What an entry is made of, besides what follows from its place.
  struct Item {
    var recordedAt: RecordedTime
    var note: [UInt8]
  }

  var items: [Item]
  /// Signs checkpoints.
  let log: SignerKey

  /// The log that `entries` are.
  init(entries: [[UInt8]], log: SignerKey) throws {
    items = try entries.map { entry in
      let parts = try UnverifiedEntry(parsing: entry)
      return Item(recordedAt: parts.recordedAt, note: Array(entry[parts.note]))
    }
    self.log = log
  }

  /// The entries with positions and previous hashes as the places demand.
  func entries() throws -> [[UInt8]] {
    var previous = Digest.zero
    return try items.enumerated().map { position, item in
      let entry = try Entry.encode(
        position: Position(UInt64(position)), recordedAt: item.recordedAt, previous: previous, note: item.note)
      previous = MerkleHash.leaf(entry)
      return entry
    }
  }

  /// The root of the first `size` of `entries`, all of them by default.
  static func root(_ entries: [[UInt8]], size: Int? = nil) -> Digest {
    var tree = CompactTree()
    for entry in entries.prefix(size ?? entries.count) { tree.append(MerkleHash.leaf(entry)) }
    return tree.root
  }

  /// A checkpoint of `entries` by the log's true key.
  func checkpoint(_ entries: [[UInt8]]) throws -> [UInt8] {
    try Checkpoint(origin: log.name, size: TreeSize(UInt64(entries.count)), root: Self.root(entries)).sign(with: log).bytes
  }

  /// Everything made anew: positions, hashes, checkpoint.
  func source() throws -> MemorySource {
    let entries = try entries()
    return MemorySource(entries: entries, checkpoint: try checkpoint(entries))
  }

  /// Where an author's chain stands.
  func chain(of author: SignerKey) throws -> AuthorChain {
    var chain = AuthorChain()
    for item in items {
      let note = try UnverifiedAuthorNote(parsing: item.note)
      guard note.header.author == author.name.text else { continue }
      chain = AuthorChain(sequence: note.header.sequence, head: note.textDigest(in: item.note))
    }
    return chain
  }

  /// A note by `author`, next in the chain unless another is given.
  func note(
    _ bodies: EventBody..., by author: SignerKey, cosigners: [SignerKey] = [], chain: AuthorChain? = nil, seen: Head? = nil,
    origin: String = Town.origin
  ) throws -> [UInt8] {
    var composer = NoteComposer(
      origin: origin, author: author, cosigners: cosigners, chain: try chain ?? self.chain(of: author))
    let lines = try bodies.enumerated().map { place, body in
      try EventLine(writing: Event(id: Town.id(5000 + UInt64(items.count * 16 + place)), at: Town.day, body: body))
    }
    return try composer.compose(lines: lines, signedAt: Town.day, seen: seen)
  }

  /// Adds a note, recorded when the last entry was unless another time is given.
  mutating func append(_ note: [UInt8], recordedAt: RecordedTime? = nil) throws {
    items.append(Item(recordedAt: recordedAt ?? items.last?.recordedAt ?? Town.clock, note: note))
  }
}

/// A note as text and signature lines, to be put together anew.
struct NoteParts {
  var text: String
  var signatures: [String]

  init(_ note: [UInt8]) throws {
    let layout = try UnverifiedAuthorNote(parsing: note).layout
    text = String(decoding: note[layout.text], as: UTF8.self)
    let rest = String(decoding: note[layout.text.upperBound...], as: UTF8.self)
    signatures = rest.split(separator: "\n").map(String.init)
  }

  var bytes: [UInt8] { Array("\(text)\n\(signatures.map { $0 + "\n" }.joined())".utf8) }
}
