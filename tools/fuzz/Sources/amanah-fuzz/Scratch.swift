import Cryptography
import Foundation
import Ledger

/// A directory in memory for readers that only read files. One for each process.
final class Scratch: Sendable {
  static let folder = Scratch()
  let path: String
  let keys: String
  let keyring: Keyring

  private init() {
    let memory = FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : NSTemporaryDirectory()
    let path = "\(memory)/amanah-fuzz-\(getpid())"
    self.path = path
    keys = path + "/keys"
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      keyring = try Keyring(
        path: keys, passphrase: SecretBytes(utf8: "correct horse"), cost: .init(operations: 1, memoryBytes: 8 << 10))
    } catch { fatalError("no scratch directory: \(error)") }
    atexit { try? FileManager.default.removeItem(atPath: Scratch.folder.path) }
  }

  /// Puts a file there.
  static func write(_ bytes: [UInt8], to path: String) {
    guard FileManager.default.createFile(atPath: path, contents: Data(bytes)) else { fatalError("\(path) cannot be written") }
  }
}
