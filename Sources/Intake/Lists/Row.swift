internal import Cryptography
internal import Vocabulary

/// One row while it is read: hands out the values of its columns, gathers every problem instead of stopping at the first, and gathers what
/// was read as the source of the events' identifiers.
struct Row {
  let record: CSVRecord
  let session: IntakeSession
  private let columns: ColumnMap

  /// The officers that the row names, if it has such a column and names any.
  private(set) var signers: [String]?
  private(set) var problems: [ColumnProblem] = []
  private(set) var events: [PendingEvent] = []
  private var material = IdentityMaterial("")
  private var hasReadOfficers = false

  init(record: CSVRecord, columns: ColumnMap, session: IntakeSession) {
    self.record = record
    self.columns = columns
    self.session = session
  }

  /// Whether everything that was asked for could be read so far.
  var isSound: Bool { problems.isEmpty }

  // MARK: Values

  /// The value of a column that must have one; nil where it has a problem, which is then noted.
  mutating func required<Value>(_ column: Column, _ format: CellFormat<Value>) -> Value? {
    read(column, format, isRequired: true)
  }

  /// The value of a column; nil where there is none, or where it has a problem, which is then noted.
  mutating func optional<Value>(_ column: Column, _ format: CellFormat<Value>) -> Value? {
    read(column, format, isRequired: false)
  }

  /// The value of a column, or `standard` where there is none. Saying what would be assumed anyway makes no difference.
  mutating func optional<Value>(_ column: Column, _ format: CellFormat<Value>, standard: Value) -> Value {
    if has(column) { return read(column, format, isRequired: false) ?? standard }
    material.append(format.canonical(standard))
    return standard
  }

  /// Whether the row has a value in this column.
  func has(_ column: Column) -> Bool { cell(column).map { !$0.isMissing } ?? false }

  private mutating func read<Value>(_ column: Column, _ format: CellFormat<Value>, isRequired: Bool) -> Value? {
    guard let cell = cell(column), !cell.isMissing else {
      if isRequired { note(column, format.expected, .missing) }
      material.append(nil)
      return nil
    }
    do {
      let value = try format.read(cell)
      material.append(format.canonical(value))
      return value
    } catch {
      problems.append(ColumnProblem(column: column, problem: error))
      return nil
    }
  }

  func cell(_ column: Column) -> Cell? {
    guard let index = columns.cell(of: column), index < record.count else { return nil }
    return Cell(record[index])
  }

  /// Notes a problem of a column.
  mutating func note(_ column: Column, _ expected: CellExpectation, _ found: CellFinding) {
    problems.append(ColumnProblem(column: column, problem: CellProblem(expected: expected, found: found)))
  }

  // MARK: Time

  /// When it happened: the column of the date, with the time of day beside it if there is one.
  mutating func date() -> Timestamp? {
    let format = CellFormat<Timestamp>.instant(offsetHours: session.offsetHours)
    guard has(.time), let cell = cell(.date), !cell.isMissing, let timeCell = self.cell(.time) else {
      return required(.date, format)
    }
    let time: TimeOfDay
    do throws(CellProblem) {
      time = try CellFormat.time.read(timeCell)
    } catch {
      problems.append(ColumnProblem(column: .time, problem: error))
      return nil
    }
    do throws(CellFinding) {
      var read = try DateReader.read(cell)
      // A spreadsheet shows midnight where nobody told a time.
      guard read.time == nil || read.time == .midnight || read.time == time else {
        note(.time, .time, .twoTimes)
        return nil
      }
      read.time = time
      let instant = try read.instant(offsetHours: session.offsetHours)
      material.append(instant.description)
      return instant
    } catch {
      note(.date, .dateAndTime, error)
      return nil
    }
  }

  /// A date with or without a time in another column.
  mutating func requiredInstant(_ column: Column) -> Timestamp? {
    required(column, .instant(offsetHours: session.offsetHours))
  }

  // MARK: Events

  /// Begins to gather what makes the next event; the officers that the row names belong to every event of the row.
  mutating func begin(_ name: String) {
    material = IdentityMaterial(name)
    if hasReadOfficers {
      material.append(signers.map { $0.joined(separator: "+") })
    } else {
      signers = optional(.officer, .officers(origin: session.origin))
      hasReadOfficers = true
    }
  }

  /// Adds something to what makes the event that is no cell of its own.
  mutating func identify(by value: String) { material.append(value) }

  /// Notes an event of what was read since ``begin(_:)``. `body` is made only if the event is new.
  ///
  /// - Parameter region: where the event belongs, in lists of which it is told what they cover.
  mutating func emit(at: Timestamp, region: Region? = nil, _ body: @escaping (IntakeSession) throws -> EventBody) {
    events.append(PendingEvent(identifier: session.identity.event(at: at, material), at: at, region: region, body: body))
  }
}

/// A problem and the column that has it.
struct ColumnProblem: Hashable {
  let column: Column
  let problem: CellProblem
}
