/// The four lines of an `amanah/secret/v1` file, read strictly.
struct EncryptedSecretFile {
  let cost: EncryptedSecret.Cost
  let salt: [UInt8]
  let box: [UInt8]
  /// The first three lines with their line feeds: the associated data.
  let header: [UInt8]

  init(parsing text: String) throws(EncryptedSecretError) {
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { String(Substring($0)) }
    guard lines.first == EncryptedSecret.firstLine else {
      throw .malformed(line: 1, expected: EncryptedSecret.firstLine)
    }
    guard lines.count == 5, lines[4].isEmpty else {
      throw .malformed(line: min(lines.count, 5), expected: "four lines, each ending in a line feed")
    }
    let cost = lines[1].split(separator: " ", omittingEmptySubsequences: false)
    guard cost.count == 3, cost[0] == "argon2id", let operations = Self.decimal(cost[1]), let memory = Self.decimal(cost[2])
    else {
      throw .malformed(line: 2, expected: "argon2id <operations> <memory in bytes>")
    }
    guard lines[2].hasPrefix("salt "), let salt = Base64.decode(lines[2].dropFirst(5)),
      salt.count == EncryptedSecret.saltByteCount
    else {
      throw .malformed(line: 3, expected: "salt <base64 of 16 bytes>")
    }
    guard lines[3].hasPrefix("box "), let box = Base64.decode(lines[3].dropFirst(4)), box.count >= Seal.overheadByteCount else {
      throw .malformed(line: 4, expected: "box <base64 of at least 40 bytes>")
    }
    self.cost = EncryptedSecret.Cost(operations: operations, memoryBytes: memory)
    self.salt = salt
    self.box = box
    header = Array((lines[0...2].joined(separator: "\n") + "\n").utf8)
  }

  /// Digits only, no sign and no leading zero.
  private static func decimal(_ text: Substring) -> UInt64? {
    guard let value = UInt64(text), String(value) == text else { return nil }
    return value
  }
}
