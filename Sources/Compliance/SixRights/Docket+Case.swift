import Vocabulary

extension Docket {
  /// The unit with what its judgement begins from; nil of a unit that has neither entitlement nor handover.
  func unitCase(_ number: Int32) -> UnitCase? {
    let unit = state.units[number]
    let recipient = state.registry[unit.recipient]
    let entitlement = state.units.entitlement(of: unit)
    let handovers = live.range(of: number)
    let first = handovers.isEmpty ? nil : stated(handovers.lowerBound)
    guard let region = recipient.region ?? entitlement?.region ?? first?.region,
      let decisionAt = entitlement?.at ?? first?.at, let decision = entitlement?.reference ?? first?.reference,
      entitlement != nil || first != nil
    else { return nil }
    let programme = state.programmeBook.programme(of: unit.round)
    return UnitCase(
      number: number, recipientNumber: unit.recipient, recipient: recipient, round: unit.round, programme: programme,
      region: region, entitlement: entitlement, handovers: handovers, decision: decision, decisionAt: decisionAt,
      decisionRules: ruleBook.inForce(programme: programme, on: decisionAt.localDate, in: region),
      window: windows.window(round: unit.round, in: region),
      verifications: VerificationSummary(of: recipient, until: decisionAt.secondsSince1970, state.registry))
  }

  /// The sum of the values of the handovers.
  func received(_ unit: UnitCase) -> Rupiah {
    var received = Rupiah.zero
    for handover in unit.handovers { received += Rupiah(stated(handover).value) }
    return received
  }

  /// The latest interview of the unit by (at, position).
  func latestInterview(_ unit: UnitCase) -> InterviewRecord? {
    var latest: InterviewRecord?
    for index in interviews[unit.number] {
      let interview = state.units.interviews[Int(index)]
      if let known = latest, Moment(interview.at, interview.reference) < Moment(known.at, known.reference) { continue }
      latest = interview
    }
    return latest
  }

  /// The complaints of a category that name the unit and were not dismissed.
  func standingComplaints(_ category: ComplaintReceived.Category, _ unit: UnitCase) -> [Recorded<ComplaintReceived>] {
    complaints[unit.number].compactMap { index in
      let complaint = state.complaintBook.records[Int(index)]
      guard let received = complaint.received, received.body.category == category, !complaint.isDismissed else { return nil }
      return received
    }
  }

  /// Whether there are handovers and none has items.
  func lacksGoods(_ unit: UnitCase) -> Bool {
    !unit.handovers.isEmpty && unit.handovers.allSatisfy { stated($0).itemCount == 0 }
  }
}
