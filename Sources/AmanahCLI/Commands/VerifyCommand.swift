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
    let (memory, mistaken) = try remember.map { try rememberedCheckpoint($0, log.key) } ?? (kept?.bytes, nil)
    let progress = console.progress(Bilingual(id: "Memeriksa", en: "Verifying"))
    let start = ContinuousClock.now
    let verified = try VerifiedState.make(
      source: log.audit, key: log.key, remembered: memory, comparing: log.claims, progress: { progress.update($0, of: $1) })
    progress.finish()
    for claim in verified.disagreeing { console.note(Self.warning(claim)) }
    let report = verified.report
    let advice = report.finding.flatMap { self.advice(on: $0, in: log, mistaken) }
    if json {
      try console.print(json: VerifyRecord(report, source: log.kind, advice: advice?[console.language]))
    } else {
      VerifyText(report: report, log: log, took: ContinuousClock.now - start).print(console)
    }
    if let finding = report.finding {
      throw json
        ? ExitCode(1) : CommandFailure.notVerified(Self.text(finding, advice: advice, isOfLog: finding != mistaken))
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
    let bytes = try readFile(keep, atMost: NoteLayout.maximumByteCount)
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

  /// The bytes of the auditor's own file; and the finding about it where it is a checkpoint, but not of this log.
  ///
  /// - Throws: `CommandFailure.failed` where it is none: that says nothing of the log.
  private func rememberedCheckpoint(_ path: String, _ key: VerifierKey) throws -> ([UInt8]?, AuditFinding?) {
    let bytes = try readFile(path, atMost: NoteLayout.maximumByteCount)
    do throws(AuditFinding) {
      _ = try CheckpointAudit.open(remembered: bytes, key: key)
      return (bytes, nil)
    } catch {
      guard error.code == .checkpointMalformed else { return (bytes, error) }
      let found =
        bytes.isEmpty
        ? Bilingual(id: "berkas kosong", en: "an empty file")
        : Bilingual(id: "isi lain atau rusak", en: "something else, or a damaged one")
      throw CommandFailure.failed(
        Bilingual(
          id:
            "\(path): seharusnya checkpoint yang Anda simpan, ditemukan \(found.id); buku besar belum diperiksa; pakai salinan lain "
            + "dari checkpoint itu, atau periksa tanpa --remember [\(error.message)]",
          en:
            "\(path): expected the checkpoint that you kept, found \(found.en); the ledger was not looked at; use another copy of that "
            + "checkpoint, or verify without --remember [\(error.message)]"))
    }
  }

  /// What to do about a finding, where that follows from what was read.
  private func advice(on finding: AuditFinding, in log: LogSource, _ mistaken: AuditFinding?) -> Bilingual? {
    if finding == mistaken, let remember {
      return Bilingual(
        id:
          "\(remember) adalah checkpoint log lain, bukan dari \(log.key.name) dengan kunci ini; pilih berkas dan --key yang benar; bila "
          + "keduanya benar, kunci log telah diganti",
        en:
          "\(remember) is a checkpoint of another log, not of \(log.key.name) with this key; choose the right file and the right --key; "
          + "if both are right, the log's key was replaced")
    }
    return log.advice(on: finding)
  }

  /// Code, position and detail as both verifiers tell them, and below it what that means.
  ///
  /// - Parameter isOfLog: false where it is about a file of the auditor's own, so that nothing is said of the log.
  static func text(_ finding: AuditFinding, advice: Bilingual? = nil, isOfLog: Bool = true) -> Bilingual {
    let place = finding.position.map { Bilingual(id: " pada posisi \($0)", en: " at position \($0)") } ?? Bilingual("")
    let first = Bilingual("FINDING \(finding.code.rawValue)") + place + Bilingual(": \(finding.message)")
    let meaning = isOfLog ? FindingWording.of(finding.code) : nil
    return [meaning, advice].compactMap(\.self).reduce(first) { $0 + Bilingual("\n  ") + $1 }
  }
}
