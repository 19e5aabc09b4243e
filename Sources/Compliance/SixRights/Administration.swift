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

  private func judgeDuties(_ unit: UnitCase, _ rules: RuleSet, _ reasons: inout ReasonList) {
    let signers = state.signers
    // Each person with the events of the duty, in three duties.
    var duties: [[(person: Person, reference: EventReference)]] = [[], [], []]
    if let person = signers.person(of: unit.recipient.enroller) { duties[0].append((person, unit.recipient.enrolment)) }
    var index = unit.recipient.firstVerification
    while index >= 0 {
      let record = state.registry.verifications[Int(index)]
      index = record.next
      guard record.at.secondsSince1970 <= unit.decisionAt.secondsSince1970, let person = signers.person(of: record.author)
      else { continue }
      duties[1].append((person, record.reference))
    }
    for handover in unit.handovers {
      let first = root(handover)
      if let person = signers.person(of: first.author) { duties[2].append((person, first.reference)) }
    }
    for (left, right) in [(0, 1), (0, 2), (1, 2)] {
      for first in duties[left] {
        for second in duties[right] where first.person == second.person {
          reasons.add(.adminDutiesNotSeparated, [first.reference, second.reference], rules: rules.body.version)
        }
      }
    }
  }
}
