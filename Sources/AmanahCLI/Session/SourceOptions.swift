import ArgumentParser
import Foundation
import Language
import Ledger
import LedgerStore
import TransparencyLog

/// What a command reads that changes nothing, and the key that vouches for it.
struct SourceOptions: ParsableArguments {
  /// Which of the two a directory is read as.
  enum Choice: String, ExpressibleByArgument, CaseIterable { case database, files }

  @Option(
    help: ArgumentHelp(
      Bilingual(id: "Kunci pemeriksa log; bawaan dari amanah.yaml.", en: "The log's verifier key; default from amanah.yaml."),
      valueName: "vkey"
    ))
  var key: String?
  @Option(
    help: ArgumentHelp(
      Bilingual(
        id: "Bila direktori berisi keduanya: basis data (database) atau berkas terbitan (files).",
        en: "Where a directory holds both: its database, or the published files."), valueName: "database|files"))
  var source: Choice?
  @OptionGroup var ledger: LedgerOptions

  /// Where the log in `path` is.
  func directory(of path: String?) -> LedgerDirectory {
    guard let path else { return ledger.directory }
    return LedgerDirectory(Self.isFile(path) ? FilePath.folder(of: path) : path)
  }

  /// The log in `path`, a directory or a `ledger.sqlite`; in the directory of `-L` without one. Nothing of it is verified.
  ///
  /// - Throws: `CommandFailure.usage` where it is not clear what to read or with which key; `.failed` where there is nothing to read.
  func open(_ path: String?) async throws -> LogSource {
    let given = try key.map { text throws -> VerifierKey in
      do { return try VerifierKey(text) } catch { throw CommandFailure.usage(Bilingual("--key: \(error)")) }
    }
    if let path, Self.isFile(path) {
      guard source != .files else {
        throw CommandFailure.usage(
          Bilingual(
            id: "--source files: seharusnya direktori terbitan, ditemukan berkas \(path)",
            en: "--source files: expected a directory of published files, found the file \(path)"))
      }
      let folder = directory(of: path)
      return try await LogSource(database: path, in: folder, key: try given ?? folder.readSettings().logKey)
    }
    let directory = directory(of: path)
    switch try choice(in: directory) {
    case .database: return try await LogSource(directory, given: given)
    case .files:
      guard let given else {
        throw CommandFailure.usage(Bilingual(id: "terbitan memerlukan --key", en: "published files need --key"))
      }
      return LogSource(published: directory, key: given)
    }
  }

  /// What `directory` is read as. Whatever has the name counts: that it cannot be read is found later, and told.
  private func choice(in directory: LedgerDirectory) throws -> Choice {
    let isThere = { FileManager.default.fileExists(atPath: $0) }
    let hasDatabase = isThere(directory.database)
    // Published files without their checkpoint are a finding, not a directory that is something else.
    let hasFiles = ["/checkpoint", "/tile"].contains { isThere(directory.path + $0) }
    switch source {
    case .database? where hasDatabase: return .database
    case .files? where hasFiles: return .files
    case .database?: throw StoreError.missing(place: directory.database)
    case .files?:
      throw CommandFailure.failed(
        Bilingual(
          id: "\(directory.path): seharusnya terbitan, ditemukan tidak ada; pilih direktori yang benar",
          en: "\(directory.path): expected published files, found none; choose the right directory"))
    case nil where hasDatabase && hasFiles:
      throw CommandFailure.usage(
        Bilingual(
          id:
            "\(directory.path): ada basis data (ledger.sqlite) dan juga berkas terbitan; yang satu tidak menjamin yang lain; sebutkan yang "
            + "dibaca: --source database atau --source files",
          en:
            "\(directory.path): holds a database (ledger.sqlite) and published files; one does not vouch for the other; say which to read: "
            + "--source database or --source files"))
    case nil where hasDatabase: return .database
    case nil where directory.isComplete: throw StoreError.missing(place: directory.database)
    case nil where hasFiles: return .files
    default:
      throw CommandFailure.failed(
        Bilingual(
          id: "\(directory.path): seharusnya buku besar atau terbitan, ditemukan bukan keduanya; pilih direktori yang benar",
          en: "\(directory.path): expected a ledger or published files, found neither; choose the right directory"))
    }
  }

  private static func isFile(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
  }
}

/// A command that reads a log: a ledger or published files.
protocol SourceCommand: ConsoleCommand {
  /// A directory or a database; that of the options without one.
  var path: String? { get }
  var source: SourceOptions { get }
}

extension SourceCommand {
  var ledgerDirectory: LedgerDirectory? { source.directory(of: path) }
}
