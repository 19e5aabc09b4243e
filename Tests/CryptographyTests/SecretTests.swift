import Cryptography
import Testing

@Suite("Secrets at rest and in memory")
struct SecretTests {
  private let cheap = EncryptedSecret.Cost(operations: 1, memoryBytes: 8 << 10)

  @Test("Secret bytes never show in text, in dumps or in interpolations")
  func noLeak() {
    let secret = SecretBytes(utf8: "rahasia")
    var dumped = ""
    dump(secret, to: &dumped)
    for text in ["\(secret)", String(describing: secret), String(reflecting: secret), dumped] {
      #expect(!text.contains("rahasia") && !text.contains("114"))
    }
    #expect("\(secret)" == "SecretBytes(7 bytes)")
    #expect(secret.copyWithoutProtection() == Array("rahasia".utf8))
  }

  @Test("Secrets are equal exactly when all bytes are")
  func equality() {
    let secret = SecretBytes([1, 2, 3])
    #expect(secret.isEqual(to: SecretBytes([1, 2, 3])))
    #expect(!secret.isEqual(to: SecretBytes([1, 2, 4])))
    #expect(!secret.isEqual(to: SecretBytes([1, 2])))
    #expect(SecretBytes([]).isEqual(to: SecretBytes([])))
  }

  @Test("An encrypted secret opens with its pass phrase and no other")
  func roundTrip() throws {
    for (secret, phrase) in [([], ""), ([7], "frasa sandi"), (SecureRandom.bytes(100), "π — é")] as [([UInt8], String)] {
      let text = try EncryptedSecret.seal(SecretBytes(secret), passphrase: SecretBytes(utf8: phrase), cost: cheap)
      let opened = try EncryptedSecret.open(text, passphrase: SecretBytes(utf8: phrase))
      #expect(opened.copyWithoutProtection() == secret)
      #expect(throws: EncryptedSecretError.wrongPassphraseOrDamaged) {
        try EncryptedSecret.open(text, passphrase: SecretBytes(utf8: phrase + "x"))
      }
    }
  }

  @Test("The file names its format and cost, and two files of one secret differ")
  func format() throws {
    let texts = try (0..<2).map { _ in
      try EncryptedSecret.seal(SecretBytes([1]), passphrase: SecretBytes(utf8: "x"), cost: cheap)
    }
    #expect(texts[0] != texts[1])
    let lines = texts[0].split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 5 && lines[0] == "amanah/secret/v1" && lines[1] == "argon2id 1 8192" && lines[4].isEmpty)
    #expect(lines[2].hasPrefix("salt ") && lines[3].hasPrefix("box "))
  }

  @Test("A file of another implementation opens, so that the format stays what it is")
  func known() throws {
    let text = """
      amanah/secret/v1
      argon2id 2 65536
      salt AAECAwQFBgcICQoLDA0ODw==
      box AAECAwQFBgcICQoLDA0ODxAREhMUFRYXCnbC6FHG3dddDIHhgM1WEDTutvRgEqGSnjjPAyqOL1x01fLvdS/xpp/6tfQkc7UT

      """
    let opened = try EncryptedSecret.open(text, passphrase: SecretBytes(utf8: "frasa sandi"))
    #expect(opened.copyWithoutProtection() == Array(0...31))
  }

  @Test("Any changed character of the file makes it fail")
  func everyCharacter() throws {
    let passphrase = SecretBytes(utf8: "x")
    let good = Array(try EncryptedSecret.seal(SecretBytes([1, 2, 3]), passphrase: passphrase, cost: cheap).utf8)
    for index in good.indices {
      var bad = good
      bad[index] = bad[index] == UInt8(ascii: "2") ? UInt8(ascii: "1") : UInt8(ascii: "2")
      #expect(throws: EncryptedSecretError.self, "byte \(index)") {
        try EncryptedSecret.open(String(decoding: bad, as: UTF8.self), passphrase: passphrase)
      }
    }
  }

  @Test("Malformed files are refused with the line and what was expected there")
  func malformed() throws {
    let passphrase = SecretBytes(utf8: "x")
    let good = try EncryptedSecret.seal(SecretBytes([1]), passphrase: passphrase, cost: cheap)
    let lines = good.split(separator: "\n").map(String.init)
    func text(_ line: Int, _ replacement: String) -> String {
      var changed = lines
      changed[line - 1] = replacement
      return changed.joined(separator: "\n") + "\n"
    }
    let cases: [(text: String, line: Int)] = [
      ("", 1), (text(1, "amanah/secret/v2"), 1), (text(1, " amanah/secret/v1"), 1), (text(2, "argon2i 1 8192"), 2),
      (text(2, "argon2id 01 8192"), 2), (text(2, "argon2id +1 8192"), 2), (text(2, "argon2id 1  8192"), 2),
      (text(2, "argon2id 1 8192 "), 2), (text(2, "argon2id 1 99999999999999999999"), 2), (text(3, "salt AAAA"), 3),
      (text(3, "Salt AAECAwQFBgcICQoLDA0ODw=="), 3), (text(4, "box AAAA"), 4), (text(4, "box"), 4), (good + "\n", 5),
      (String(good.dropLast()), 4), (lines[0] + "\n", 2), (good.replacing("\n", with: "\r\n"), 1),
    ]
    for (text, line) in cases {
      let error = try #require(throws: EncryptedSecretError.self) { try EncryptedSecret.open(text, passphrase: passphrase) }
      guard case .malformed(line, _) = error else {
        Issue.record("line \(line) of \(text.debugDescription): \(error)")
        continue
      }
    }
  }

  @Test("A file that asks for absurd work is refused before any is done")
  func absurdCost() throws {
    let passphrase = SecretBytes(utf8: "x")
    let good = try EncryptedSecret.seal(SecretBytes([1]), passphrase: passphrase, cost: cheap)
    for (operations, memory) in [(17, 8192), (0, 8192), (1, 8191), (1, 1 << 31), (4_000_000_000, 1 << 40)] as [(UInt64, UInt64)] {
      let text = good.replacing("argon2id 1 8192", with: "argon2id \(operations) \(memory)")
      #expect(throws: EncryptedSecretError.costOutOfRange(operations: operations, memoryBytes: memory)) {
        try EncryptedSecret.open(text, passphrase: passphrase)
      }
    }
    #expect(throws: EncryptedSecretError.costOutOfRange(operations: 99, memoryBytes: 8192)) {
      try EncryptedSecret.seal(SecretBytes([1]), passphrase: passphrase, cost: .init(operations: 99, memoryBytes: 8192))
    }
  }
}
