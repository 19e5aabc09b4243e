public import Vocabulary

/// Which files to import, in which order.
public struct Plan: Hashable, Sendable {
  /// What a file holds.
  public enum Content: Hashable, Sendable {
    case list(ListKind)
    /// The list of keys.
    case keys
    /// Events, one a line.
    case events
  }

  /// One file of the plan.
  public struct Step: Hashable, Sendable {
    public let content: Content
    /// The name of the file, which lies beside the plan.
    public let file: String
    /// Full names of the keys that sign what names no officer, the author's first; empty where the plan names none.
    public let signers: [String]
    /// What the ledger's clock shows while the file is read; for exercise ledgers only.
    public let recordedAt: Timestamp?
    /// The row of the plan, from 1.
    public let row: Int
  }

  /// The files in their order.
  public let steps: [Step]

  static let columns = ColumnSet(required: [.list, .file], optional: [.officer, .recordedAt])

  /// The plan in a file, and what became of its rows. A plan with a refused row should not be followed.
  ///
  /// - Throws: ``ColumnError``.
  public static func read(
    _ file: [UInt8], session: IntakeSession
  ) throws(ColumnError) -> (plan: Plan, report: IntakeReport) {
    let (steps, report) = try SmallTable.read(file, columns, session) { row in step(&row) }
    return (Plan(steps: steps), report)
  }

  private static func step(_ row: inout Row) -> Step? {
    let content = row.required(.list, .planContent)
    let file = row.required(.file, .fileName)
    let signers = row.optional(.officer, .officers(origin: row.session.origin), standard: [])
    let recordedAt = row.optional(.recordedAt, .instant(offsetHours: row.session.offsetHours))
    guard row.isSound, let content, let file else { return nil }
    return Step(content: content, file: file, signers: signers, recordedAt: recordedAt, row: row.record.row)
  }
}

extension CellFormat where Value == Plan.Content {
  fileprivate static var planContent: CellFormat {
    let words = ListKind.allCases.map(\.rawValue) + ["keys", "events"]
    return CellFormat(.choice(words), canonical: { "\($0)" }) { cell throws(CellFinding) in
      switch PlainName.of(cell.bytes) {
      case "keys", "kunci": return .keys
      case "events", "peristiwa": return .events
      default:
        guard let kind = ListKind(name: cell.text) else { throw cell.finding }
        return .list(kind)
      }
    }
  }
}
