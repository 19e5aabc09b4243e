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

  @Test(
    "A box that was moved to another subject, another type of event or another ledger does not open, though its key is the same")
  func moved() async throws {
    let (town, other) = (try await Town(), Town.id(78))
    let vault = try Vault(directory: town.directory, origin: Town.origin, keyring: town.keyring)
    let subject = Town.id(77)
    let sealed = try vault.seal(Array(#"{"name":"Somebody"}"#.utf8), subject: subject, type: .recipientRegistered)
    let foreign = try vault.seal(Array(#"{"name":"Nobody"}"#.utf8), subject: other, type: .recipientRegistered)
    for (box, commitment) in [
      (sealed.box, foreign.commitment), (foreign.box, sealed.commitment), (foreign.box, foreign.commitment),
    ] {
      #expect(throws: LedgerError.self) {
        try vault.open(Sealed(box: box, commitment: commitment), subject: subject, type: .recipientRegistered)
      }
    }
    for type in EventType.allCases where type != .recipientRegistered {
      #expect(throws: LedgerError.self) { try vault.open(sealed, subject: subject, type: type) }
    }
    // The same secrets under another origin: what was sealed in one ledger says nothing in another.
    try vault.flush()
    #expect(throws: LedgerError.self) {
      try Vault(directory: town.directory, origin: Town.origin + "2", keyring: town.keyring)
        .open(sealed, subject: subject, type: .recipientRegistered)
    }
  }

  @Test("Once a key is destroyed nothing opens what it sealed: not after reopening, nor with the key that the subject gets anew")
  func erasedForEver() async throws {
    let town = try await Town()
    let subject = Town.id(77)
    let plaintext = Array(#"{"name":"Somebody"}"#.utf8)
    let vault = try Vault(directory: town.directory, origin: Town.origin, keyring: town.keyring)
    let sealed = try vault.seal(plaintext, subject: subject, type: .recipientRegistered)
    try vault.flush()
    #expect(try vault.erase(subject))
    let reopened = try Vault(directory: town.directory, origin: Town.origin, keyring: town.keyring)
    for vault in [vault, reopened] {
      #expect(throws: LedgerError.self) { try vault.open(sealed, subject: subject, type: .recipientRegistered) }
    }
    let anew = try reopened.seal(plaintext, subject: subject, type: .recipientRegistered)
    try reopened.flush()
    #expect(try reopened.open(anew, subject: subject, type: .recipientRegistered).starts(with: plaintext))
    #expect(throws: LedgerError.self) { try reopened.open(sealed, subject: subject, type: .recipientRegistered) }
  }

  @Test("A key that an old vault brings back is destroyed again; of the erased nothing opens, and nothing is sealed for them")
  func staysErased() async throws {
    let town = try await Town()
    let (subject, other) = (Town.id(77), Town.id(78))
    let vault = try Vault(directory: town.directory, origin: Town.origin, keyring: town.keyring)
    let plaintext = Array(#"{"name":"Somebody"}"#.utf8)
    let sealed = try vault.seal(plaintext, subject: subject, type: .recipientRegistered)
    let kept = try vault.seal(plaintext, subject: other, type: .recipientRegistered)
    try vault.flush()
    #expect(try vault.destroy(erased: [subject, Town.id(79)]) == [subject])
    #expect(try vault.destroy(erased: [subject]).isEmpty)
    let reopened = try Vault(directory: town.directory, origin: Town.origin, keyring: town.keyring)
    for vault in [vault, reopened] {
      #expect(try !vault.holdsKey(of: subject))
      #expect(throws: LedgerError.self) { try vault.open(sealed, subject: subject, type: .recipientRegistered) }
      #expect(try vault.open(kept, subject: other, type: .recipientRegistered).starts(with: plaintext))
    }
    #expect(throws: LedgerError.self) { try vault.seal(plaintext, subject: subject, type: .recipientRegistered) }
  }

  @Test("A box of nothing opens for nobody, and looks like one of something")
  func nothing() async throws {
    let town = try await Town()
    let vault = try Vault(directory: town.directory, origin: Town.origin, keyring: town.keyring)
    let subject = Town.id(77)
    let box = vault.sealNothing(subject: subject, type: .recipientRegistered)
    #expect(try !vault.holdsKey(of: subject))
    #expect(throws: LedgerError.self) { try vault.open(box, subject: subject, type: .recipientRegistered) }
    let something = try vault.seal(Array(#"{"name":"Somebody"}"#.utf8), subject: subject, type: .recipientRegistered)
    #expect(box.box.count == something.box.count && box != something)
    #expect(throws: LedgerError.self) { try vault.open(box, subject: subject, type: .recipientRegistered) }
  }

  @Test("The length of a box tells the length of what is in it to 64 bytes only")
  func length() async throws {
    let town = try await Town()
    let vault = try Vault(directory: town.directory, origin: Town.origin, keyring: town.keyring)
    for count in 1...200 {
      let sealed = try vault.seal(
        [UInt8](repeating: UInt8(ascii: "x"), count: count), subject: Town.id(77), type: .recipientRegistered)
      #expect(sealed.box.count == (count + 63) / 64 * 64 + Seal.overheadByteCount)
    }
  }
}
