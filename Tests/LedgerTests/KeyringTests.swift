import Cryptography
import Dispatch
import Foundation
import Synchronization
import TestSupport
import Testing
import TransparencyLog

@testable import Ledger

/// Keys on disk, made by several processes at once or moved about.
@Suite struct KeyringTests {
  private static let cost = EncryptedSecret.Cost(operations: 1, memoryBytes: 8 << 10)

  private static func open(_ path: String) throws -> Keyring {
    try Keyring(path: path, passphrase: SecretBytes(utf8: "correct horse"), cost: cost)
  }

  @Test("A keyring that several make at once is one keyring, which opens the keys of all of them", arguments: 0..<10)
  func madeAtOnce(round: Int) throws {
    let path = ScratchFolder.newPath("keys")
    let failures = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 4) { maker in
      do { _ = try Self.open(path).generate(name: "bansos.example/town/key-\(maker)") } catch {
        failures.withLock { $0.append("\(error)") }
      }
    }
    #expect(failures.withLock { $0 }.isEmpty)
    let keyring = try Self.open(path)
    for maker in 0..<4 { _ = try keyring.signer(named: "bansos.example/town/key-\(maker)") }
  }

  @Test("Of several keys of one name that are made at once, one is kept and the others are refused")
  func sameName() throws {
    let path = ScratchFolder.newPath("keys")
    let keyring = try Self.open(path)
    let made = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 4) { _ in
      if let signer = try? keyring.generate(name: "bansos.example/town/one") { made.withLock { $0.append(signer.verifier.text) } }
    }
    let kept = try keyring.signer(named: "bansos.example/town/one").verifier.text
    #expect(made.withLock { $0 } == [kept])
  }

  @Test("A key file under another key's name signs for nobody")
  func swappedFiles() throws {
    let path = ScratchFolder.newPath("keys")
    let keyring = try Self.open(path)
    for name in ["bansos.example/town/a", "bansos.example/town/b"] { _ = try keyring.generate(name: name) }
    let file = path + "/bansos.example=town=a.key"
    try FileManager.default.removeItem(atPath: file)
    try FileManager.default.copyItem(atPath: path + "/bansos.example=town=b.key", toPath: file)
    #expect {
      _ = try keyring.signer(named: "bansos.example/town/a")
    } throws: { error in
      guard case LedgerError.key("bansos.example/town/a", .otherName(file, "bansos.example/town/b")) = error else { return false }
      return true
    }
  }
}
