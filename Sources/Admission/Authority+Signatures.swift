import Cryptography
import TransparencyLog
public import Vocabulary

extension Authority {
  /// The indexes of the keys that signed, author first, each line checked completely before the next (SPEC 7.1).
  func checkSignatures(
    _ prepared: PreparedNote, bytes: UnsafeRawBufferPointer, recordedAt: RecordedTime
  ) throws(Refusal) -> [Int] {
    let lines = prepared.note.layout.signatures
    var signers: [Int] = []
    signers.reserveCapacity(lines.count)
    for number in lines.indices {
      try unsafe checkName(number, prepared.note, bytes: bytes)
      let index = try unsafe checkSignature(number, prepared, bytes: bytes)
      if let refusal = Self.lackOfStanding(keys[index], recordedAt: recordedAt) { throw refusal }
      signers.append(index)
    }
    return signers
  }

  /// Why a valid signature by this key is refused at `recordedAt`, or nil.
  static func lackOfStanding(_ key: KnownKey, recordedAt: RecordedTime) -> Refusal? {
    if key.isRevoked { return Refusal(.keyRevoked, "key \(key.name) was revoked") }
    guard key.grants.contains(where: { $0.isInForce(at: recordedAt) }) else {
      return Refusal(.keyOutOfTime, "key \(key.name) has no grant in force when this is recorded")
    }
    return nil
  }

  /// Why a note that these keys sign would be refused at `recordedAt` because of one of them, or nil: for whoever prepares a note.
  public func lackOfStanding(ofSigners names: [String], recordedAt: RecordedTime) -> Refusal? {
    for name in names {
      guard let key = key(named: name) else { return Refusal(.keyUnknown, "expected a key that the ledger knows, found \(name)") }
      if let refusal = Self.lackOfStanding(key, recordedAt: recordedAt) { return refusal }
    }
    return nil
  }

  /// The first line must bear the author's name, and no line a name that an earlier one bears.
  func checkName(_ number: Int, _ note: UnverifiedAuthorNote, bytes: UnsafeRawBufferPointer) throws(Refusal) {
    let lines = note.layout.signatures
    let name = unsafe UnsafeRawBufferPointer(rebasing: bytes[lines[number].name])
    if number == 0 {
      guard unsafe Self.isSpelled(note.header.author, by: name) else {
        throw Refusal(.signatureAuthor, "expected the first signature by \(note.header.author), found another key's")
      }
    }
    for earlier in lines[..<number] {
      let earlierName = unsafe UnsafeRawBufferPointer(rebasing: bytes[earlier.name])
      guard unsafe !earlierName.elementsEqual(name) else {
        throw Refusal(.signatureDuplicate, "signature line \(number + 1): expected another key, found a second line of one key")
      }
    }
  }

  /// Whether `bytes` are the UTF-8 of `text`: eight at a time, since every note asks it.
  private static func isSpelled(_ text: String, by bytes: UnsafeRawBufferPointer) -> Bool {
    var text = text
    return text.withUTF8 { text in
      guard text.count == bytes.count else { return false }
      let text = UnsafeRawBufferPointer(text)
      var offset = 0
      while offset + 8 <= bytes.count {
        guard
          unsafe text.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            == bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        else { return false }
        offset += 8
      }
      while offset < bytes.count {
        guard unsafe text[offset] == bytes[offset] else { return false }
        offset += 1
      }
      return true
    }
  }

  private static func invalid(_ number: Int) -> Refusal {
    Refusal(.signatureInvalid, "signature line \(number + 1) does not verify")
  }

  /// The index of the key whose valid signature the line is.
  func checkSignature(_ number: Int, _ prepared: PreparedNote, bytes: UnsafeRawBufferPointer) throws(Refusal) -> Int {
    switch prepared.signatures[number] {
    case .valid(let index): return index
    case .invalid: throw Self.invalid(number)
    case .unknown:
      // Granted after the note was prepared, or not at all.
      let line = prepared.note.layout.signatures[number]
      guard let index = unsafe directory.index(of: line, in: bytes) else {
        throw Refusal(.keyUnknown, "signature line \(number + 1): expected a key that the ledger knows, found another")
      }
      guard unsafe prepared.note.layout.isValid(line, by: directory.keys[index], in: bytes) else {
        throw Self.invalid(number)
      }
      return index
    }
  }
}

extension Authority {
  /// Whether every signature line of a note is by a known key and valid, the author's first: what a note that was recorded
  /// before must show again to get its receipt, whatever has become of its keys since.
  public func isSigned(_ prepared: PreparedNote, bytes: [UInt8]) -> Bool {
    unsafe bytes.withUnsafeBytes { buffer in
      for number in prepared.note.layout.signatures.indices {
        guard (try? unsafe checkName(number, prepared.note, bytes: buffer)) != nil,
          (try? unsafe checkSignature(number, prepared, bytes: buffer)) != nil
        else { return false }
      }
      return true
    }
  }
}
