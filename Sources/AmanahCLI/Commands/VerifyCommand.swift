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
struct VerifyCommand: LedgerCommand {
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
    help: ArgumentHelp(
      Bilingual(id: "Kunci pemeriksa log; bawaan dari amanah.yaml.", en: "The log's verifier key; default from amanah.yaml."),
      valueName: "vkey"
    ))
  var key: String?
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
  @OptionGroup var ledger: LedgerOptions

  var ledgerDirectory: LedgerDirectory? {
    guard let path else { return ledger.directory }
    return LedgerDirectory(Self.isFile(path) ? FilePath.folder(of: path) : path)
  }

  func run(_ console: Console) async throws {
    if let keep { try OutputTarget.check(keep, option: "--keep") }
    let (source, verifier, claims) = try await self.source()
    let kept = try keptCheckpoint(verifier)
    let memory = try remember.map { try readFile($0) } ?? kept?.bytes
    let progress = console.progress(Bilingual(id: "Memeriksa", en: "Verifying"))
    let start = ContinuousClock.now
    let verified = try VerifiedState.make(
      source: source, key: verifier, remembered: memory, comparing: claims, progress: { progress.update($0, of: $1) })
    progress.finish()
    for claim in verified.disagreeing { console.note(Self.warning(claim)) }
    let report = verified.report
    if json {
      try console.print(json: Record(report))
    } else {
      print(report, verifier, took: ContinuousClock.now - start, console)
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

  private func source() async throws -> (any AuditSource, VerifierKey, [SnapshotClaim]) {
    let directory = path.map { LedgerDirectory($0) } ?? ledger.directory
    let given = try key.map { text throws -> VerifierKey in
      do { return try VerifierKey(text) } catch { throw CommandFailure.usage(Bilingual("--key: \(error)")) }
    }
    if let path, Self.isFile(path) {
      let folder = LedgerDirectory(FilePath.folder(of: path))
      let verifier = try given ?? folder.readSettings().logKey
      return (try await StoreSource(directory: folder, database: path), verifier, [])
    }
    if FileManager.default.fileExists(atPath: directory.database) {
      let verifier = try given ?? directory.readSettings().logKey
      return (
        try await StoreSource(directory: directory), verifier, Snapshots(directory: directory, key: verifier).claims()
      )
    }
    if directory.isComplete { throw StoreError.missing(place: directory.database) }
    // Published files without their checkpoint are a finding, not a directory that is something else.
    guard ["/checkpoint", "/tile"].contains(where: { FileManager.default.fileExists(atPath: directory.path + $0) }) else {
      throw CommandFailure.failed(
        Bilingual(
          id: "\(directory.path): seharusnya buku besar atau terbitan, ditemukan bukan keduanya; pilih direktori yang benar",
          en: "\(directory.path): expected a ledger or published files, found neither; choose the right directory"))
    }
    guard let given else {
      throw CommandFailure.usage(Bilingual(id: "terbitan memerlukan --key", en: "published files need --key"))
    }
    return (PublishedSource(path: directory.path), given, [])
  }

  private static func isFile(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
  }

  private func print(_ report: AuditReport, _ key: VerifierKey, took: Duration, _ console: Console) {
    if report.isIntact, let checkpoint = report.checkpoint?.checkpoint {
      console.print(Bilingual(id: "BENAR  \(key.name)", en: "OK  \(key.name)"))
      console.print(Bilingual(id: "  catatan       \(report.entries)", en: "  entries       \(report.entries)"))
      console.print(Bilingual(id: "  peristiwa     \(report.events)", en: "  events        \(report.events)"))
      console.print(Bilingual(id: "  tanda tangan  \(report.signatures)", en: "  signatures    \(report.signatures)"))
      console.print(Bilingual(id: "  kunci         \(report.keys)", en: "  keys          \(report.keys)"))
      if report.attestations > 0 {
        console.print(Bilingual(id: "  pengesahan    \(report.attestations)", en: "  attestations  \(report.attestations)"))
      }
      console.print(Bilingual(id: "  akar          \(checkpoint.root)", en: "  root          \(checkpoint.root)"))
      if let last = report.lastRecordedAt {
        console.print(Bilingual(id: "  terakhir      \(last)", en: "  last recorded \(last)"))
      }
      if let extends = report.extends {
        console.print(
          Bilingual(
            id: "  melanjutkan checkpoint Anda pada ukuran \(extends)", en: "  extends your checkpoint of size \(extends)"))
      }
      let seconds = Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18
      console.print(Bilingual(id: "  waktu         \(Int(seconds * 1000)) ms", en: "  took          \(Int(seconds * 1000)) ms"))
    } else {
      console.print(
        Bilingual(
          id: "TIDAK BENAR  \(report.entries) catatan pertama benar", en: "NOT OK  the first \(report.entries) entries are right")
      )
    }
  }

  /// Code, position and detail as both verifiers tell them, and below it what that means.
  static func text(_ finding: AuditFinding) -> Bilingual {
    let place = finding.position.map { Bilingual(id: " pada posisi \($0)", en: " at position \($0)") } ?? Bilingual("")
    return Bilingual("FINDING \(finding.code.rawValue)") + place + Bilingual(": \(finding.message)\n  ")
      + FindingWording.of(finding.code)
  }

  struct Record: Encodable {
    struct Finding: Encodable {
      let code: String
      let position: UInt64?
      let message: String
    }
    let ok: Bool
    let size: UInt64?
    let root: String?
    let entries: UInt64
    let events: UInt64
    let signatures: UInt64
    let keys: Int
    let attestations: Int
    let lastRecordedAt: String?
    let finding: Finding?

    init(_ report: AuditReport) {
      ok = report.isIntact
      size = report.size?.rawValue
      root = report.root?.base64
      entries = report.entries.rawValue
      events = report.events
      signatures = report.signatures
      keys = report.keys
      attestations = report.attestations
      lastRecordedAt = report.lastRecordedAt?.description
      finding = report.finding.map { Finding(code: $0.code.rawValue, position: $0.position?.rawValue, message: $0.message) }
    }
  }
}
