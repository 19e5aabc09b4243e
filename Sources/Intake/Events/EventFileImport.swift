internal import Cryptography
internal import Vocabulary

/// Reads a file of events, one JSON object a line, as programmes, rules and corrections are prepared.
///
/// The lines are those of SPEC 6 with three liberties: white space between the parts of the JSON is passed over; `id` may be left
/// out and is then computed from type, time and data; `"@no_peserta:<number>"` and `"@pemegang:<staff number>"` stand for identifiers.
/// Empty lines are passed over. Rows of the report are lines. An `id` belongs to one event: a line that gives it to another, of the
/// ledger or of an earlier line, is refused, since it would otherwise be taken for one that is recorded already.
public final class EventFileImport {
  /// A line may have this many bytes: 1 MiB. What can be recorded is much shorter.
  static let lineLimit = 1 << 20

  /// What became of the lines so far.
  public private(set) var report = IntakeReport()

  private let session: IntakeSession
  private let signers: [String]
  private var buffer: [UInt8] = []
  private var lineNumber = 0
  /// The line that made each event of the file, and the digest of its canonical form.
  private var seen: [Identifier: (row: Int, digest: Digest)] = [:]

  /// - Parameter signers: names of the keys that sign, the author's first; short names are completed as in lists.
  /// - Precondition: there is at least one.
  public init(signers: [String], session: IntakeSession) {
    precondition(!signers.isEmpty, "somebody must sign")
    self.session = session
    self.signers = signers.map { ShortKeyName.complete($0, origin: session.origin) }
  }

  /// The drafts of the lines that end in this part of the file.
  ///
  /// - Throws: what ``IntakeContext/recorded(event:)`` throws.
  public func read(_ part: [UInt8]) throws -> [DraftEvent] {
    var drafts: [DraftEvent] = []
    guard !report.endedEarly else { return drafts }
    buffer.append(contentsOf: part)
    var start = buffer.startIndex
    while let end = buffer[start...].firstIndex(of: 0x0A) {
      try readLine(buffer[start..<end], into: &drafts)
      start = end + 1
    }
    buffer.removeSubrange(..<start)
    if buffer.count > Self.lineLimit {
      reject(.recordOf(bytes: Self.lineLimit), .moreBytes, at: lineNumber + 1, endingEarly: true)
    }
    return drafts
  }

  /// The draft of the last line, which no line feed ends.
  ///
  /// - Throws: as ``read(_:)``.
  public func finish() throws -> [DraftEvent] {
    var drafts: [DraftEvent] = []
    guard !report.endedEarly else { return drafts }
    try readLine(buffer[...], into: &drafts)
    buffer = []
    return drafts
  }

  private func readLine(_ bytes: ArraySlice<UInt8>, into drafts: inout [DraftEvent]) throws {
    lineNumber += 1
    // A byte order mark at the start of the file is trimmed like any invisible character.
    let line = Cell(bytes).bytes
    guard !line.isEmpty else { return }
    let read: EventLine
    do throws(CellProblem) { read = try event(on: line) } catch {
      return reject(error.expected, error.found, at: lineNumber)
    }
    let digest = SHA256.hash(read.bytes)
    if let other = try otherEvent(of: read.event, digest) {
      return reject(.ownIdentifier, other, at: lineNumber)
    }
    report.rowsRead += 1
    accept(read, digest, into: &drafts)
  }

  /// Where another event has the identifier of this one; nil where none has.
  private func otherEvent(of event: Event, _ digest: Digest) throws -> CellFinding? {
    if let earlier = seen[event.id] { return earlier.digest == digest ? nil : .identifierOfRow(earlier.row) }
    guard let recorded = try session.context.recorded(event: event.id), recorded.event != event else { return nil }
    return .identifierOfRecorded(position: recorded.position, place: recorded.place)
  }

  private func event(on line: ArraySlice<UInt8>) throws(CellProblem) -> EventLine {
    let text = try EventLineText(line, session: session)
    do throws(EventError) {
      var event = try EventReader.read(text.json)
      if !text.hasIdentifier { event.id = try session.identity.event(of: event) }
      return try EventLine(writing: event)
    } catch {
      throw CellProblem(expected: .event, found: .refusedEvent(error))
    }
  }

  private func accept(_ read: EventLine, _ digest: Digest, into drafts: inout [DraftEvent]) {
    let first = seen[read.event.id]
    if first == nil { seen[read.event.id] = (lineNumber, digest) }
    if let first {
      report.rowsDuplicated += 1
      report.duplicates.append(IntakeReport.Duplicate(row: lineNumber, firstRow: first.row))
    } else if session.context.isRecorded(event: read.event.id) {
      report.rowsAlreadyRecorded += 1
    } else {
      session.learn(from: read.event.body)
      report.rowsAccepted += 1
      report.eventsAccepted += 1
      drafts.append(DraftEvent(line: read, signers: signers, row: lineNumber))
    }
  }

  private func reject(_ expected: CellExpectation, _ found: CellFinding, at line: Int, endingEarly: Bool = false) {
    let rejection = Rejection(row: line, line: line, column: nil, expected: expected, found: found)
    report.reject(rejection, endingEarly: endingEarly)
  }
}
