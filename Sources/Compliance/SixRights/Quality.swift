import Vocabulary

extension Docket {
  /// Right K, kualitas (SPEC 10.2, quality).
  func quality(_ unit: UnitCase) -> RightVerdict {
    var reasons = ReasonList()
    for index in unit.handovers {
      let handover = stated(index)
      let applied = ruleBook.find(rules(on: handover, unit))
      if applied == nil { reasons.add(.qualityNoRules, [handover.reference]) }
      if let applied, applied.body.packagedForbidden, handover.flags.contains(.packaged) {
        reasons.add(.qualityPackaged, [handover.reference], rules: applied.body.version)
      }
      for item in state.handovers.items(of: handover) { judge(item, of: handover, applied, &reasons) }
    }
    judgeGroups(unit, &reasons)
    judgeComplaints(unit, &reasons)
    if unit.handovers.isEmpty {
      reasons.add(.qualityNoHandover, [unit.decision])
    } else if lacksGoods(unit) {
      reasons.add(.qualityNoGoods, references(of: unit.handovers))
    }
    return reasons.verdict
  }

  private func judge(
    _ item: ItemRecord, of handover: HandoverRecord, _ rules: RuleSet?, _ reasons: inout ReasonList
  ) {
    if let rules, !rules.allows(commodity: item.goods.commodity) {
      reasons.add(.qualityForbiddenItem, [handover.reference], rules: rules.body.version)
    }
    guard item.lot >= 0 else {
      reasons.add(.qualityUninspected, [handover.reference])
      return
    }
    let lot = state.lots[Int(item.lot)]
    if lot.delivery == nil || lot.inspection == nil {
      reasons.add(.qualityUninspected, [handover.reference, lot.delivery?.reference ?? .none])
    }
    if let inspection = lot.inspection {
      let shown = [handover.reference, inspection.reference]
      if inspection.failed { reasons.add(.qualityFailed, shown) }
      if inspection.packaged, let rules, rules.body.packagedForbidden {
        reasons.add(.qualityPackaged, shown, rules: rules.body.version)
      }
    }
    if let delivery = lot.delivery, let expires = delivery.expires, expires < handover.at.localDate {
      reasons.add(
        .qualityExpired, [handover.reference, delivery.reference],
        .init(handover.at.localDate.days(since: expires), against: 0))
    }
  }

  // Groups are those of the rules of the first handover.
  private func judgeGroups(_ unit: UnitCase, _ reasons: inout ReasonList) {
    guard !unit.handovers.isEmpty, !lacksGoods(unit),
      let applied = ruleBook.find(rules(on: stated(unit.handovers.lowerBound), unit)), !applied.requiredGroups.isEmpty
    else { return }
    var missing = applied.requiredGroups
    for index in unit.handovers {
      for item in state.handovers.items(of: stated(index)) {
        if let groups = applied.groups[item.goods.commodity] { missing = missing.subtracting(groups) }
      }
    }
    guard !missing.isEmpty else { return }
    let required = applied.requiredGroups.count
    reasons.add(
      .qualityGroupMissing, references(of: unit.handovers), .init(required - missing.count, against: required),
      rules: applied.body.version)
  }

  private func judgeComplaints(_ unit: UnitCase, _ reasons: inout ReasonList) {
    for complaint in standingComplaints(.quality, unit) { reasons.add(.qualityComplained, [complaint.reference]) }
    if let interview = latestInterview(unit), interview.isBad { reasons.add(.qualityComplained, [interview.reference]) }
  }
}
