import Admission
import ArgumentParser
import Foundation
import Intake
import Language
import Ledger
import Reporting
import TransparencyLog
import Vocabulary

/// `amanah key`: make keys, grant and revoke what they may do.
struct KeyCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "key",
      abstract: Bilingual(id: "Buat kunci; beri dan cabut wewenang.", en: "Make keys; grant and revoke authority."),
      subcommands: [KeyMakeCommand.self, KeyGrantCommand.self, KeyRevokeCommand.self, KeyListCommand.self])
  }
}

/// `amanah key make`: a new key in the keyring.
struct KeyMakeCommand: LedgerCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "make",
      abstract: Bilingual(id: "Buat kunci baru dan tampilkan kunci pemeriksanya.", en: "Make a key and show its verifier key."))
  }

  @Argument(help: ArgumentHelp(Bilingual(id: "Nama kunci.", en: "Name of the key."), valueName: "name")) var name: String
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var keyring: KeyringOptions

  func run(_ console: Console) throws {
    let ring = try keyring.open(ledger.directory, console, create: true)
    let origin = (try? ledger.directory.readSettings())?.origin
    let signer = try ring.generate(name: origin.map { ShortKeyName.complete(name, origin: $0) } ?? name)
    console.print(signer.verifier.text)
  }
}

/// `amanah key list`: the keys in the keyring.
struct KeyListCommand: LedgerCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list", abstract: Bilingual(id: "Daftar kunci di gantungan.", en: "List the keys in the keyring."))
  }

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var keyring: KeyringOptions
  @Flag(help: "JSON.") var json = false

  struct Row: Encodable {
    let name: String
    let verifierKey: String
  }

  func run(_ console: Console) throws {
    let ring = try keyring.open(ledger.directory, console)
    let rows = try ring.names().map { Row(name: $0, verifierKey: try ring.signer(named: $0).verifier.text) }
    if json { return try console.print(json: rows) }
    for row in rows { console.print(row.verifierKey) }
  }
}

