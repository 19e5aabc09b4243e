/// Why a right is violated or cannot be assessed (SPEC 10.2). Ordered like its text.
public enum ReasonCode: String, CaseIterable, Hashable, Sendable, Codable {
  case adminConflictOfInterest = "admin.conflictOfInterest"
  case adminDutiesNotSeparated = "admin.dutiesNotSeparated"
  case adminEvidenceMissing = "admin.evidenceMissing"
  case adminLevelSkipped = "admin.levelSkipped"
  case adminNoHandover = "admin.noHandover"
  case adminNoRules = "admin.noRules"
  case adminProcurementDeviates = "admin.procurementDeviates"
  case adminSequenceGap = "admin.sequenceGap"
  case amountCombined = "amount.combined"
  case amountLevied = "amount.levied"
  case amountNoHandover = "amount.noHandover"
  case amountNoRules = "amount.noRules"
  case amountOver = "amount.over"
  case amountRepeated = "amount.repeated"
  case amountShort = "amount.short"
  case priceAboveCeiling = "price.aboveCeiling"
  case priceAboveContract = "price.aboveContract"
  case priceAboveReference = "price.aboveReference"
  case priceNoGoods = "price.noGoods"
  case priceNoHandover = "price.noHandover"
  case priceNoReference = "price.noReference"
  case priceNoRules = "price.noRules"
  case priceValueShort = "price.valueShort"
  case qualityComplained = "quality.complained"
  case qualityExpired = "quality.expired"
  case qualityFailed = "quality.failed"
  case qualityForbiddenItem = "quality.forbiddenItem"
  case qualityGroupMissing = "quality.groupMissing"
  case qualityNoGoods = "quality.noGoods"
  case qualityNoHandover = "quality.noHandover"
  case qualityNoRules = "quality.noRules"
  case qualityPackaged = "quality.packaged"
  case qualityUninspected = "quality.uninspected"
  case targetDeceased = "target.deceased"
  case targetDuplicateFamily = "target.duplicateFamily"
  case targetDuplicatePerson = "target.duplicatePerson"
  case targetExcludedClass = "target.excludedClass"
  case targetIneligible = "target.ineligible"
  case targetMissed = "target.missed"
  case targetMoved = "target.moved"
  case targetNoRules = "target.noRules"
  case targetStale = "target.stale"
  case targetUnregistered = "target.unregistered"
  case targetUnverified = "target.unverified"
  case targetWrongCollector = "target.wrongCollector"
  case timeDeliveredLate = "time.deliveredLate"
  case timeEarly = "time.early"
  case timeLate = "time.late"
  case timeNoHandover = "time.noHandover"
  case timeNoRules = "time.noRules"
  case timeNoWindow = "time.noWindow"
  case timeRecordedLate = "time.recordedLate"

  /// The part after the dot, as in state lines (SPEC 11).
  public var name: Substring {
    let text = rawValue
    return text[text.index(after: text.firstIndex(of: ".") ?? text.startIndex)...]
  }

  /// The right that it speaks about.
  public var right: Right {
    let text = rawValue
    return switch text.prefix(while: { $0 != "." }) {
    case "target": .target
    case "amount": .amount
    case "quality": .quality
    case "time": .time
    case "price": .price
    default: .administration
    }
  }

  /// What it makes of the right: violated (✗ in SPEC 10.2) or not assessable (?).
  public var outcome: VerdictOutcome {
    switch self {
    case .adminNoHandover, .adminNoRules, .amountNoHandover, .amountNoRules,
      .priceNoGoods, .priceNoHandover, .priceNoReference, .priceNoRules,
      .qualityNoGoods, .qualityNoHandover, .qualityNoRules, .qualityUninspected,
      .targetNoRules, .timeNoHandover, .timeNoRules, .timeNoWindow:
      .notAssessable
    default: .violated
    }
  }
}

extension ReasonCode: Comparable {
  public static func < (left: ReasonCode, right: ReasonCode) -> Bool { left.rawValue < right.rawValue }
}
