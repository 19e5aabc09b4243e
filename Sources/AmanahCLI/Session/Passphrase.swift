import ArgumentParser
import Cryptography
import Foundation
import Language

/// Where the passphrase of a keyring comes from.
struct PassphraseOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Bilingual(
        id: "Berkas yang baris pertamanya kata sandi gantungan kunci.", en: "File whose first line is the keyring's passphrase."),
      valueName: "file"))
  var passphraseFile: String?

  @Flag(
    help: ArgumentHelp(
      Bilingual(
        id: "Tanpa kata sandi: siapa pun yang membaca kunci dapat memakainya.",
        en: "No passphrase: whoever reads the keys can use them.")
    ))
  var noPassphrase = false

  /// The passphrase: from the file, `AMANAH_PASSPHRASE`, or asked for without echo.
  ///
  /// - Parameter isNew: whether it is being chosen, and must be typed twice.
  func read(isNew: Bool, _ console: Console) throws -> SecretBytes {
    if noPassphrase { return SecretBytes(utf8: "") }
    if let passphraseFile {
      let line = Self.firstLine(try readFile(passphraseFile))
      // An empty passphrase protects nothing; whoever wants that must say so.
      guard !line.isEmpty else {
        throw CommandFailure.usage(
          Bilingual(
            id:
              "\(passphraseFile): seharusnya kata sandi di baris pertama, ditemukan baris kosong; --no-passphrase bila memang tanpa",
            en:
              "\(passphraseFile): expected the passphrase in the first line, found an empty line; --no-passphrase if you mean none"
          )
        )
      }
      return SecretBytes(line)
    }
    if let text = ProcessInfo.processInfo.environment["AMANAH_PASSPHRASE"], !text.isEmpty { return SecretBytes(utf8: text) }
    guard isatty(STDIN_FILENO) == 1 else {
      throw CommandFailure.usage(
        Bilingual(
          id: "kata sandi gantungan kunci diperlukan: --passphrase-file, AMANAH_PASSPHRASE, atau --no-passphrase",
          en: "the keyring's passphrase is needed: --passphrase-file, AMANAH_PASSPHRASE, or --no-passphrase"))
    }
    let first = ask(Bilingual(id: "Kata sandi gantungan kunci: ", en: "Keyring passphrase: ")[console.language])
    guard isNew else { return SecretBytes(utf8: first) }
    guard first == ask(Bilingual(id: "Sekali lagi: ", en: "Once more: ")[console.language]) else {
      throw CommandFailure.usage(Bilingual(id: "kedua kata sandi berbeda", en: "the two passphrases differ"))
    }
    guard !first.isEmpty else {
      throw CommandFailure.usage(
        Bilingual(
          id: "kata sandi kosong; --no-passphrase bila memang begitu", en: "empty passphrase; --no-passphrase if you mean it"))
    }
    return SecretBytes(utf8: first)
  }

  /// The bytes before the first line feed, without the carriage return of a file from Windows. Bytes, since to Swift CR LF is one
  /// character, which is no line feed.
  private static func firstLine(_ bytes: [UInt8]) -> [UInt8] {
    var line = bytes.prefix { $0 != 0x0A }
    if line.last == 0x0D { line.removeLast() }
    return Array(line)
  }

  private func ask(_ prompt: String) -> String {
    guard let text = unsafe getpass(prompt) else { return "" }
    return unsafe String(cString: text)
  }
}
