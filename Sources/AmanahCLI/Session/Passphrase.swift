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
      guard let text = try? String(contentsOfFile: passphraseFile, encoding: .utf8) else {
        throw CommandFailure.failed(say("\(passphraseFile): tidak terbaca", "\(passphraseFile): cannot be read"))
      }
      return SecretBytes(utf8: String(text.prefix { $0 != "\n" }))
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

  private func ask(_ prompt: String) -> String {
    guard let text = unsafe getpass(prompt) else { return "" }
    return unsafe String(cString: text)
  }
}
