import Intake
import Language
import Ledger
import Reporting
import Vocabulary

extension LedgerOptions {
  /// Opens the ledger for recording. What is told on the way is told at the console.
  func desk(
    _ keyring: KeyringOptions, _ console: Console, isDryRun: Bool = false, usesSnapshots: Bool
  ) async throws -> RecordingDesk {
    let progress = console.progress(Bilingual(id: "Membaca buku besar", en: "Reading the ledger"))
    return try await RecordingDesk(
      stores: .files(of: directory), keyring: try keyring.open(directory, console), isDryRun: isDryRun,
      usesSnapshots: usesSnapshots
    ) { notice in
      switch notice {
      case .reading(let done, let size): progress.update(done, of: size)
      case .ready: progress.finish()
      default: if let words = notice.words { console.note(words) }
      }
    }
  }
}

extension RecordingDesk {
  /// Records one event of our own making, now.
  ///
  /// - Throws: `CommandFailure.refused` with the reason.
  func recordOne(_ body: EventBody, author: String) async throws {
    guard let refusal = try await record(body, author: author) else { return }
    let meaning = refusal.code.map { Bilingual("\n  ") + FindingWording.of($0) } ?? Bilingual("")
    throw CommandFailure.refused(refusal.words + meaning)
  }

  /// Reads a list at `path` into the ledger.
  func importFile(
    _ content: Plan.Content, path: String, signers: [String], keepsCells: Bool, _ console: Console
  ) async throws -> FileOutcome {
    switch content {
    case .list(let kind):
      let parts = try FileParts(path, console)
      return try await readingColumns(of: path) {
        FileOutcome(file: path, try await record(list: kind, signers: signers, keepsCells: keepsCells, nextPart: parts.next))
      }
    case .events:
      guard !signers.isEmpty else {
        throw CommandFailure.usage(
          Bilingual(id: "\(path): siapa yang menandatangani? --as", en: "\(path): who signs? --as"))
      }
      let parts = try FileParts(path, console)
      return FileOutcome(file: path, try await record(eventsSignedBy: signers, nextPart: parts.next))
    case .keys:
      return try await grantKeys(try readFile(path), file: path, signers: signers)
    }
  }

  /// Grants what the rows of a list of keys ask for.
  func grantKeys(_ bytes: [UInt8], file: String, signers: [String], made: String? = nil) async throws -> FileOutcome {
    try await readingColumns(of: file) { FileOutcome(file: file, try await grant(keys: bytes, signers: signers, made: made)) }
  }
}

/// What became of one file.
struct FileOutcome {
  let file: String
  let list: ListOutcome

  init(file: String, _ list: ListOutcome) {
    self.file = file
    self.list = list
  }
}
