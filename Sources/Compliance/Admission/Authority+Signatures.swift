import Cryptography
import TransparencyLog
import Vocabulary

extension Authority {
  /// The indexes of the keys that signed, author first, each line checked completely before the next (SPEC 7.1).
  func checkSignatures(
    _ prepared: PreparedNote, bytes: UnsafeRawBufferPointer, recordedAt: Int64
  ) throws(Refusal) -> [Int] {
    let lines = prepared.note.layout.signatures
    var signers: [Int] = []
    signers.reserveCapacity(lines.count)
    for number in lines.indices {
      try unsafe checkName(number, prepared.note, bytes: bytes)
      let index = try unsafe checkSignature(number, prepared, bytes: bytes)
      let key = keys[index]
      guard !key.isRevoked else { throw Refusal(.keyRevoked, "key \(key.name) was revoked") }
      guard key.grants.contains(where: { $0.isInForce(at: recordedAt) }) else {
        throw Refusal(.keyOutOfTime, "key \(key.name) has no grant in force when this is recorded")
      }
      signers.append(index)
    }
    return signers
  }

  /// The first line must bear the author's name, and no line a name that an earlier one bears.
  func checkName(_ number: Int, _ note: UnverifiedAuthorNote, bytes: UnsafeRawBufferPointer) throws(Refusal) {
    let lines = note.layout.signatures
    let name = unsafe UnsafeRawBufferPointer(rebasing: bytes[lines[number].name])
    if number == 0 {
      guard unsafe note.header.author.utf8.elementsEqual(name) else {
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

  /// The index of the key whose valid signature the line is.
  func checkSignature(_ number: Int, _ prepared: PreparedNote, bytes: UnsafeRawBufferPointer) throws(Refusal) -> Int {
    let invalid = "signature line \(number + 1) does not verify"
    switch prepared.signatures[number] {
    case .valid(let index): return index
    case .invalid: throw Refusal(.signatureInvalid, invalid)
    case .unknown:
      // Granted after the note was prepared, or not at all.
      let line = prepared.note.layout.signatures[number]
      guard let index = unsafe directory.index(of: line, in: bytes) else {
        throw Refusal(.keyUnknown, "signature line \(number + 1): expected a key that the ledger knows, found another")
      }
      guard unsafe prepared.note.layout.isValid(line, by: directory.keys[index], in: bytes) else {
        throw Refusal(.signatureInvalid, invalid)
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
