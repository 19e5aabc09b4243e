import Admission
import ArgumentParser
import Foundation
import Intake
import Reporting
import Vocabulary

/// `amanah event`: what can be said of events without a ledger.
struct EventCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "event",
      abstract: say("Periksa baris peristiwa sebelum ditandatangani.", "Check lines of events before they are signed."),
      subcommands: [EventCheckCommand.self])
  }
}

/// `amanah event check`: whether lines are events as SPEC 6 and the schemas say.
struct EventCheckCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: say("Periksa baris-baris peristiwa terhadap skemanya.", "Check lines of events against their schemas."),
      discussion: say(
        """
        Tiap baris diperiksa persis seperti akan ditandatangani (SPEC 6). Tidak perlu
        buku besar atau kunci. Isi baris tidak pernah ditampilkan.

        Contoh:
          amanah event check peristiwa.jsonl
          pembuat-peristiwa | amanah event check - --json
        """,
        """
        Each line is checked exactly as it would be signed (SPEC 6). Needs neither a
        ledger nor keys. What a line says is never shown.

        Examples:
          amanah event check events.jsonl
          event-maker | amanah event check - --json
        """))
  }

  @Argument(
    help: ArgumentHelp(
      say("Berkas, satu peristiwa sebaris; - untuk masukan baku.", "File, one event a line; - for standard input."),
      valueName: "file"), completion: .file())
  var file: String
  @Flag(help: ArgumentHelp(say("Satu objek JSON untuk tiap baris.", "One JSON object for each line."))) var json = false
  @OptionGroup var language: LanguageOptions

  func run() throws {
    let input = try open()
    var check = EventLineCheck()
    var refused = 0
    var total = 0
    let tell = { (lines: [EventLineCheck.Line]) in
      guard !lines.isEmpty else { return }
      total += lines.count
      refused += lines.count { $0.isRefused }
      let texts = try lines.map { json ? try Record($0, file: file).text : text($0) }
      Terminal.print(texts.joined(separator: "\n"))
    }
    while let part = try input.read(upToCount: 1 << 18), !part.isEmpty { try tell(check.read([UInt8](part))) }
    if let last = check.finish() { try tell([last]) }
    if refused > 0 {
      throw CommandFailure.refused(
        say("baris: \(total), ditolak \(refused)", "lines: \(total), \(refused) refused"))
    }
    Terminal.note(say("baris: \(total), semuanya diterima", "lines: \(total), all accepted"))
  }

  private func open() throws -> FileHandle {
    if file == "-" { return .standardInput }
    var isFolder: ObjCBool = false
    if unsafe FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), isFolder.boolValue {
      throw CommandFailure.failed(
        say("\(file): seharusnya berkas, ditemukan direktori", "\(file): expected a file, found a directory"))
    }
    guard let handle = FileHandle(forReadingAtPath: file) else {
      throw CommandFailure.failed(
        say("\(file): berkas tidak ada atau tidak terbaca", "\(file): the file is missing or cannot be read"))
    }
    return handle
  }

  private func text(_ line: EventLineCheck.Line) -> String {
    let place = "\(file):\(line.number): "
    guard let refusal = line.refusal(Language.current.intake) else {
      return place + say("diterima", "accepted") + " \(line.type ?? "")"
    }
    let pointer = refusal.pointer.isEmpty ? say("tingkat teratas", "the top") : refusal.pointer
    return place + refusal.code
      + say(
        " di \(pointer) (bita \(refusal.offset)): seharusnya \(refusal.expected), ditemukan \(refusal.found)",
        " at \(pointer) (byte \(refusal.offset)): expected \(refusal.expected), found \(refusal.found)")
  }

  /// One line's verdict for machines.
  private struct Record: Encodable {
    let file: String
    let line: Int
    let accepted: Bool
    let type: String?
    let refusal: LineRefusal?

    init(_ line: EventLineCheck.Line, file: String) {
      self.file = file
      self.line = line.number
      accepted = !line.isRefused
      type = line.type
      refusal = line.refusal(Language.current.intake)
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
private struct LineRefusal: Encodable {
  let code: String
  let pointer: String
  let offset: Int
  let expected: String
  let found: String
}

extension EventLineCheck.Line {
  fileprivate var isRefused: Bool { type == nil }

  fileprivate var type: String? {
    if case .accepted(let type) = verdict { type.rawValue } else { nil }
  }

  fileprivate func refusal(_ language: IntakeLanguage) -> LineRefusal? {
    switch verdict {
    case .accepted: nil
    case .refused(let error):
      LineRefusal(
        code: "event.\(error.category.rawValue)", pointer: error.pointer, offset: error.offset,
        expected: error.expected.text(language), found: error.found.text(language))
    case .tooLong:
      LineRefusal(
        code: "note.tooLarge", pointer: "", offset: EventLineCheck.lineLimit,
        expected: say(
          "baris paling panjang \(EventLineCheck.lineLimit) bita", "a line of at most \(EventLineCheck.lineLimit) bytes"),
        found: say("lebih panjang", "more"))
    }
  }
}
