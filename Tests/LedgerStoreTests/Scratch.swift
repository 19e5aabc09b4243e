import Foundation
import TestSupport

/// A directory of its own for one test, removed afterwards.
final class Scratch {
  let path: String

  /// - Parameter name: the directory's name, for tests of unusual paths.
  init(_ name: String = "store") throws {
    path = ScratchFolder.newPath(name)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    try? FileManager.default.removeItem(atPath: (path as NSString).deletingLastPathComponent)
  }

  var database: String { path + "/ledger.sqlite" }

  /// The names of the files here, sorted.
  var files: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
  }

  /// The bytes of every file here.
  func contents() throws -> [String: Data] {
    var contents: [String: Data] = [:]
    for name in try files { contents[name] = try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)")) }
    return contents
  }

  /// Another directory with copies of the files, as a power cut would leave them.
  func copy() throws -> Scratch {
    let copy = try Scratch()
    for name in try files where !name.hasSuffix("-shm") {
      try FileManager.default.copyItem(atPath: "\(path)/\(name)", toPath: "\(copy.path)/\(name)")
    }
    return copy
  }
}
