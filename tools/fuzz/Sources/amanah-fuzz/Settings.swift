import Foundation
import Language
@testable import Ledger
import TransparencyLog

extension Fuzzer {
  /// `amanah.yaml`: what is accepted can be written, and read again.
  static let settings = Fuzzer(name: "settings", options: ["-max_len=2048"]) { bytes in
    let text = String(decoding: bytes, as: UTF8.self)
    guard let settings = accepted({ try LedgerSettings(yaml: text, path: "amanah.yaml") }) else { return }
    law(settings.origin.utf8.elementsEqual(settings.logKey.name.text.utf8), "a log key of another name")
    guard let written = try? settings.yaml() else { fatalError("settings that were read cannot be written") }
    guard let again = try? LedgerSettings(yaml: written, path: "amanah.yaml") else {
      fatalError("settings that were written cannot be read")
    }
    law(
      again.origin == settings.origin && again.logKey == settings.logKey && again.zone == settings.zone
        && again.title.utf8.elementsEqual(settings.title.utf8) && again.language == settings.language,
      "written and read again they are other settings")
  }
}
