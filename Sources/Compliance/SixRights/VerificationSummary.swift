import Vocabulary

/// The verifications of a recipient up to the decision instant.
struct VerificationSummary {
  /// The first eligible one at each level, by (at, position).
  private var first: (rt: Moment?, desa: Moment?, kecamatan: Moment?, dinas: Moment?)
  /// The latest eligible one at any level.
  private(set) var latestEligible: VerificationRecord?
  /// The latest one of any outcome.
  private(set) var latest: VerificationRecord?

  init(of recipient: RecipientRecord, until instant: Int64, _ registry: Registry) {
    var index = recipient.firstVerification
    while index >= 0 {
      let record = registry.verifications[Int(index)]
      index = record.next
      guard record.at.secondsSince1970 <= instant else { continue }
      latest = Self.later(latest, record)
      guard record.outcome == .eligible else { continue }
      latestEligible = Self.later(latestEligible, record)
      let moment = Moment(record.at, record.reference)
      if let known = self[record.level], known < moment { continue }
      self[record.level] = moment
    }
  }

  /// The first eligible verification at a level.
  private(set) subscript(level: Level) -> Moment? {
    get {
      switch level {
      case .rt: first.rt
      case .desa: first.desa
      case .kecamatan: first.kecamatan
      case .dinas: first.dinas
      }
    }
    set {
      switch level {
      case .rt: first.rt = newValue
      case .desa: first.desa = newValue
      case .kecamatan: first.kecamatan = newValue
      case .dinas: first.dinas = newValue
      }
    }
  }

  private static func later(_ known: VerificationRecord?, _ new: VerificationRecord) -> VerificationRecord {
    guard let known, Moment(new.at, new.reference) < Moment(known.at, known.reference) else { return new }
    return known
  }
}
