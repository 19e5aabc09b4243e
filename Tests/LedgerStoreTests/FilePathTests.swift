import Foundation
import LedgerStore
import Testing

@Suite struct FilePathTests {
  @Test(
    "A path is cut at its last slash, however short it is",
    arguments: [
      ("a", ".", "a"), ("ab", ".", "ab"), ("/a", "/", "a"), ("a/b", "a", "b"), ("a/b/", "a", "b"), ("a//b", "a", "b"),
      ("./a", ".", "a"), ("..", ".", ".."), ("//a", "/", "a"), ("/a/b", "/a", "b"), ("/", "/", ""), ("//", "/", ""),
      ("", ".", ""), ("a/\u{301}b", "a", "\u{301}b"),
    ])
  func cut(path: String, folder: String, name: String) {
    #expect(FilePath.folder(of: path) == folder)
    #expect(Array(FilePath.name(of: path).utf8) == Array(name.utf8))
  }

  @Test("No source cuts paths by Foundation, which ends the program where a path has one character")
  func onlyHere() throws {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let sources = "/\(root)/Sources"
    var count = 0
    for case let name as String in try #require(FileManager.default.enumerator(atPath: sources)) where name.hasSuffix(".swift") {
      count += 1
      guard name != "LedgerStore/Files/FilePath.swift" else { continue }
      let text = try String(contentsOfFile: "\(sources)/\(name)", encoding: .utf8)
      #expect(!text.contains("LastPathComponent") && !text.contains("lastPathComponent"), "\(name)")
    }
    #expect(count > 100)
  }
}
