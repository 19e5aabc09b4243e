import Compliance
import Cryptography
import Foundation
import Ledger
import LedgerStore
import TestSupport
import Testing
import TransparencyLog
import Vocabulary

/// The sample district, recorded by the program, and once more by the same writer in a store of each kind.
@Suite struct SampleStoresTests {
  enum Kind: CaseIterable {
    case memory
    case files
  }

  private static let origin = "bansos.example/lampung-utara"
  private static let passphrase = "only for the tests"

  /// The district's ledger, as the program makes it of its lists.
  private func recorded() throws -> LedgerDirectory {
    let folder = try ScratchFolder.make("sample")
    let plan = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "../../samples/abung-selatan/rencana.csv"
    ).standardizedFileURL.path
    let runs: [(arguments: [String], status: Int32)] = [
      (
        [
          "init", "ledger", "--origin", Self.origin, "--title", "Sample", "--governor", "pembina-1=PTG-00001", "--governor",
          "pembina-2=PTG-00002", "--exercise", "--clock", "2025-11-01T08:00:00+07:00",
        ], 0
      ),
      // Some of its rows cannot be read, on purpose.
      (["import", "--plan", plan, "-L", "ledger"], 3),
    ]
    for run in runs {
      let outcome = try Tool.run(run.arguments, in: folder, environment: ["AMANAH_PASSPHRASE": Self.passphrase])
      #expect(outcome.status == run.status, "\(outcome.errors)")
    }
    return LedgerDirectory(folder + "/ledger")
  }

  /// Notes of one submission, which were recorded at the same time.
  private struct Batch {
    let recordedAt: RecordedTime
    var notes: [[UInt8]]
  }

  private func submissions(_ store: any EntryStore) throws -> [Batch] {
    var submissions: [Batch] = []
    for position in try store.size().positions {
      let entry = try #require(try store.entry(at: position))
      let parts = try UnverifiedEntry(parsing: entry)
      if submissions.last?.recordedAt != parts.recordedAt {
        submissions.append(Batch(recordedAt: parts.recordedAt, notes: []))
      }
      submissions[submissions.count - 1].notes.append(Array(entry[parts.note]))
    }
    return submissions
  }

  /// What an audit of a ledger comes to, with the digest of its state and the head's bytes.
  private func outcome(_ stores: LedgerStores) async throws -> [String] {
    let settings = try stores.settings.readSettings()
    let verified = try VerifiedState.make(source: try await StoreSource(stores: stores), key: settings.logKey)
    let report = verified.report
    let asOf = try #require(Timestamp("2026-05-01T00:00:00+07:00")).secondsSince1970
    return [
      "finding \(report.finding?.description ?? "none")", "root \(report.root?.description ?? "none")",
      "entries \(report.entries), events \(report.events), signatures \(report.signatures), keys \(report.keys)",
      "last \(report.lastRecordedAt?.description ?? "none")", "state \(StateDigest.digest(of: verified.state, asOf: asOf))",
      "head \(String(decoding: try stores.head.read() ?? [], as: UTF8.self))",
    ]
  }

  @Test(
    "The notes of the sample district come to the same root, state and audit in every store, as the program recorded them",
    arguments: Kind.allCases)
  func sameEverywhere(kind: Kind) async throws {
    let directory = try recorded()
    let reader = try LedgerReader(directory: directory)
    let keyring = try Keyring(path: directory.keys, passphrase: SecretBytes(utf8: Self.passphrase))
    let stores =
      switch kind {
      case .memory: LedgerStores.memory()
      case .files: LedgerStores.files(of: LedgerDirectory(ScratchFolder.newPath("again")))
      }
    try stores.settings.prepare()
    try stores.entries(.create).close()
    try stores.settings.write(reader.settings)
    let writer = try await LedgerWriter.open(stores: stores, keyring: keyring)
    for submission in try submissions(reader.store) {
      try await writer.setClock(.fixed(submission.recordedAt))
      for result in try await writer.submit(submission.notes) {
        guard case .recorded = result else {
          Issue.record("\(result)")
          continue
        }
      }
    }
    try await writer.close()
    let expected = try await outcome(reader.stores)
    #expect(expected[0] == "finding none" && !expected[1].hasSuffix("none"))
    #expect(try await outcome(stores) == expected)
    let (found, known) = (try stores.entries(.read), reader.store)
    for position in try known.size().positions { #expect(try found.entry(at: position) == known.entry(at: position)) }
    #expect(try found.authorHeads().sorted { $0.author < $1.author } == known.authorHeads().sorted { $0.author < $1.author })
    #expect(try found.governancePositions() == known.governancePositions())
    #expect(try found.newestCheckpoint() == known.newestCheckpoint())
  }
}
