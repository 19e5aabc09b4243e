public import Vocabulary

/// A row of the list of keys: who shall hold a key, and what it may be used for. The key itself is made by whoever reads the list.
public struct KeyRequest: Hashable, Sendable {
  /// The full name of the key.
  public let name: String
  /// The person, as an identifier computed from the staff number.
  public let holder: Identifier
  public let institution: Code?
  /// In the order of the schema, at least one.
  public let roles: [Role]
  /// Sorted; everywhere if there are none.
  public let regions: [Region]
  /// Every programme if there are none.
  public let programmes: [Code]
  public let validFrom: Timestamp
  /// The first moment at which it is valid no more; nil if no end is told.
  public let validUntil: Timestamp?
  /// The row of the file, from 1.
  public let row: Int
}

/// The list of keys.
public enum KeyList {
  static let columns = ColumnSet(
    required: [.key, .holder, .roles, .from], optional: [.institution, .regions, .programmes, .until])

  /// The requests of a whole file, and what became of its rows.
  ///
  /// A validity that is told as days alone begins with the first of them and ends after the last.
  ///
  /// - Throws: ``ColumnError``.
  public static func read(
    _ file: [UInt8], session: IntakeSession
  ) throws(ColumnError) -> (requests: [KeyRequest], report: IntakeReport) {
    try SmallTable.read(file, columns, session) { row in request(&row) }
  }

  private static func request(_ row: inout Row) -> KeyRequest? {
    let name = row.required(.key, .officers(origin: row.session.origin))
    if let name, name.count > 1 { row.note(.key, .officers, .tooMany(name.count)) }
    let staffNumber = row.required(.holder, .text(maximum: 80))
    let institution = row.optional(.institution, .code)
    let roles = row.required(.roles, .choices(Words.roles))
    let regions = row.optional(.regions, .regions(atMost: 64), standard: [])
    let programmes = row.optional(.programmes, .codes(atMost: 32), standard: [])
    let validFrom = row.required(.from, .bound(offsetHours: row.session.offsetHours, isEnd: false))
    let validUntil = row.optional(.until, .bound(offsetHours: row.session.offsetHours, isEnd: true))
    // Such a grant would be recorded, and never be of use.
    if let validFrom, let validUntil, validUntil.secondsSince1970 <= validFrom.secondsSince1970 {
      row.note(.until, .after(.from), .noLater)
    }
    guard row.isSound, let name = name?.first, let staffNumber, let roles, let validFrom else { return nil }
    return KeyRequest(
      name: name, holder: row.session.identity.holder(staffNumber: staffNumber), institution: institution, roles: roles,
      regions: regions, programmes: programmes, validFrom: validFrom, validUntil: validUntil, row: row.record.row)
  }
}

extension CellFormat where Value == Timestamp {
  /// The start of a validity, or its end: a day alone means its first moment, or the first moment after it.
  fileprivate static func bound(offsetHours: Int, isEnd: Bool) -> CellFormat {
    CellFormat(.dateAndTime, canonical: \.description) { cell throws(CellFinding) in
      var read = try DateReader.read(cell)
      if read.time == nil {
        read.time = .midnight
        if isEnd { read.day = read.day.adding(days: 1) }
      }
      return try read.instant(offsetHours: offsetHours)
    }
  }
}
