import Cryptography
import Intake
import Vocabulary

/// The vault, as the reading of lists needs it.
struct VaultSealer: PersonalDataSealer {
  let vault: Vault

  func digest(label: String, value: [UInt8]) -> Digest { vault.tagKey.digest(label: label, value: value) }
  func tag(nik: String) -> Tag { vault.tagKey.tag(label: "nik", value: Array(nik.utf8)) }
  func tag(kk: String) -> Tag { vault.tagKey.tag(label: "kk", value: Array(kk.utf8)) }
  func seal(subject: Identifier, type: EventType, plaintext: [UInt8]) throws -> Sealed {
    try vault.seal(plaintext, subject: subject, type: type)
  }
  func sealNothing(subject: Identifier, type: EventType) -> Sealed { vault.sealNothing(subject: subject, type: type) }
}
