/// A column of a list, whatever the list calls it.
public enum Column: UInt8, CaseIterable, Hashable, Sendable {
  /// Participant number of the list.
  case number
  /// Person number, 16 digits.
  case nik
  /// Family number, 16 digits.
  case kk
  /// Name of a recipient, a supplier or an outlet.
  case name
  case birthDate
  case address
  case phone
  /// Where a person lives.
  case home
  case region
  case decile
  case classes
  case identityStatus
  case sensitiveClass
  case source
  case witness
  case evidence
  /// When it happened.
  case date
  /// The time of day that belongs to `date`.
  case time
  /// Who signs.
  case officer
  case status
  case effective
  case level
  case outcome
  case method
  case programme
  case clause
  case supplier
  case founded
  case ownerNIK
  case ownerClasses
  case procurement
  case opens
  case closes
  case goods
  case value
  /// When a bid came in.
  case receivedAt
  case price
  case disqualifiedClause
  case disqualifiedAt
  case ranking
  case contract
  case from
  case until
  case outlet
  case lot
  case period
  case commodity
  /// An amount of money or a quantity.
  case amount
  case unitPrice
  case expires
  case packaged
  case unit
  case market
  case reason
  case collector
  case letter
  case cash
  case fee
  case combinedOrder
  case complaint
  case channel
  case category
  /// The words of a complaint.
  case text
  case answeredAt
  case answer
  case closedAt
  case closing
  /// Whether aid was received.
  case received
  case receivedOn
  case amountReceived
  case quality
  /// Staff number of a person who holds a key.
  case holder
  case relation
  case document
  case reference
  case key
  case institution
  case roles
  case regions
  case programmes
  case list
  case file
  case recordedAt

  /// The name that docs/lists.md and messages give it.
  public var name: String { names.first ?? "\(self)" }
}
