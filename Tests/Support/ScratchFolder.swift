import Foundation

/// Folders for tests to write in. All lie in one folder of the process, which is removed when the process ends; what a crash
/// leaves stays for whoever looks for its cause.
public enum ScratchFolder {
  private static let root: String = {
    let path = NSTemporaryDirectory() + "amanah-tests-\(ProcessInfo.processInfo.processIdentifier)"
    try? FileManager.default.removeItem(atPath: path)
    atexit { ScratchFolder.remove() }
    return path
  }()

  /// A path where nothing is yet, in a folder of its own that is not there either.
  public static func newPath(_ name: String) -> String { "\(root)/\(UUID().uuidString)/\(name)" }

  /// A new folder.
  public static func make(_ name: String = "folder") throws -> String {
    let path = newPath(name)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  /// Also what tests have made read-only. Only folders need a mode to be emptied; the mode of a link would be set on its target, which
  /// may be a device of the machine.
  private static func remove() {
    let files = FileManager.default
    for case let path as String in files.enumerator(atPath: root) ?? .init() {
      let item = "\(root)/\(path)"
      let type = (try? files.attributesOfItem(atPath: item))?[.type] as? FileAttributeType
      guard type == .typeDirectory else { continue }
      try? files.setAttributes([.posixPermissions: 0o700], ofItemAtPath: item)
    }
    try? files.removeItem(atPath: root)
  }
}
