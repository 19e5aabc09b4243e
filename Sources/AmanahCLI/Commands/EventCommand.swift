import Admission
import ArgumentParser
import Foundation
import Intake
import Language
import Reporting
import Vocabulary

/// `amanah event`: what can be said of events without a ledger.
struct EventCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "event",
      abstract: Bilingual(
        id: "Periksa baris peristiwa sebelum ditandatangani.", en: "Check lines of events before they are signed."),
      subcommands: [EventCheckCommand.self])
  }
}

/// `amanah event check`: whether lines are events as SPEC 6 and the schemas say.
struct EventCheckCommand: ConsoleCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: Bilingual(
        id: "Periksa baris-baris peristiwa terhadap skemanya.", en: "Check lines of events against their schemas."),
      discussion: Bilingual(
        id: """
          Tiap baris diperiksa persis seperti akan ditandatangani (SPEC 6). Tidak perlu
          buku besar atau kunci. Isi baris tidak pernah ditampilkan.

          Contoh:
            amanah event check peristiwa.jsonl
            pembuat-peristiwa | amanah event check - --json
          """,
        en: """
          Each line is checked exactly as it would be signed (SPEC 6). Needs neither a
          ledger nor keys. What a line says is never shown.

          Examples:
            amanah event check events.jsonl
            event-maker | amanah event check - --json
          """))
  }

  @Argument(
    help: ArgumentHelp(
      Bilingual(id: "Berkas, satu peristiwa sebaris; - untuk masukan baku.", en: "File, one event a line; - for standard input."),
      valueName: "file"), completion: .file())
  var file: String
  @Flag(help: ArgumentHelp(Bilingual(id: "Satu objek JSON untuk tiap baris.", en: "One JSON object for each line."))) var json =
    false
  @OptionGroup var language: LanguageOptions

  func run(_ console: Console) throws {
    let input = try open()
    var check = EventLineCheck()
    var refused = 0
    var total = 0
    let tell = { (lines: [EventLineCheck.Line]) in
      guard !lines.isEmpty else { return }
      total += lines.count
      refused += lines.count { $0.isRefused }
      let texts = try lines.map { json ? try Record($0, file: file, console.language).text : text($0)[console.language] }
      console.print(texts.joined(separator: "\n"))
    }
    while let part = try input.read(upToCount: 1 << 18), !part.isEmpty { try tell(check.read([UInt8](part))) }
    if let last = check.finish() { try tell([last]) }
    if refused > 0 {
      throw CommandFailure.refused(
        Bilingual(id: "baris: \(total), ditolak \(refused)", en: "lines: \(total), \(refused) refused"))
    }
    console.note(Bilingual(id: "baris: \(total), semuanya diterima", en: "lines: \(total), all accepted"))
  }

  private func open() throws -> FileHandle {
    if file == "-" { return .standardInput }
    var isFolder: ObjCBool = false
    if unsafe FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), isFolder.boolValue {
      throw CommandFailure.failed(
        Bilingual(id: "\(file): seharusnya berkas, ditemukan direktori", en: "\(file): expected a file, found a directory"))
    }
    guard let handle = FileHandle(forReadingAtPath: file) else {
      throw CommandFailure.failed(
        Bilingual(id: "\(file): berkas tidak ada atau tidak terbaca", en: "\(file): the file is missing or cannot be read"))
    }
    return handle
  }

  private func text(_ line: EventLineCheck.Line) -> Bilingual {
    let place = Bilingual("\(file):\(line.number): ")
    guard let refusal = line.refusal else {
      return place + Bilingual(id: "diterima", en: "accepted") + Bilingual(" \(line.type ?? "")")
    }
    let pointer =
      refusal.pointer.isEmpty ? Bilingual(id: "tingkat teratas", en: "the top") : Bilingual(refusal.pointer)
    let (expected, found) = (refusal.expected, refusal.found)
    return place + Bilingual(refusal.code)
      + Bilingual(
        id: " di \(pointer.id) (bita \(refusal.offset)): seharusnya \(expected.id), ditemukan \(found.id)",
        en: " at \(pointer.en) (byte \(refusal.offset)): expected \(expected.en), found \(found.en)")
  }

  /// One line's verdict for machines.
  private struct Record: Encodable {
    let file: String
    let line: Int
    let accepted: Bool
    let type: String?
    let refusal: Refusal?

    /// Why, in one language.
    struct Refusal: Encodable {
      let code: String
      let pointer: String
      let offset: Int
      let expected: String
      let found: String

      init(_ refusal: LineRefusal, _ language: Language) {
        code = refusal.code
        pointer = refusal.pointer
        offset = refusal.offset
        expected = refusal.expected[language]
        found = refusal.found[language]
      }
    }

    init(_ line: EventLineCheck.Line, file: String, _ language: Language) {
      self.file = file
      self.line = line.number
      accepted = !line.isRefused
      type = line.type
      refusal = line.refusal.map { Refusal($0, language) }
    }

    var text: String {
      get throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
      }
    }
  }
}

/// Why a line is refused: a code of SPEC 7.1, where, and what instead of what. Nothing of the content.
private struct LineRefusal {
  let code: String
  let pointer: String
  let offset: Int
  let expected: Bilingual
  let found: Bilingual
}

extension EventLineCheck.Line {
  fileprivate var isRefused: Bool { type == nil }

  fileprivate var type: String? {
    if case .accepted(let type) = verdict { type.rawValue } else { nil }
  }

  fileprivate var refusal: LineRefusal? {
    switch verdict {
    case .accepted: nil
    case .refused(let error):
      LineRefusal(
        code: "event.\(error.category.rawValue)", pointer: error.pointer, offset: error.offset,
        expected: error.expected.words, found: error.found.words)
    case .tooLong:
      LineRefusal(
        code: "note.tooLarge", pointer: "", offset: EventLineCheck.lineLimit,
        expected: Bilingual(
          id: "baris paling panjang \(EventLineCheck.lineLimit) bita", en: "a line of at most \(EventLineCheck.lineLimit) bytes"),
        found: Bilingual(id: "lebih panjang", en: "more"))
    }
  }
}
