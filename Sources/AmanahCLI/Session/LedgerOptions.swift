import ArgumentParser
import Foundation
import Language
import Ledger
import TransparencyLog
import Vocabulary

/// Which ledger a command is about, and what every command understands.
struct LedgerOptions: ParsableArguments {
  @Option(
    name: [.customShort("L"), .long],
    help: ArgumentHelp(
      Bilingual(
        id: "Direktori buku besar; bawaan AMANAH_LEDGER atau direktori ini.",
        en: "The ledger's directory; default AMANAH_LEDGER or this directory."),
      valueName: "dir"), completion: .directory)
  var ledger: String?

  @OptionGroup var language: LanguageOptions

  /// The directory.
  var directory: LedgerDirectory {
    LedgerDirectory(ledger ?? ProcessInfo.processInfo.environment["AMANAH_LEDGER"] ?? ".")
  }
}

/// Whether a command may begin with a snapshot of the state.
struct SnapshotOptions: ParsableArguments {
  @Flag(
    name: .customLong("no-snapshot"),
    help: ArgumentHelp(
      Bilingual(
        id: "Baca seluruh buku besar; tanpa potret keadaan.", en: "Read the whole ledger; use and keep no snapshot of its state.")
    ))
  var ignoresSnapshots = false

  var usesSnapshots: Bool { !ignoresSnapshots }
}

/// Where signers are kept, and who signs.
struct KeyringOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Bilingual(id: "Gantungan kunci; bawaan <buku besar>/keys.", en: "The keyring; default <ledger>/keys."), valueName: "dir"),
    completion: .directory)
  var keyring: String?

  @OptionGroup var passphrase: PassphraseOptions

  /// Opens the keyring, or makes it when `create`.
  func open(_ directory: LedgerDirectory, _ console: Console, create: Bool = false) throws -> Keyring {
    if keyring == nil, !directory.isOccupied { throw LedgerError.directory(path: directory.path, .noLedger) }
    let path = keyring ?? directory.keys
    let exists = Keyring.exists(at: path)
    if !exists {
      let keys = Keyring.keyCount(at: path)
      guard keys == 0 else { throw LedgerError.key(name: "keyring", .noKeyring(folder: path, keys: keys)) }
    }
    guard exists || create else {
      throw CommandFailure.failed(
        Bilingual(
          id: "\(path): tidak ada gantungan kunci; amanah key make membuatnya",
          en: "\(path): there is no keyring; amanah key make makes one"))
    }
    return try Keyring(path: path, passphrase: try passphrase.read(isNew: !exists, console))
  }
}

/// The time now at an offset, in whole seconds.
func currentTimestamp(zone: Int) throws -> Timestamp {
  guard let now = LedgerClock.system.now?.timestamp(offsetHours: zone) else {
    throw CommandFailure.failed(
      Bilingual(
        id: "jam mesin menunjukkan tahun di luar 2000 sampai 2099; setel jam mesin, lalu ulangi",
        en: "the machine's clock shows a year outside 2000 to 2099; set it, and try again"))
  }
  return now
}

/// A time as typed: RFC 3339 with an Indonesian offset.
func parseTimestamp(_ text: String, option: String) throws -> Timestamp {
  guard let time = Timestamp(text) else {
    throw CommandFailure.usage(
      Bilingual(
        id: "\(option): seharusnya waktu seperti 2026-04-30T23:59:59+07:00",
        en: "\(option): expected a time such as 2026-04-30T23:59:59+07:00"))
  }
  return time
}
