/// What became of the rows of a file. The four kinds of rows add up to ``rowsRead``.
public struct IntakeReport: Hashable, Sendable {
  /// Rows with content, without the header.
  public internal(set) var rowsRead = 0
  /// Rows that made at least one event that is not in the ledger.
  public internal(set) var rowsAccepted = 0
  /// Rows whose events are all in the ledger already.
  public internal(set) var rowsAlreadyRecorded = 0
  /// Rows that say the same as an earlier row of the file.
  public internal(set) var rowsDuplicated = 0
  /// Rows that were refused.
  public internal(set) var rowsRejected = 0
  /// New events.
  public internal(set) var eventsAccepted = 0
  /// Rows that say the same as an earlier one.
  public internal(set) var duplicates: [Duplicate] = []
  /// Why rows were refused, in their order.
  public internal(set) var rejections: [Rejection] = []
  /// Names of columns that the list does not know, and whose cells were passed over.
  public internal(set) var unknownColumns: [String] = []
  /// Accepted rows whose personal data were left out, because the ledger says that they were erased.
  public internal(set) var withheld: [Int] = []
  /// Whether something was wrong that made it impossible to read on; the last rejection tells it.
  public internal(set) var endedEarly = false

  /// An empty report.
  public init() {}

  /// Counts rows that were accepted and turned out to be in the ledger already, such as grants of keys that exist.
  public mutating func markAlreadyRecorded(rows: Int) {
    rowsAccepted -= rows
    rowsAlreadyRecorded += rows
  }

  /// A row that says the same as an earlier one.
  public struct Duplicate: Hashable, Sendable {
    public let row: Int
    /// The row that said it first.
    public let firstRow: Int
  }
}
