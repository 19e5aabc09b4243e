import Vocabulary

extension Docket {
  /// Right A, administrasi (SPEC 10.2, administration).
  func administration(_ unit: UnitCase) -> RightVerdict {
    var reasons = ReasonList()
    for index in unit.handovers {
      let handover = stated(index)
      let applied = ruleBook.find(rules(on: handover, unit))
      judgeEvidence(handover, applied, &reasons)
      judgeSequence(handover, unit, &reasons)
      judgeOutlet(handover, applied, &reasons)
      for item in state.handovers.items(of: handover) where item.lot >= 0 {
        judgeOrigin(item, of: handover, applied, &reasons)
      }
    }
    if unit.handovers.isEmpty { reasons.add(.adminNoHandover, [unit.decision]) }
    guard let rules = ruleBook.find(unit.decisionRules) else {
      reasons.add(.adminNoRules, [unit.decision])
      return reasons.verdict
    }
    judgeLevels(unit, rules, &reasons)
    if rules.body.separateDuties { judgeDuties(unit, rules, &reasons) }
    return reasons.verdict
  }

  private func judgeEvidence(_ handover: HandoverRecord, _ rules: RuleSet?, _ reasons: inout ReasonList) {
    guard let rules else {
      reasons.add(.adminNoRules, [handover.reference])
      return
    }
    let missing = rules.requiredEvidence.subtracting(handover.evidence)
    guard !missing.isEmpty else { return }
    let required = rules.requiredEvidence.count
    reasons.add(
      .adminEvidenceMissing, [handover.reference], .init(required - missing.count, against: required),
      rules: rules.body.version)
  }

  private func judgeSequence(_ handover: HandoverRecord, _ unit: UnitCase, _ reasons: inout ReasonList) {
    guard let entitlement = unit.entitlement, handover.at.secondsSince1970 < entitlement.at.secondsSince1970 else { return }
    reasons.add(.adminSequenceGap, [handover.reference, entitlement.reference])
  }

  private func judgeOutlet(_ handover: HandoverRecord, _ rules: RuleSet?, _ reasons: inout ReasonList) {
    let tie = ties.outlet(handover.outlet, rules)
    if !tie.isEmpty { reasons.add(.adminConflictOfInterest, [handover.reference] + tie, rules: rules?.body.version) }
  }

  // Where the goods come from: lot, supplier, contract.
  private func judgeOrigin(
    _ item: ItemRecord, of handover: HandoverRecord, _ rules: RuleSet?, _ reasons: inout ReasonList
  ) {
    guard let delivery = state.lots[Int(item.lot)].delivery else {
      reasons.add(.adminSequenceGap, [handover.reference])
      return
    }
    let shown = [handover.reference, delivery.reference]
    let tie = ties.supplier(delivery.supplier, rules)
    if !tie.isEmpty { reasons.add(.adminConflictOfInterest, shown + tie, rules: rules?.body.version) }
    guard delivery.contract >= 0, let contract = contracts[Int(delivery.contract)] else {
      reasons.add(.adminSequenceGap, shown)
      return
    }
    if contract.signed.secondsSince1970 > delivery.at.secondsSince1970 {
      reasons.add(.adminSequenceGap, shown + [contract.reference])
    }
    if let deviation = deviations[delivery.contract] { reasons.add(.adminProcurementDeviates, shown + deviation) }
  }

  private func judgeLevels(_ unit: UnitCase, _ rules: RuleSet, _ reasons: inout ReasonList) {
    let levels = rules.body.requiredLevels
    for (place, level) in levels.enumerated() {
      guard let reached = unit.verifications[level] else { continue }
      for earlier in levels[..<place] {
        guard let before = unit.verifications[earlier] else {
          reasons.add(.adminLevelSkipped, [reached.reference, unit.decision], rules: rules.body.version)
          continue
        }
        if before.seconds > reached.seconds {
          reasons.add(.adminLevelSkipped, [reached.reference, before.reference], rules: rules.body.version)
        }
      }
    }
  }

  // One person may do one of: register, verify, hand over.
  private func judgeDuties(_ unit: UnitCase, _ rules: RuleSet, _ reasons: inout ReasonList) {
    let registration = Duty(person: person(of: unit.recipient.enroller), shown: unit.recipient.enrolment)
    for handover in unit.handovers {
      let first = root(handover)
      judge(registration, Duty(person: person(of: first.author), shown: first.reference), rules, &reasons)
    }
    var index = unit.recipient.firstVerification
    while index >= 0 {
      let record = state.registry.verifications[Int(index)]
      index = record.next
      guard record.at.secondsSince1970 <= unit.decisionAt.secondsSince1970 else { continue }
      let verification = Duty(person: person(of: record.author), shown: record.reference)
      judge(registration, verification, rules, &reasons)
      for handover in unit.handovers {
        let first = root(handover)
        judge(verification, Duty(person: person(of: first.author), shown: first.reference), rules, &reasons)
      }
    }
  }

  private struct Duty {
    /// -1 where nobody is known to have done it.
    let person: Int32
    let shown: EventReference
  }

  private func judge(_ left: Duty, _ right: Duty, _ rules: RuleSet, _ reasons: inout ReasonList) {
    guard left.person >= 0, left.person == right.person else { return }
    reasons.add(.adminDutiesNotSeparated, [left.shown, right.shown], rules: rules.body.version)
  }

  private func person(of key: Int32) -> Int32 { key < 0 ? -1 : people[Int(key)] }
}
