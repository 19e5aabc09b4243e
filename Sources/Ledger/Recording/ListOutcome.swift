public import Intake

/// What became of one list.
public struct ListOutcome: Sendable {
  /// What the list is called, as `amanah import` takes it.
  public let list: String
  /// What became of the rows as they were read.
  public let report: IntakeReport
  /// The cells of rows that were refused while they were read, if they were asked for. Personal data.
  public let cells: RejectedCells?
  /// Rows that were read, but did not get into the ledger.
  public let refusals: [RowRefusal]

  /// Rows that the ledger did not take.
  public var rowsNotAdmitted: Int { refusals.rows.count }
  /// Rows that are in the ledger now and were not before.
  public var rowsRecorded: Int { report.rowsAccepted - rowsNotAdmitted }
  /// Whether every row was recorded, or was before.
  public var isComplete: Bool { report.rowsRejected == 0 && !report.endedEarly && refusals.isEmpty }
}
