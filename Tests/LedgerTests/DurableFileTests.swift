import Foundation
import LedgerStore
import TestSupport
import Testing

@testable import Ledger

@Suite struct DurableFileTests {
  private func folder() throws -> String {
    let path = ScratchFolder.newPath("files")
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  private func reason(_ body: () throws -> Void) -> FileReason? {
    do { try body() } catch LedgerError.file(_, _, let reason) { return reason } catch {}
    return nil
  }

  @Test("What is no file is refused rather than waited for", arguments: ["directory", "pipe", "device"])
  func notAFile(kind: String) throws {
    let path = try folder() + "/head"
    switch kind {
    case "directory": try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    case "pipe": #expect(unsafe mkfifo(path, 0o644) == 0)
    default: try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/dev/null")
    }
    #expect(reason { _ = try DurableFile.read(path) } == .notAFile)
    if kind != "device" { #expect(reason { try DurableFile.replace(path, with: [1]) } == .notAFile) }
  }

  @Test("A file that is not there is nothing, and one that cannot be reached is an error")
  func missing() throws {
    let path = try folder()
    #expect(try DurableFile.read(path + "/none") == nil)
    try DurableFile.replace(path + "/file", with: [1])
    #expect(reason { _ = try DurableFile.read(path + "/file/below") } == .system(ENOTDIR))
  }

  @Test("A link stays a link: what it points to is replaced, beside itself")
  func link() throws {
    let path = try folder()
    try DurableFile.makeDirectory(path + "/elsewhere/deep")
    try DurableFile.replace(path + "/elsewhere/deep/head", with: [1])
    try FileManager.default.createSymbolicLink(atPath: path + "/head", withDestinationPath: path + "/elsewhere/deep/head")
    try DurableFile.replace(path + "/head", with: [2, 3])
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path + "/head") == path + "/elsewhere/deep/head")
    #expect(try DurableFile.read(path + "/elsewhere/deep/head") == [2, 3])
    #expect(try FileManager.default.contentsOfDirectory(atPath: path).sorted() == ["elsewhere", "head"])
  }

  // No device of the machine: without the rule this would replace it.
  @Test("A pipe is not replaced behind a link either, nor a directory", arguments: ["pipe", "directory"])
  func linkToNoFile(kind: String) throws {
    let path = try folder()
    switch kind {
    case "pipe": #expect(unsafe mkfifo(path + "/target", 0o644) == 0)
    default: try FileManager.default.createDirectory(atPath: path + "/target", withIntermediateDirectories: false)
    }
    try FileManager.default.createSymbolicLink(atPath: path + "/head", withDestinationPath: path + "/target")
    #expect(reason { try DurableFile.replace(path + "/head", with: [1]) } == .notAFile)
    #expect(try FileManager.default.contentsOfDirectory(atPath: path).sorted() == ["head", "target"])
  }

  @Test("A file keeps its mode when it is replaced, and a private one is nobody else's")
  func mode() throws {
    let path = try folder() + "/file"
    func mode() throws -> Int? { try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int }
    for kept in [0o600, 0o640, 0o664, 0o755] {
      try DurableFile.replace(path, with: [1])
      try FileManager.default.setAttributes([.posixPermissions: kept], ofItemAtPath: path)
      // What a crash has left, with a mode of its own.
      try Data([7, 7, 7]).write(to: URL(fileURLWithPath: path + ".amanah-new"))
      try DurableFile.replace(path, with: [2])
      #expect(try mode() == kept)
      #expect(try DurableFile.read(path) == [2])
    }
    try DurableFile.replace(path, with: [3], isPrivate: true)
    #expect(try mode() == 0o700)
    try FileManager.default.removeItem(atPath: path)
    try DurableFile.replace(path, with: [4], isPrivate: true)
    #expect(try mode() == 0o600)
  }

  @Test("A file of the user's beside it, called .new, is left alone")
  func neighbour() throws {
    let path = try folder()
    try Data([9]).write(to: URL(fileURLWithPath: path + "/report.html.new"))
    for byte: UInt8 in 1...2 { try DurableFile.replace(path + "/report.html", with: [byte]) }
    #expect(try DurableFile.read(path + "/report.html.new") == [9])
    #expect(try FileManager.default.contentsOfDirectory(atPath: path).sorted() == ["report.html", "report.html.new"])
  }

  @Test("A directory is made with its parents, again without harm, and not in the place of a file")
  func directories() throws {
    let path = try folder()
    for _ in 0..<2 { try DurableFile.makeDirectory(path + "/a/b/c", mode: 0o700) }
    let attributes = try FileManager.default.attributesOfItem(atPath: path + "/a/b/c")
    #expect(attributes[.posixPermissions] as? Int == 0o700)
    try DurableFile.replace(path + "/a/file", with: [])
    #expect(reason { try DurableFile.makeDirectory(path + "/a/file") } == .notADirectory)
    #expect(reason { try DurableFile.makeDirectory(path + "/a/file/d") } == .system(ENOTDIR))
  }
}
