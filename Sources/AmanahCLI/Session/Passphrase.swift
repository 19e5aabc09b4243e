import ArgumentParser
import Cryptography
import Foundation

/// Where the passphrase of a keyring comes from.
struct PassphraseOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say("Berkas yang baris pertamanya kata sandi gantungan kunci.", "File whose first line is the keyring's passphrase."),
      valueName: "file"))
  var passphraseFile: String?

  @Flag(
    help: ArgumentHelp(
      say(
        "Tanpa kata sandi: siapa pun yang membaca kunci dapat memakainya.", "No passphrase: whoever reads the keys can use them.")
    ))
  var noPassphrase = false

  /// The passphrase: from the file, `AMANAH_PASSPHRASE`, or asked for without echo.
  ///
  /// - Parameter isNew: whether it is being chosen, and must be typed twice.
  func read(isNew: Bool) throws -> SecretBytes {
    if noPassphrase { return SecretBytes(utf8: "") }
    if let passphraseFile {
      let line = Self.firstLine(try readFile(passphraseFile))
      // An empty passphrase protects nothing; whoever wants that must say so.
      guard !line.isEmpty else {
        throw CommandFailure.usage(
          say(
            "\(passphraseFile): seharusnya kata sandi di baris pertama, ditemukan baris kosong; --no-passphrase bila memang tanpa",
            "\(passphraseFile): expected the passphrase in the first line, found an empty line; --no-passphrase if you mean none")
        )
      }
      return SecretBytes(line)
    }
    if let text = ProcessInfo.processInfo.environment["AMANAH_PASSPHRASE"], !text.isEmpty { return SecretBytes(utf8: text) }
    guard isatty(STDIN_FILENO) == 1 else {
      throw CommandFailure.usage(
        say(
          "kata sandi gantungan kunci diperlukan: --passphrase-file, AMANAH_PASSPHRASE, atau --no-passphrase",
          "the keyring's passphrase is needed: --passphrase-file, AMANAH_PASSPHRASE, or --no-passphrase"))
    }
    let first = ask(say("Kata sandi gantungan kunci: ", "Keyring passphrase: "))
    guard isNew else { return SecretBytes(utf8: first) }
    guard first == ask(say("Sekali lagi: ", "Once more: ")) else {
      throw CommandFailure.usage(say("kedua kata sandi berbeda", "the two passphrases differ"))
    }
    guard !first.isEmpty else {
      throw CommandFailure.usage(
        say("kata sandi kosong; --no-passphrase bila memang begitu", "empty passphrase; --no-passphrase if you mean it"))
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
