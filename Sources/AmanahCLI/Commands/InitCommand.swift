import ArgumentParser
import Cryptography
import Foundation
import Intake
import Language
import Ledger
import Reporting
import TransparencyLog
import Vocabulary

/// `amanah init`: a new ledger with its governors.
struct InitCommand: ConsoleCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "init",
      abstract: Bilingual(id: "Buat buku besar dengan para pembinanya.", en: "Create a ledger with its governors."),
      discussion: Bilingual(
        id: "Contoh: amanah init ledger --origin bansos.example/lampura --governor pembina-1=P-001 --governor pembina-2=P-002",
        en: "Example: amanah init ledger --origin bansos.example/lampura --governor pembina-1=P-001 --governor pembina-2=P-002"))
  }

  @Argument(
    help: ArgumentHelp(Bilingual(id: "Direktori baru.", en: "The new directory."), valueName: "dir"), completion: .directory)
  var path: String

  @Option(
    help: ArgumentHelp(
      Bilingual(id: "Nama buku besar dan kunci lognya.", en: "Name of the ledger and of its log key."), valueName: "origin"))
  var origin: String

  @Option(help: ArgumentHelp(Bilingual(id: "Judul untuk laporan.", en: "Title for reports.")))
  var title: String?

  @Option(
    name: .customLong("governor"),
    help: ArgumentHelp(
      Bilingual(
        id: "Kunci pembina, dengan nomor pegawai pemegangnya; berulang.",
        en: "A governor's key with the holder's staff number; repeatable."),
      valueName: "key[=holder]"))
  var governors: [String]

  @Flag(
    help: ArgumentHelp(
      Bilingual(
        id: "Latihan: jamnya boleh disetel; setiap laporan menyebutnya.",
        en: "An exercise: its clock may be set; every report says so."))
  )
  var exercise = false

  @Option(help: ArgumentHelp(Bilingual(id: "Jam buku besar latihan.", en: "Clock of an exercise ledger."), valueName: "time"))
  var clock: String?

  @Option(help: ArgumentHelp(Bilingual(id: "Zona: 7, 8 atau 9 (WIB, WITA, WIT).", en: "Zone: 7, 8 or 9 (WIB, WITA, WIT).")))
  var zone = 7

  @Option(
    help: ArgumentHelp(
      Bilingual(id: "Gantungan kunci; bawaan <dir>/keys.", en: "The keyring; default <dir>/keys."), valueName: "dir"))
  var keyring: String?

  @OptionGroup var passphrase: PassphraseOptions

  @OptionGroup var language: LanguageOptions

  func validate() throws {
    guard (7...9).contains(zone) else { throw ValidationError("--zone: 7 | 8 | 9") }
    guard !governors.isEmpty else {
      throw ValidationError(Bilingual(id: "--governor: paling sedikit satu", en: "--governor: at least one"))
    }
    guard clock == nil || exercise else {
      throw ValidationError(Bilingual(id: "--clock hanya dengan --exercise", en: "--clock needs --exercise"))
    }
    guard NameGrammar.isName(origin) else { throw ValidationError("--origin: a-z A-Z 0-9 . _ / -") }
    try checkOpening(names: try namedGovernors())
  }

  /// The governors as the command line names them: the full name of the key and the holder, the key's name where none is told.
  private func namedGovernors() throws -> [(name: String, holder: String)] {
    var names: Set<String> = []
    return try governors.map { text in
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let name = ShortKeyName.complete(parts[0], origin: origin)
      let holder = parts.count > 1 ? parts[1] : name
      guard !parts[0].isEmpty, !holder.isEmpty else {
        throw ValidationError(
          Bilingual(
            id: "--governor: seharusnya kunci atau kunci=pemegang, ditemukan bagian yang kosong",
            en: "--governor: expected key or key=holder, found an empty part"))
      }
      guard NameGrammar.isName(name) else {
        throw ValidationError(
          Bilingual(
            id: "--governor \(name): seharusnya paling banyak 80 huruf a-z A-Z 0-9 . _ / -, bersama asal",
            en: "--governor \(name): expected at most 80 of a-z A-Z 0-9 . _ / -, with the origin"))
      }
      guard name != origin else {
        throw ValidationError(
          Bilingual(
            id: "--governor \(name): nama ini milik kunci log", en: "--governor \(name): this name belongs to the log's key"))
      }
      guard names.insert(name).inserted else {
        throw ValidationError(Bilingual(id: "--governor \(name): disebut dua kali", en: "--governor \(name): given twice"))
      }
      return (name, holder)
    }
  }

  /// What the schema of `ledger.opened` says of title and governors, before anything is made: with keys that are not kept.
  private func checkOpening(names: [(name: String, holder: String)]) throws {
    let at = try openedAt()
    let id = Identifier.fresh(at)
    let key = { (name: String) throws -> String in SignerKey.generate(name: try KeyName(name)).verifier.text }
    let opening = LedgerOpened(
      origin: origin, logKey: try key(origin), title: title ?? origin, purpose: exercise ? .exercise : .production,
      governors: try names.map { Vocabulary.Governor(key: try key($0.name), holder: id) })
    do throws(EventError) { _ = try EventWriter.write(Event(id: id, at: at, body: .ledgerOpened(opening))) } catch {
      let option = error.pointer.hasPrefix("/data/title") ? "--title" : "--governor"
      let (expected, found) = (error.expected.words, error.found.words)
      throw ValidationError(
        Bilingual(
          id: "\(option): seharusnya \(expected.id), ditemukan \(found.id)",
          en: "\(option): expected \(expected.en), found \(found.en)"))
    }
  }

  private func openedAt() throws -> Timestamp {
    try clock.map { try parseTimestamp($0, option: "--clock") } ?? currentTimestamp(zone: zone)
  }

  func run(_ console: Console) async throws {
    let directory = LedgerDirectory(path)
    guard !directory.isComplete else { throw LedgerError.directory(path: path, .occupied) }
    let openedAt = try openedAt()
    guard let instant = RecordedTime(millisecondsSince1970: openedAt.secondsSince1970 * 1000) else {
      throw CommandFailure.usage(Bilingual("--clock: 2000–2099"))
    }
    let ringPath = keyring ?? directory.keys
    let ring = try Keyring(path: ringPath, passphrase: try passphrase.read(isNew: !Keyring.exists(at: ringPath), console))
    let creation = LedgerCreation(
      origin: origin, title: title ?? origin, purpose: exercise ? .exercise : .production,
      governors: try namedGovernors().map { try governor($0.name, holder: $0.holder, ring) }, openedAt: openedAt,
      clock: clock == nil ? .system : .fixed(instant), zone: zone)
    let writer = try await creation.create(in: directory, keyring: ring, id: Identifier.fresh(openedAt))
    let head = await writer.head
    try await writer.close()
    let settings = try directory.readSettings()
    console.print(Bilingual(id: "Buku besar \(origin) dibuat di \(path)", en: "Ledger \(origin) created in \(path)"))
    console.print(Bilingual(id: "Kunci pemeriksa: \(settings.logKey)", en: "Verifier key: \(settings.logKey)"))
    if let head {
      console.print(
        Bilingual(id: "Akar pohon pada ukuran 1: \(head.checkpoint.root)", en: "Root at size 1: \(head.checkpoint.root)"))
    }
    if passphrase.noPassphrase {
      console.note(Bilingual(id: "PERINGATAN: kunci tidak dilindungi kata sandi.", en: "WARNING: the keys have no passphrase."))
    }
  }

  private func governor(_ name: String, holder: String, _ ring: Keyring) throws -> LedgerCreation.Governor {
    let signer = try ring.contains(name) ? ring.signer(named: name) : ring.generate(name: name)
    // Before the vault exists there is no key to compute an identifier with; the staff number is hashed with the governor's own seed.
    let tag = try TagKey(signer.signingKey.seed).digest(label: "holder", value: Array(holder.utf8))
    return LedgerCreation.Governor(signer: signer, holder: Identifier(millisecondsSince1970: 0, firstBitsOf: tag.bytes))
  }
}
