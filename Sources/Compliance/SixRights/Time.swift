import Vocabulary

extension Docket {
  /// Right W, waktu (SPEC 10.2, time).
  func time(_ unit: UnitCase) -> RightVerdict {
    var reasons = ReasonList()
    for index in unit.handovers {
      let handover = stated(index)
      judgeWindow(handover, unit.window, &reasons)
      judgeDeliveries(handover, unit.window, &reasons)
      judgeRecording(index, handover, unit, &reasons)
    }
    if unit.handovers.isEmpty { reasons.add(.timeNoHandover, [unit.decision]) }
    if unit.window == nil { reasons.add(.timeNoWindow, [unit.decision]) }
    return reasons.verdict
  }

  private func judgeWindow(_ handover: HandoverRecord, _ window: Recorded<PeriodOpened>?, _ reasons: inout ReasonList) {
    guard let window else { return }
    let day = handover.at.localDate
    let shown = [handover.reference, window.reference]
    if day < window.body.from {
      reasons.add(.timeEarly, shown, .init(window.body.from.days(since: day), against: 0))
    }
    if day > window.body.until {
      reasons.add(.timeLate, shown, .init(day.days(since: window.body.until), against: 0))
    }
  }

  private func judgeDeliveries(_ handover: HandoverRecord, _ window: Recorded<PeriodOpened>?, _ reasons: inout ReasonList) {
    for item in state.handovers.items(of: handover) where item.lot >= 0 {
      guard let delivery = state.lots[Int(item.lot)].delivery else { continue }
      if delivery.at.secondsSince1970 > handover.at.secondsSince1970 {
        reasons.add(.timeDeliveredLate, [handover.reference, delivery.reference])
      }
      if let window, let due = window.body.deliverBy, delivery.at.localDate > due {
        reasons.add(
          .timeDeliveredLate, [handover.reference, delivery.reference, window.reference],
          .init(delivery.at.localDate.days(since: due), against: 0))
      }
    }
  }

  private func judgeRecording(_ index: Int, _ handover: HandoverRecord, _ unit: UnitCase, _ reasons: inout ReasonList) {
    guard let applied = ruleBook.find(rules(on: handover, unit)) else {
      reasons.add(.timeNoRules, [handover.reference])
      return
    }
    let first = root(index)
    let delay = first.recordedAt.millisecondsSince1970 - first.at.secondsSince1970 * 1000
    let hour: Int64 = 3_600_000
    guard delay > Int64(applied.body.recordWithin) * hour else { return }
    // Hours begun, so that the value exceeds the threshold.
    reasons.add(
      .timeRecordedLate, [first.reference, handover.reference],
      .init((delay + hour - 1) / hour, against: Int64(applied.body.recordWithin)), rules: applied.body.version)
  }
}
