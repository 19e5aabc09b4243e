import Admission
import ArgumentParser
import Compliance
import Cryptography
import Foundation
import Language
import Ledger
import LedgerStore
import Reporting
import TransparencyLog
import Vocabulary

/// `amanah verify`: the whole ledger, or published files, without trusting whoever keeps them.
struct VerifyCommand: SourceCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "verify",
      abstract: Bilingual(
        id: "Periksa seluruh buku besar tanpa mempercayai pengelolanya.",
        en: "Verify a whole ledger without trusting its operator."),
      discussion: Bilingual(
        id: """
          Setiap tanda tangan, rantai penulis, wewenang, rantai catatan, pohon, checkpoint dan
          pengesahan keadaan. Simpan checkpoint Anda sendiri dengan --keep: lain kali berkas yang
          sama dibandingkan dahulu, baru diganti. Begitu riwayat yang diubah ketahuan. Untuk
          menyimpan yang lama juga, sebutkan dengan --remember, dan berkas baru dengan --keep.
            amanah verify ledger
            amanah verify terbitan --key bansos.example/lampura+… --remember checkpoint-saya
          """,
        en: """
          Every signature, the author chains, authority, the entry chain, the tree, the
          checkpoint and state attestations. Keep a checkpoint of your own with --keep: next time
          the same file is compared first, then replaced. That is how changed history shows.
          To have the old one, too, give it to --remember, and a new file to --keep.
            amanah verify ledger
            amanah verify published --key bansos.example/lampura+… --remember my-checkpoint
          """))
  }

  @Argument(
    help: ArgumentHelp(
      Bilingual(
        id: "Direktori buku besar atau terbitan, atau ledger.sqlite.",
        en: "Directory of a ledger or of published files, or a ledger.sqlite."), valueName: "dir"),
    completion: .directory)
  var path: String?
  @Option(
    help: ArgumentHelp(Bilingual(id: "Checkpoint yang Anda simpan.", en: "A checkpoint that you kept."), valueName: "file"),
    completion: .file()
  )
  var remember: String?
  @Option(
    help: ArgumentHelp(
      Bilingual(
        id: "Simpan checkpoint bila semua benar; yang sudah ada di sana dibandingkan dahulu.",
        en: "Keep the checkpoint if everything is right; one that is there already is compared first."), valueName: "file"))
  var keep: String?
  @Flag(help: "JSON.") var json = false
  @OptionGroup var source: SourceOptions

  func run(_ console: Console) async throws {
    if let keep { try OutputTarget.check(keep, option: "--keep") }
    let log = try await source.open(path)
    let kept = try keptCheckpoint(log.key)
    let memory = try remember.map { try readFile($0) } ?? kept?.bytes
    let progress = console.progress(Bilingual(id: "Memeriksa", en: "Verifying"))
    let start = ContinuousClock.now
    let verified = try VerifiedState.make(
      source: log.audit, key: log.key, remembered: memory, comparing: log.claims, progress: { progress.update($0, of: $1) })
    progress.finish()
    for claim in verified.disagreeing { console.note(Self.warning(claim)) }
    let report = verified.report
    if json {
      try console.print(json: VerifyRecord(report, source: log.kind))
    } else {
      VerifyText(report: report, log: log, took: ContinuousClock.now - start).print(console)
    }
    if let finding = report.finding {
      throw json ? ExitCode(1) : CommandFailure.notVerified(Self.text(finding))
    }
    guard let keep, let checkpoint = report.checkpoint else { return }
    // With --remember another one was compared: a newer one must not be lost by that.
    if let kept, kept.checkpoint.size > checkpoint.checkpoint.size {
      throw CommandFailure.notVerified(
        Bilingual(
          id:
            "\(keep): berisi checkpoint \(kept.checkpoint.size) catatan, lebih baru dari \(checkpoint.checkpoint.size) yang ditemukan; tidak diganti",
          en:
            "\(keep): holds a checkpoint of \(kept.checkpoint.size) entries, newer than the \(checkpoint.checkpoint.size) found; not replaced"
        ))
    }
    try DurableFile.replace(keep, with: checkpoint.bytes)
  }

  /// The checkpoint that was kept before in the file of --keep; nil where there is none yet.
  ///
  /// - Throws: `CommandFailure.failed` where the file holds anything else: it would be lost.
  private func keptCheckpoint(_ key: VerifierKey) throws -> SignedCheckpoint? {
    guard let keep, FileManager.default.fileExists(atPath: keep) else { return nil }
    let bytes = try readFile(keep)
    guard !bytes.isEmpty else { return nil }
    do { return try SignedCheckpoint.open(bytes, verifier: key) } catch {
      throw CommandFailure.failed(
        Bilingual(
          id:
            "\(keep): seharusnya checkpoint lama dari log \(key.name), ditemukan isi lain; pilih berkas lain untuk --keep [\(error)]",
          en:
            "\(keep): expected an earlier checkpoint of the log \(key.name), found something else; choose another file for --keep [\(error)]"
        ))
    }
  }

  private static func warning(_ claim: SnapshotClaim) -> Bilingual {
    Bilingual(
      id:
        "PERINGATAN: \(claim.path) bukan keadaan dari \(claim.size) catatan pertama, padahal ditandatangani kunci log; hapus berkas itu dan jangan percayai yang dibuat dengannya",
      en:
        "WARNING: \(claim.path) is not the state of the first \(claim.size) entries, though the log's key signed it; delete it, and distrust what was made with it"
    )
  }

  /// Code, position and detail as both verifiers tell them, and below it what that means.
  static func text(_ finding: AuditFinding) -> Bilingual {
    let place = finding.position.map { Bilingual(id: " pada posisi \($0)", en: " at position \($0)") } ?? Bilingual("")
    return Bilingual("FINDING \(finding.code.rawValue)") + place + Bilingual(": \(finding.message)\n  ")
      + FindingWording.of(finding.code)
  }
}
