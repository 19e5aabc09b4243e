import Vocabulary

/// The keys that signed, by number, and who holds them.
struct Signers: Sendable {
  private var numbers: [String: Int32] = [:]
  private var names: [String] = []
  private var holders: [Identifier?] = []
  // By number: notes as author, grants, and 1 where it was revoked.
  private var notes: [Int32] = []
  private var grants: [Int32] = []
  private var revoked: [Int32] = []
  /// Numbers of the keys that signed the current entry, the author's first.
  private(set) var current: [Int32] = []

  /// Number of the current author; -1 where the entry names no signer.
  var author: Int32 { current.first ?? -1 }

  mutating func begin(_ signers: [String]) {
    // Most entries have one signer, often the one of the entry before.
    if signers.count != 1 || current.count != 1 || names[Int(current[0])] != signers[0] {
      current.removeAll(keepingCapacity: true)
      for signer in signers { current.append(number(of: signer)) }
    }
    if let author = current.first { notes[Int(author)] += 1 }
  }

  /// Notes who holds the key that a verifier key (`name+id+key`) spells.
  mutating func hold(verifierKey: String, _ holder: Identifier) {
    holders[Int(number(ofVerifierKey: verifierKey))] = holder
  }

  /// Counts what an event gives to keys or takes from them, as admission does: also where its id occurred before.
  mutating func count(_ body: EventBody) {
    switch body {
    case .ledgerOpened(let opening):
      for governor in opening.governors { grants[Int(number(ofVerifierKey: governor.key))] = 1 }
    case .keyGranted(let grant): grants[Int(number(ofVerifierKey: grant.key))] += 1
    case .keyRevoked(let revocation): revoked[Int(number(of: revocation.key))] = 1
    default: break
    }
  }

  /// What the entries say of each key.
  var standings: [KeyStanding] {
    names.indices.map {
      KeyStanding(name: names[$0], notes: UInt64(notes[$0]), grants: Int(grants[$0]), isRevoked: revoked[$0] != 0)
    }
  }

  func holder(of name: String) -> Identifier? { numbers[name].flatMap { holders[Int($0)] } }

  /// The person behind a key: its holder, or the key itself while no grant names one.
  func person(of key: Int32) -> Person? {
    guard key >= 0 else { return nil }
    return holders[Int(key)].map(Person.holder) ?? .key(key)
  }

  /// The people behind the keys, by key: equal numbers are one person.
  var people: [Int32] {
    var numbers: [Person: Int32] = [:]
    return holders.indices.map { key in
      let person = holders[key].map(Person.holder) ?? .key(Int32(key))
      let number = numbers[person] ?? Int32(numbers.count)
      numbers[person] = number
      return number
    }
  }

  private mutating func number(of name: String) -> Int32 {
    if let number = numbers[name] { return number }
    let number = Int32(names.count)
    numbers[name] = number
    names.append(name)
    holders.append(nil)
    notes.append(0)
    grants.append(0)
    revoked.append(0)
    return number
  }

  private mutating func number(ofVerifierKey text: String) -> Int32 { number(of: String(text.prefix { $0 != "+" })) }
}

/// Somebody who signed.
enum Person: Hashable {
  case holder(Identifier)
  case key(Int32)
}

extension Signers {
  mutating func code(_ archive: inout some SnapshotArchive) throws(SnapshotError) {
    try archive.list(&names, from: "") { (archive, name) throws(SnapshotError) in try archive.text(&name) }
    try archive.list(&holders, from: nil) { (archive, holder) throws(SnapshotError) in try archive.optional(&holder) }
    try archive.column(&notes)
    try archive.column(&grants)
    try archive.column(&revoked)
    try archive.column(&current)
    guard archive.isReading else { return }
    numbers = [:]
    for (number, name) in names.enumerated() { numbers[name] = Int32(number) }
    guard [holders.count, numbers.count, notes.count, grants.count, revoked.count].allSatisfy({ $0 == names.count }),
      [notes, grants, revoked].allSatisfy({ $0.allSatisfy { $0 >= 0 } }),
      current.allSatisfy({ names.indices.contains(Int($0)) })
    else { throw .malformed("index of signers") }
  }
}
