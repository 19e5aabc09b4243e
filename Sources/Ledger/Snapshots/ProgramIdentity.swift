import Compliance
import Cryptography
import Foundation

/// Which build of the program this is: another one may fold an event otherwise, or write a state in another way.
enum ProgramIdentity {
  /// SHA-256 over the snapshot version, the size of the running file and when it was last changed; nil where that cannot be known.
  ///
  /// Hashing the file itself would take longer than restoring a small state, and linkers do not always leave an identifier in it.
  static let current: Digest? = {
    var status = stat()
    let path = FileManager.default.fileExists(atPath: "/proc/self/exe") ? "/proc/self/exe" : Bundle.main.executablePath
    guard let path, unsafe stat(path, &status) == 0 else { return nil }
    #if canImport(Darwin)
      let changed = status.st_mtimespec
    #else
      let changed = status.st_mtim
    #endif
    let text = "amanah/program/v1\n\(StateSnapshot.version)\n\(status.st_size)\n\(changed.tv_sec)\n\(changed.tv_nsec)\n"
    return SHA256.hash(Array(text.utf8))
  }()
}
