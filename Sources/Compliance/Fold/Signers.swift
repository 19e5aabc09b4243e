import Vocabulary

/// The keys that signed, by number, and who holds them.
struct Signers: Sendable {
  private var numbers: [String: Int32] = [:]
  private var names: [String] = []
  private var holders: [Identifier?] = []
  /// Numbers of the keys that signed the current entry, the author's first.
  private(set) var current: [Int32] = []

  /// Number of the current author; -1 where the entry names no signer.
  var author: Int32 { current.first ?? -1 }

  mutating func begin(_ signers: [String]) {
    // Most entries have one signer, often the one of the entry before.
    if signers.count == 1, current.count == 1, names[Int(current[0])] == signers[0] { return }
    current.removeAll(keepingCapacity: true)
    for signer in signers { current.append(number(of: signer)) }
  }

  /// Notes who holds the key that a verifier key (`name+id+key`) spells.
  mutating func hold(verifierKey: String, _ holder: Identifier) {
    let name = verifierKey.prefix { $0 != "+" }
    holders[Int(number(of: String(name)))] = holder
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
    return number
  }
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
    try archive.column(&current)
    guard archive.isReading else { return }
    numbers = [:]
    for (number, name) in names.enumerated() { numbers[name] = Int32(number) }
    guard holders.count == names.count, numbers.count == names.count,
      current.allSatisfy({ names.indices.contains(Int($0)) })
    else { throw .malformed("index of signers") }
  }
}