/// `amanah key grant`: one key, or a list of them.
struct KeyGrantCommand: LedgerCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "grant", abstract: Bilingual(id: "Beri wewenang kepada kunci.", en: "Grant authority to keys."),
      discussion: Bilingual(
        id:
          "Contoh: amanah key grant petugas-1 --holder P-017 --role distributor --region 18.03.07 --from 2026-01-01 --as pembina-1",
        en:
          "Example: amanah key grant petugas-1 --holder P-017 --role distributor --region 18.03.07 --from 2026-01-01 --as pembina-1"
      ))
  }

  @Argument(
    help: ArgumentHelp(
      Bilingual(id: "Nama kunci, bila bukan daftar.", en: "Name of the key, unless a list is given."), valueName: "name"))
  var name: String?
  @Option(
    help: ArgumentHelp(Bilingual(id: "Daftar kunci (CSV).", en: "List of keys (CSV)."), valueName: "file"), completion: .file())
  var list: String?
  @Option(
    name: .customLong("key"),
    help: ArgumentHelp(
      Bilingual(id: "Kunci pemeriksa yang dibuat di tempat lain.", en: "Verifier key made elsewhere."), valueName: "vkey"))
  var verifierKey: String?
  @Option(help: ArgumentHelp(Bilingual(id: "Nomor pegawai pemegang.", en: "Staff number of the holder."))) var holder: String?
  @Option(name: .customLong("role"), help: ArgumentHelp(Bilingual(id: "Peran; berulang.", en: "Role; repeatable."))) var roles:
    [String] = []
  @Option(name: .customLong("region"), help: ArgumentHelp(Bilingual(id: "Wilayah; berulang.", en: "Region; repeatable.")))
  var regions: [String] = []
  @Option(name: .customLong("programme"), help: ArgumentHelp(Bilingual(id: "Program; berulang.", en: "Programme; repeatable.")))
  var programmes: [String] = []
  @Option(help: ArgumentHelp(Bilingual(id: "Berlaku mulai.", en: "Valid from."), valueName: "date")) var from: String?
  @Option(help: ArgumentHelp(Bilingual(id: "Berlaku sampai.", en: "Valid until."), valueName: "date")) var until: String?
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(Bilingual(id: "Pembina yang menandatangani.", en: "The governor who signs."), valueName: "key"))
  var author: String
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var keyring: KeyringOptions
  @OptionGroup var snapshots: SnapshotOptions

  func validate() throws {
    guard (name == nil) != (list == nil) else {
      throw ValidationError(Bilingual(id: "nama kunci atau --list, salah satu", en: "a key's name or --list, one of them"))
    }
  }

  func run(_ console: Console) async throws {
    let desk = try await ledger.desk(keyring, console, usesSnapshots: snapshots.usesSnapshots)
    defer { desk.keepSnapshot() }
    let bytes: [UInt8]
    if let list {
      bytes = try readFile(list)
    } else {
      bytes = try row(zone: desk.settings.zone)
    }
    if let verifierKey, let name {
      let key: VerifierKey
      do { key = try VerifierKey(verifierKey) } catch { throw CommandFailure.usage(Bilingual("--key: \(error)")) }
      guard key.name.text == ShortKeyName.complete(name, origin: desk.settings.origin) else {
        throw CommandFailure.usage(Bilingual(id: "--key: namanya lain", en: "--key: it has another name"))
      }
    }
    let signer = ShortKeyName.complete(author, origin: desk.settings.origin)
    let outcome = try await desk.grantKeys(bytes, file: list ?? name ?? "", signers: [signer], made: verifierKey)
    try await desk.close()
    // There is no row to mend where the options were the row.
    if list == nil, outcome.list.report.rejections.contains(where: { $0.column == .until && $0.expected == .after(.from) }) {
      throw CommandFailure.usage(Bilingual(id: "--until: seharusnya sesudah --from", en: "--until: expected a time after --from"))
    }
    let printer = ImportPrinter(console: console, usesJSON: false, isDryRun: false)
    printer.print(outcome)
    if !outcome.list.isComplete { throw printer.refusal([outcome]) }
  }

  /// The options as the one row of a list of keys, so that both are read by the same rules.
  private func row(zone: Int) throws -> [UInt8] {
    guard let name, let holder, !roles.isEmpty else {
      throw CommandFailure.usage(Bilingual(id: "--holder dan --role diperlukan", en: "--holder and --role are needed"))
    }
    let start = try from ?? currentTimestamp(zone: zone).localDate.description
    var writer = CSVWriter(separator: .comma, marksByteOrder: false)
    writer.append(["kunci", "pemegang", "peran", "wilayah", "program", "mulai", "sampai"])
    writer.append([
      name, holder, roles.joined(separator: ";"), regions.joined(separator: ";"), programmes.joined(separator: ";"), start,
      until ?? "",
    ])
    return writer.bytes
  }
}

/// `amanah key revoke`: a key may no longer act.
struct KeyRevokeCommand: LedgerCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "revoke", abstract: Bilingual(id: "Cabut kunci untuk selamanya.", en: "Revoke a key for ever."))
  }

  @Argument(help: ArgumentHelp(Bilingual(id: "Nama kunci.", en: "Name of the key."), valueName: "name")) var name: String
  @Option(help: "lost | stolen | retired | abuse | superseded") var reason: String
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(Bilingual(id: "Pembina yang menandatangani.", en: "The governor who signs."), valueName: "key"))
  var author: String
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var keyring: KeyringOptions
  @OptionGroup var snapshots: SnapshotOptions

  func run(_ console: Console) async throws {
    guard let why = KeyRevoked.Reason.allCases.first(where: { $0.rawValue == reason }) else {
      throw CommandFailure.usage(
        Bilingual("--reason: \(KeyRevoked.Reason.allCases.map(\.rawValue).joined(separator: " | "))"))
    }
    let desk = try await ledger.desk(keyring, console, usesSnapshots: snapshots.usesSnapshots)
    defer { desk.keepSnapshot() }
    let body = EventBody.keyRevoked(KeyRevoked(key: ShortKeyName.complete(name, origin: desk.settings.origin), reason: why))
    try await desk.recordOne(body, author: author)
    try await desk.close()
    console.print(Bilingual(id: "Kunci \(name) dicabut.", en: "Key \(name) is revoked."))
  }
}
