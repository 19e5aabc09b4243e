import Foundation

/// Cuts paths at their last "/", as the text that they are, and follows links.
///
/// Foundation's `deletingLastPathComponent` ends the program where a path has one character.
public enum FilePath {
  /// The directory that a path lies in: "a/b" lies in "a", "a" in ".", "/a" in "/".
  public static func folder(of path: String) -> String {
    let (bytes, start) = cut(path)
    guard start > 0 else { return bytes.isEmpty && path.utf8.first == slash ? "/" : "." }
    let folder = trimmed(bytes[..<start])
    return folder.isEmpty ? "/" : String(decoding: folder, as: UTF8.self)
  }

  /// What a path is called in its directory: "b" for "a/b"; empty for "/".
  public static func name(of path: String) -> String {
    let (bytes, start) = cut(path)
    return String(decoding: bytes[start...], as: UTF8.self)
  }

  /// Where the file or directory is that `path` leads to, by links or without; nil, with `errno`, where nothing is there.
  public static func real(_ path: String) -> String? {
    guard let real = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  private static let slash = UInt8(ascii: "/")

  /// The path without "/" at its end, and where its name begins. Bytes: with a mark behind it, "/" is another character.
  private static func cut(_ path: String) -> (bytes: ArraySlice<UInt8>, start: Int) {
    let bytes = trimmed(Array(path.utf8)[...])
    return (bytes, (bytes.lastIndex(of: slash) ?? -1) + 1)
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    bytes.prefix((bytes.lastIndex { $0 != slash } ?? -1) + 1)
  }
}
