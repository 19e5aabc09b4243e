internal import Compliance
import Language
internal import Vocabulary

extension Report {
  /// The instant of judgement at +07:00, as SPEC 10.1 takes its day; nil before 2000 and after 2099.
  var asOf: Timestamp? { Timestamp(secondsSince1970: judgement.asOf, offsetHours: 7) }

  /// The name of a group with its code, or what stands for no group.
  func title(_ group: RollUp, _ words: Words) -> String {
    guard let key = group.key else { return words(.withoutGroup) }
    return names.name(ofKey: key, in: group.grouping) ?? key
  }

  func name(village region: Region?) -> String? {
    guard let region else { return nil }
    return names.regions[region] ?? region.description
  }

  func name(outlet: Code?) -> String? {
    guard let outlet else { return nil }
    return names.outlets[outlet] ?? outlet.description
  }

  /// What a finding is about: a lot, a complaint, an outlet with a commodity, or a programme.
  func subject(of finding: LedgerFinding, _ words: Words) -> String {
    if let lot = finding.lot { return words(.lot, lot.description) }
    if let complaint = finding.complaint { return words(.complaint, complaint.description) }
    return subjectCode(of: finding)
  }

  /// The programme and period that a finding is about, without the programme where that is its subject.
  func round(of finding: LedgerFinding) -> String {
    let programme = finding.lot == nil && finding.complaint == nil && finding.outlet == nil ? nil : finding.programme
    return [programme, finding.period].compactMap { $0?.description }.joined(separator: " ")
  }

  /// The same as a code for CSV and JSON: lot, complaint, `outlet commodity`, outlet or programme.
  func subjectCode(of finding: LedgerFinding) -> String {
    if let lot = finding.lot { return lot.description }
    if let complaint = finding.complaint { return complaint.description }
    let parts = finding.outlet == nil ? [finding.programme] : [finding.outlet, finding.commodity]
    return parts.compactMap { $0?.description }.joined(separator: " ")
  }

  /// The groups with the most violated verdicts first, then by key; at most `limit` of them.
  func worstFirst(by grouping: Grouping, limit: Int) -> (shown: [RollUp], omitted: Int) {
    let groups = judgement.rollUp(by: grouping)
    let ranked = groups.enumerated().sorted { left, right in
      let (leftCount, rightCount) = (left.element.violatedVerdicts, right.element.violatedVerdicts)
      return leftCount != rightCount ? leftCount > rightCount : left.offset < right.offset
    }
    return (ranked.prefix(limit).map(\.element), max(0, groups.count - limit))
  }
}

extension RollUp {
  /// Violated verdicts over all six rights.
  var violatedVerdicts: Int { Right.allCases.reduce(0) { $0 + self[$1].violated } }
}
