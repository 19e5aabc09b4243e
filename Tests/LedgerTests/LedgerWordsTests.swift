import Foundation
import Language
import Ledger
import LedgerStore
import Testing
import TransparencyLog

@Suite("Errors of ledgers in two languages")
struct LedgerWordsTests {
  private static let directory: [DirectoryProblem] = [
    .noLedger, .noSettings, .occupied, .keyInUse(name: "n", keyring: "k"), .begun(reason: .entries(3)), .begun(reason: .other),
    .begun(reason: .subjects),
  ]
  private static let settings: [SettingsProblem] = [
    .unreadable(reason: "r"), .version(2), .zone(6), .logKey(reason: "r"), .name(expected: "n"),
  ]
  private static let head: [HeadProblem] = [
    .missing(entries: 3), .unreadable(reason: "r"), .newer(head: 4, entries: 3), .older(head: 3, newest: 4), .different(size: 3),
  ]
  private static let key: [KeyProblem] = [
    .badName(reason: "r"), .exists(folder: "f"), .missing(folder: "f"), .damaged(path: "p"), .wrongPassphrase(path: "p"),
    .unreadableKeyring(path: "p", reason: "r"), .otherKeyring(path: "p"), .otherName(path: "p", found: "n"),
    .noKeyring(folder: "f", keys: 2), .notTheLogKey(folder: "f"),
  ]
  private static let vault: [VaultProblem] = [
    .missing(path: "p"), .noSecret(path: "p", name: "n"), .foreign(path: "p"), .noSubject("s"), .damaged(subject: "s"),
    .notSealed(subject: "s", reason: "r"),
  ]
  private static let published: [PublishProblem] = [
    .otherLog, .larger(published: 4, size: 3), .otherHistory(published: 2, size: 3),
  ]
  private static let reasons: [FileReason] = [.system(ENOSPC), .system(-1), .notAFile, .notADirectory, .changedMeanwhile]

  /// One of each that there is.
  private static let samples: [LedgerError] =
    directory.map { .directory(path: "p", $0) } + settings.map { .settings(path: "p", $0) } + head.map { .head($0) }
    + key.map { .key(name: "n", $0) } + vault.map { .vault($0) } + published.map { .published(path: "p", $0) }
    + FileWork.allCases.map { .file(path: "p", doing: $0, reason: .notAFile) }
    + reasons.map { .file(path: "p", doing: .reading, reason: $0) }
    + [
      .locked(path: "p"), .readBack(position: 7), .recovery(position: 7, reason: "r"), .tables(key: "k"), .log(reason: "r"),
      .store(.missing(place: "p")), .clock(.production), .clock(.outOfRange),
    ]

  private func areTwo(_ words: Bilingual) -> Bool { !words.id.isEmpty && !words.en.isEmpty && words.id != words.en }

  @Test("Every error says itself in both languages", arguments: samples.indices)
  func errors(index: Int) { #expect(areTwo(Self.samples[index].words), "\(Self.samples[index])") }

  @Test("What was being done to a file, and why it could not be, are said in both languages")
  func files() {
    for work in FileWork.allCases { #expect(areTwo(work.words), "\(work)") }
    for reason in Self.reasons { #expect(areTwo(reason.words), "\(reason)") }
  }

  @Test("An error names the file in both languages")
  func places() {
    let words = LedgerError.file(path: "buku/head", doing: .replacing, reason: .notADirectory).words
    #expect(words.id == "buku/head: mengganti berkas gagal: seharusnya direktori, ditemukan yang lain; pilih tempat lain")
    #expect(words.en == "buku/head: replacing the file failed: expected a directory, found something else; choose another place")
  }
}
