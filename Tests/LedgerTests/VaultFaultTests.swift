import Ledger
import LedgerTesting
import Testing
import Vocabulary

/// A vault that cannot write is told of, and what was sealed stays readable, or is gone for good.
@Suite struct VaultFaultTests {
  private let subject = Town.id(77)
  private let plaintext = Array(#"{"name":"Somebody"}"#.utf8)

  private func vault(_ ledger: FaultyLedger, _ faults: FaultPlan = FaultPlan()) throws -> Vault {
    try Vault(stores: ledger.stores.failing(by: faults), origin: Town.origin, keyring: ledger.town.keyring)
  }

  @Test(
    "Keys that could not be kept are kept by the next flush, and open what was sealed before",
    arguments: [Fault.keysFail, .keysFailButPersist], FaultyLedger.Kind.allCases)
  func flush(fault: Fault, kind: FaultyLedger.Kind) async throws {
    let ledger = try await FaultyLedger(kind)
    let faults = FaultPlan()
    let vault = try vault(ledger, faults)
    let sealed = try vault.seal(plaintext, subject: subject, type: .recipientRegistered)
    faults.arm(fault)
    #expect(throws: LedgerError.self) { try vault.flush() }
    #expect(!faults.isArmed)
    #expect(try self.vault(ledger).holdsKey(of: subject) == (fault == .keysFailButPersist))
    try vault.flush()
    #expect(try self.vault(ledger).open(sealed, subject: subject, type: .recipientRegistered).starts(with: plaintext))
    try await ledger.close()
  }

  @Test(
    "An erasure that failed is told of; given again it is finished, and the key opens nothing",
    arguments: [Fault.eraseFails, .eraseFailsButPersists], FaultyLedger.Kind.allCases)
  func erase(fault: Fault, kind: FaultyLedger.Kind) async throws {
    let ledger = try await FaultyLedger(kind)
    let faults = FaultPlan()
    let vault = try vault(ledger, faults)
    let sealed = try vault.seal(plaintext, subject: subject, type: .recipientRegistered)
    try vault.flush()
    faults.arm(fault)
    #expect(throws: LedgerError.self) { try vault.erase(subject) }
    #expect(try vault.holdsKey(of: subject) == (fault == .eraseFails))
    #expect(try vault.erase(subject) == (fault == .eraseFails))
    for vault in [vault, try self.vault(ledger)] {
      #expect(throws: LedgerError.self) { try vault.open(sealed, subject: subject, type: .recipientRegistered) }
    }
    try await ledger.close()
  }
}
