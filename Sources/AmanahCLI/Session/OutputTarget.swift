import Foundation
import Language
import LedgerStore

/// Where a command may write what it was asked to write: anywhere but over its own input and over the files of a ledger.
enum OutputTarget {
  /// What stands in a ledger's directory and is no report.
  private static let ledgerFiles = ["ledger.sqlite", "vault.sqlite", "head", "amanah.yaml", "lock", "creation"]

  /// - Parameters:
  ///   - option: how the user named it, for the message.
  ///   - inputs: what the command reads.
  /// - Throws: `CommandFailure.usage`.
  static func check(_ path: String, option: String, inputs: [String] = []) throws {
    let target = real(path)
    if inputs.contains(where: { real($0) == target }) {
      throw CommandFailure.usage(
        Bilingual(
          id: "\(option): \(path) adalah berkas masukan; pilih nama lain",
          en: "\(option): \(path) is read by this command; choose another name"))
    }
    let (folder, name) = (FilePath.folder(of: target), FilePath.name(of: target))
    let isLedger = ["amanah.yaml", "ledger.sqlite"].contains { isThere("\(folder)/\($0)") }
    let isPart = ledgerFiles.contains { name == $0 || name.hasPrefix($0 + "-") }
    guard !(isLedger && isPart), !isThere("\(folder)/keyring") else {
      throw CommandFailure.usage(
        Bilingual(
          id: "\(option): \(path) adalah bagian buku besar; pilih nama lain",
          en: "\(option): \(path) is part of a ledger; choose another name"))
    }
  }

  /// The file itself, whatever links lead to it and whether it is there or not.
  private static func real(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }

  private static func isThere(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }
}
