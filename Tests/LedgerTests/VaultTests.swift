import Cryptography
import Foundation
import Ledger
import Testing
import Vocabulary

@Suite struct VaultTests {
  @Test("Sealed data open for the same subject and event type only, and no longer once erased")
  func sealsAndErases() async throws {
    let town = try await Town()
    let vault = try Vault(directory: town.directory, origin: Town.origin, keyring: town.keyring)
    let subject = Town.id(77)
    let plaintext = Array(#"{"name":"Somebody"}"#.utf8)
    let sealed = try vault.seal(plaintext, subject: subject, type: .recipientRegistered)
    try vault.flush()
    let reopened = try Vault(directory: town.directory, origin: Town.origin, keyring: town.keyring)
    let opened = try reopened.open(sealed, subject: subject, type: .recipientRegistered)
    #expect(opened.starts(with: plaintext) && opened.count % 64 == 0)
    #expect(throws: LedgerError.self) { try reopened.open(sealed, subject: Town.id(78), type: .recipientRegistered) }
    #expect(throws: LedgerError.self) { try reopened.open(sealed, subject: subject, type: .recipientCorrected) }
    #expect(try reopened.erase(subject))
    #expect(try !reopened.erase(subject))
    #expect(throws: LedgerError.self) { try reopened.open(sealed, subject: subject, type: .recipientRegistered) }
  }

  @Test("A vault opens with the keyring that made it only")
  func foreignKeyring() async throws {
    let town = try await Town()
    let other = try await Town()
    #expect(throws: LedgerError.self) {
      try Vault(directory: town.directory, origin: Town.origin, keyring: other.keyring)
    }
  }

  @Test("A wrong passphrase opens nothing")
  func wrongPassphrase() async throws {
    let town = try await Town()
    #expect(throws: LedgerError.self) { try Keyring(path: town.directory.keys, passphrase: SecretBytes(utf8: "wrong")) }
  }
}
