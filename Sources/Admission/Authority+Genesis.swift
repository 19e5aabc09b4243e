import Cryptography
import TransparencyLog
import Vocabulary

extension Authority {
  /// Judges the note at position 0 with the keys that its own event lists, and makes the governors known (SPEC 7.1).
  mutating func admitGenesis(_ prepared: PreparedNote, bytes: UnsafeRawBufferPointer) throws(Refusal) -> [Int] {
    let lines = prepared.note.layout.signatures
    for number in lines.indices { try unsafe checkName(number, prepared.note, bytes: bytes) }
    let events = try prepared.events.get()
    guard events.count == 1, case .ledgerOpened(let opening) = events[0].body else {
      throw Refusal(.genesisMissing, "expected exactly one event ledger.opened at position 0")
    }
    try checkOrigin(opening)
    var opened = Authority(origin: origin, expectedLogKey: expectedLogKey)
    for governor in opening.governors {
      let key = try checkKey(governor.key, place: 0)
      let known = opened.key(named: key.name.text)
      guard key.name.text != origin, known == nil || known?.verifier == key else {
        throw Refusal(.grantName, "the name \(key.name) is listed with two keys or is the log's", place: 0)
      }
      if known == nil { opened.add(key, holder: governor.holder, grant: .governor) }
    }
    opened.isOpen = true
    opened.opening = opening
    var signers: [Int] = []
    for number in lines.indices { signers.append(try unsafe opened.checkSignature(number, prepared, bytes: bytes)) }
    guard signers.count == opened.keys.count else {
      throw Refusal(
        .genesisGovernors, "expected the signatures of all \(opened.keys.count) governors, found \(signers.count)")
    }
    self = opened
    return signers
  }

  private func checkOrigin(_ opening: LedgerOpened) throws(Refusal) {
    guard opening.origin == origin else {
      throw Refusal(.genesisOrigin, "expected origin \(origin), found another", place: 0)
    }
    // The name is what precedes the first plus sign, whatever the rest is worth.
    let name = opening.logKey.prefix { $0 != "+" }
    guard name == origin else {
      throw Refusal(.genesisOrigin, "expected a log key named \(origin), found another name", place: 0)
    }
    guard expectedLogKey.map({ $0.text == opening.logKey }) ?? true else {
      throw Refusal(.genesisLogKey, "the log key in ledger.opened is not the one given", place: 0)
    }
  }
}
