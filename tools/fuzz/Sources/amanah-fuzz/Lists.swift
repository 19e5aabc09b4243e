import Cryptography
@testable import Intake
import Language
import Vocabulary

extension Fuzzer {
  /// CSV: the parts that a file is read in make no difference, and what is written can be read.
  static let csv = Fuzzer(name: "csv", options: ["-max_len=4096"]) { bytes in
    var dice = Dice(bytes)
    let step = Int(dice.byte() % 16) + 1
    let file = Array(dice.rest)
    let whole = CSVFile(file, step: file.count)
    law(whole == CSVFile(file, step: step), "parts of \(step) bytes are read differently")
    law(whole.line <= file.count + 1, "more lines than bytes")
    // Written by our own writer it is the same, where it does not begin with what another kind of file begins with.
    let sound = whole.records.filter { $0.problem == nil }.map(\.cells)
    var writer = CSVWriter(separator: .semicolon)
    for cells in sound { writer.append(cells) }
    guard !writer.bytes.prefix(8).contains(0), !writer.bytes.starts(with: [0xEF, 0xBB, 0xBF]),
      !writer.bytes.starts(with: "PK".utf8)
    else { return }
    let again = CSVFile(writer.bytes, step: 1 + step * 7, separator: .semicolon)
    law(again.error == nil && again.records.map(\.cells) == sound, "what was written is read differently")
  }

  /// A list as offices keep them: its kind first, then the file. A kind above the last gets its own header.
  static let list = Fuzzer(name: "list", options: ["-max_len=4096"]) { bytes in
    var dice = Dice(bytes)
    let (choice, step) = (Int(dice.byte()), Int(dice.byte() % 32) + 1)
    let kinds = ListKind.allCases
    let kind = kinds[choice % kinds.count]
    var file = Array(dice.rest)
    if choice >= 128 {
      let header = kind.columns.all.map(\.name).joined(separator: ";")
      file = Array((header + "\n").utf8) + file
    }
    let whole = Desk()
    let read = whole.read(kind, file, step: file.count)
    let parts = Desk().read(kind, file, step: step)
    law(read == parts, "parts of \(step) bytes are read differently")
    guard let read else { return }
    checkReport(read.report)
    checkDrafts(read.drafts)
    checkSilence(read.report.rejections, file)
    // Read again when the ledger has it all, it adds nothing.
    whole.ledger.admit(read.drafts)
    let second = whole.read(kind, file, step: file.count)
    law(second?.drafts.isEmpty == true, "reading again adds \(second?.drafts.count ?? -1) events")
  }

  private static func checkReport(_ report: IntakeReport) {
    let sum = report.rowsAccepted + report.rowsAlreadyRecorded + report.rowsDuplicated + report.rowsRejected
    law(report.rowsRead == sum, "\(report.rowsRead) rows were read, but \(sum) are told of")
  }

  private static func checkDrafts(_ drafts: [DraftEvent]) {
    for draft in drafts {
      law((try? EventReader.read(draft.line.bytes)) == draft.event, "the line of a draft is not its event")
      law(!draft.signers.isEmpty, "nobody signs")
      checkCanonical(draft.event)
    }
    var chunker = NoteChunker()
    let notes = drafts.compactMap { chunker.add($0) } + [chunker.finish()].compactMap { $0 }
    law(notes.flatMap { $0 } == drafts, "an event was lost between notes")
    law(notes.allSatisfy { (1...256).contains($0.count) }, "a note of no or too many events")
  }

  /// A refusal says what was expected and what kind of thing was found: no long number of the file is in it.
  private static func checkSilence(_ rejections: [Rejection], _ file: [UInt8]) {
    let numbers = file.split { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.filter { $0.count >= 9 }
    guard !numbers.isEmpty else { return }
    for rejection in rejections.prefix(20) {
      let text = rejection.words.id + rejection.words.en
      for number in numbers.prefix(20) {
        law(!text.contains(String(decoding: number, as: UTF8.self)), "a refusal tells what was in the cell")
      }
    }
  }

  /// The list of keys, and a plan.
  static let table = Fuzzer(name: "table", options: ["-max_len=4096"]) { bytes in
    let desk = Desk()
    if let read = accepted({ try KeyList.read(bytes, session: desk.session) }) {
      law(read.requests.count == read.report.rowsAccepted, "accepted rows and requests differ")
      for request in read.requests {
        law(!request.roles.isEmpty && request.name.contains("/"), "a request without role, or without a full name")
      }
      checkReport(read.report)
      checkSilence(read.report.rejections, bytes)
    }
    if let read = accepted({ try Plan.read(bytes, session: desk.session) }) {
      law(read.plan.steps.count == read.report.rowsAccepted, "accepted rows and steps differ")
      for step in read.plan.steps {
        law(!step.file.isEmpty && !step.file.contains("/"), "a file that does not lie beside the plan")
      }
      checkSilence(read.report.rejections, bytes)
    }
  }

  /// A file of event lines.
  static let eventFile = Fuzzer(name: "event-file", options: ["-max_len=8192"]) { bytes in
    var dice = Dice(bytes)
    let step = Int(dice.byte() % 32) + 1
    let file = Array(dice.rest)
    let whole = Desk()
    let read = whole.readEvents(file, step: file.count)
    law(read == Desk().readEvents(file, step: step), "parts of \(step) bytes are read differently")
    checkReport(read.report)
    checkDrafts(read.drafts)
    whole.ledger.admit(read.drafts)
    law(whole.readEvents(file, step: file.count).drafts.isEmpty, "reading again adds events")
    // A strict line is read the same way here and in a note.
    for line in file.split(separator: 0x0A).prefix(4) {
      guard let event = try? EventReader.read(Array(line)), !line.contains(UInt8(ascii: "@")) else { continue }
      let one = Desk().readEvents(Array(line), step: line.count)
      law(one.drafts.first?.event == event, "a strict line is another event in a file")
    }
  }
}

/// A CSV file as one reader gives it.
private struct CSVFile: Equatable {
  struct Record: Equatable {
    let row: Int
    let line: Int
    let problem: CSVError?
    let cells: [String]
  }

  var records: [Record] = []
  var error: CSVError?
  var line = 0

  init(_ bytes: [UInt8], step: Int, separator: CSVSeparator? = nil) {
    var reader = CSVReader(separator: separator)
    var record = CSVRecord()
    var rest = bytes[...]
    do throws(CSVError) {
      while !rest.isEmpty {
        reader.append(Array(rest.prefix(max(1, step))))
        rest = rest.dropFirst(max(1, step))
        try drain(&reader, &record)
      }
      reader.finish()
      try drain(&reader, &record)
    } catch { self.error = error }
  }

  private mutating func drain(_ reader: inout CSVReader, _ record: inout CSVRecord) throws(CSVError) {
    while try reader.next(into: &record) {
      line = record.line
      let cells = record.problem == nil ? record.texts : []
      records.append(Record(row: record.row, line: record.line, problem: record.problem, cells: cells))
    }
  }
}
