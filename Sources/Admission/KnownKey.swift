public import Cryptography
public import TransparencyLog
public import Vocabulary

/// A key that the ledger knows, with what it may do and where its author's chain stands.
public struct KnownKey: Sendable {
  public let verifier: VerifierKey
  /// The person who holds it.
  public let holder: Identifier
  public internal(set) var grants: [Grant]
  /// Whether a `key.revoked` names it.
  public internal(set) var isRevoked = false
  /// The number of the author's newest note; 0 before the first.
  public internal(set) var sequence: UInt64 = 0
  /// The text digest of that note; 32 zero bytes before the first.
  public internal(set) var head: Digest = .zero

  /// The name in its signature lines.
  public var name: String { verifier.name.text }
}

/// The public keys that the ledger knows, for checking signatures on many threads. A name belongs to one public key for ever, so
/// an older copy never gives a wrong answer, only fewer.
public struct KeyDirectory: Sendable {
  var keys: [VerifierKey] = []
  private var byID: [UInt32: [Int]] = [:]

  /// No keys.
  public init() {}

  /// How many keys there are. None is ever taken out or replaced.
  public var count: Int { keys.count }

  mutating func add(_ key: VerifierKey) -> Int {
    keys.append(key)
    byID[key.keyID, default: []].append(keys.count - 1)
    return keys.count - 1
  }

  /// The index of the key that a signature line names by name and id, or nil.
  func index(of line: NoteLayout.SignatureLine, in bytes: UnsafeRawBufferPointer) -> Int? {
    guard let candidates = byID[line.keyID] else { return nil }
    for index in candidates where unsafe line.isBy(keys[index], in: bytes) { return index }
    return nil
  }
}
