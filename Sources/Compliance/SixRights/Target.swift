import Vocabulary

extension Docket {
  /// Right S, sasaran (SPEC 10.2, target).
  func target(_ unit: UnitCase) -> RightVerdict {
    var reasons = ReasonList()
    judgeListing(unit, &reasons)
    judgeStatuses(unit, &reasons)
    judgeCollectors(unit, &reasons)
    judgeMissed(unit, &reasons)
    if let other = persons.senior(to: unit.recipientNumber, round: unit.round, state) {
      reasons.add(.targetDuplicatePerson, [registration(of: unit.recipientNumber), registration(of: other)])
    }
    guard let rules = ruleBook.find(unit.decisionRules) else {
      reasons.add(.targetNoRules, [unit.decision])
      return reasons.verdict
    }
    judgeVerification(unit, rules, &reasons)
    judgeEligibility(unit, rules, &reasons)
    if unit.recipient.classes.intersects(rules.excludedClasses) {
      reasons.add(.targetExcludedClass, [unit.recipient.classesReference, unit.decision], rules: rules.body.version)
    }
    if rules.body.onePerFamily, let other = families.senior(to: unit.recipientNumber, round: unit.round, state) {
      reasons.add(
        .targetDuplicateFamily, [registration(of: unit.recipientNumber), registration(of: other)], rules: rules.body.version)
    }
    return reasons.verdict
  }

  // The event that shows who a recipient is: the registration, else the correction that gave the tag.
  private func registration(of recipient: Int32) -> EventReference {
    let record = state.registry[recipient]
    return record.registration.known ?? record.nikReference.known ?? record.kkReference
  }

  private func judgeListing(_ unit: UnitCase, _ reasons: inout ReasonList) {
    if unit.recipient.earliestListingSeconds > unit.decisionAt.secondsSince1970 {
      reasons.add(.targetUnregistered, [unit.decision, unit.recipient.earliestListing])
    }
  }

  private func judgeVerification(_ unit: UnitCase, _ rules: RuleSet, _ reasons: inout ReasonList) {
    let required = rules.body.requiredLevels
    guard !required.isEmpty else { return }
    let found = required.count { unit.verifications[$0] != nil }
    guard found == required.count else {
      reasons.add(
        .targetUnverified, [unit.decision], .init(found, against: required.count), rules: rules.body.version)
      return
    }
    guard let latest = unit.verifications.latestEligible else { return }
    let age = unit.decisionDay.days(since: latest.at.localDate)
    if age > rules.body.staleAfter {
      reasons.add(
        .targetStale, [latest.reference, unit.decision], .init(age, against: rules.body.staleAfter), rules: rules.body.version)
    }
  }

  private func judgeEligibility(_ unit: UnitCase, _ rules: RuleSet, _ reasons: inout ReasonList) {
    let version = rules.body.version
    if let maximum = rules.body.maximumDecile, Int(unit.recipient.decile) > maximum {
      reasons.add(
        .targetIneligible, [unit.recipient.decileReference, unit.decision],
        .init(Int(unit.recipient.decile), against: maximum), rules: version)
    }
    if let latest = unit.verifications.latest, latest.outcome == .ineligible {
      reasons.add(.targetIneligible, [latest.reference, unit.decision], rules: version)
    }
    if let latest = latestEligibility(unit), latest.outcome == .ineligible {
      reasons.add(.targetIneligible, [latest.reference, unit.decision], rules: version)
    }
    let ended = holding([.graduated, .deactivated], unit.recipient, on: unit.decisionDay)
    if !ended.isEmpty {
      reasons.add(.targetIneligible, ended.map(\.reference) + [unit.decision], rules: version)
    }
  }

  private func latestEligibility(_ unit: UnitCase) -> EligibilityRecord? {
    var latest: EligibilityRecord?
    var index = unit.recipient.firstEligibility
    while index >= 0 {
      let record = state.registry.eligibility[Int(index)]
      index = record.next
      guard record.programme == unit.programme, record.at.secondsSince1970 <= unit.decisionAt.secondsSince1970 else { continue }
      if let known = latest, Moment(record.at, record.reference) < Moment(known.at, known.reference) { continue }
      latest = record
    }
    return latest
  }

  private func judgeStatuses(_ unit: UnitCase, _ reasons: inout ReasonList) {
    guard unit.recipient.firstStatus >= 0 else { return }
    let grace = ruleBook.find(unit.decisionRules)?.body.deathGrace ?? 0
    let version = ruleBook.version(unit.decisionRules)
    var days = [(day: unit.decisionDay, shown: unit.decision)]
    for index in unit.handovers {
      let handover = stated(index)
      days.append((handover.at.localDate, handover.reference))
    }
    for (day, shown) in days {
      for status in holding([.deceased, .moved], unit.recipient, on: day) {
        let passed = day.days(since: status.effective)
        let isDeath = status.status == .deceased
        guard passed > (isDeath ? grace : 0) else { continue }
        reasons.add(
          isDeath ? .targetDeceased : .targetMoved, [status.reference, shown], .init(passed, against: isDeath ? grace : 0),
          rules: isDeath ? version : nil)
      }
    }
  }

  private func judgeCollectors(_ unit: UnitCase, _ reasons: inout ReasonList) {
    for index in unit.handovers {
      let handover = stated(index)
      let isWrong =
        switch handover.collector {
        case .`self`: false
        case .proxy, .heir: !handover.flags.contains(.letter)
        case .official, .other: true
        }
      if isWrong { reasons.add(.targetWrongCollector, [handover.reference]) }
    }
  }

  private func judgeMissed(_ unit: UnitCase, _ reasons: inout ReasonList) {
    guard unit.handovers.isEmpty, let entitlement = unit.entitlement, entitlement.amount > 0 || entitlement.goodsCount > 0,
      let window = unit.window, today > window.body.until
    else { return }
    guard holding([.moved, .deceased, .graduated, .deactivated], unit.recipient, on: window.body.until).isEmpty else { return }
    let tried = failures[unit.number].map { state.units.failures[Int($0)].reference }
    reasons.add(
      .targetMissed, [entitlement.reference, window.reference] + tried,
      .init(today.days(since: window.body.until), against: 0))
  }

  /// The statuses of these kinds that hold on a day (SPEC 10.1): effective by then, and no later `active` effective by then.
  private func holding(
    _ kinds: ChoiceSet<RecipientStatusChanged.Status>, _ recipient: RecipientRecord, on day: CalendarDate
  ) -> [StatusRecord] {
    var effective: [StatusRecord] = []
    var index = recipient.firstStatus
    while index >= 0 {
      let record = state.registry.statuses[Int(index)]
      index = record.next
      if record.effective <= day { effective.append(record) }
    }
    let active = effective.filter { $0.status == .active }.max { $0.isBefore($1) }
    return effective.filter { kinds.contains($0.status) && !(active.map($0.isBefore) ?? false) }
  }
}
