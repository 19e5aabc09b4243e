import Compliance
import Cryptography
import Vocabulary

extension District {
  /// Registers a recipient and verifies at both levels. Everyone has tags of their own.
  @discardableResult
  mutating func enrol(_ recipient: Int, _ edit: (inout RecipientRegistered) -> Void = { _ in }) -> EventReference {
    let registration = register(recipient, edit)
    verify(recipient, .rt, at: "2026-02-01T08:00:00")
    verify(recipient, .desa, at: "2026-02-05T08:00:00")
    return registration
  }

  @discardableResult
  mutating func register(
    _ recipient: Int, at: String = "2026-01-10T08:00:00", by: String = "registrar",
    _ edit: (inout RecipientRegistered) -> Void = { _ in }
  ) -> EventReference {
    var body = RecipientRegistered(
      recipient: person(recipient), number: code("LU-\(recipient)"), region: village, identityStatus: .nik,
      nikTag: tag(recipient), kkTag: tag(10_000 + recipient), decile: 2, source: .dtsen,
      sealed: Sealed(box: Array(repeating: 0, count: 56), commitment: .zero))
    edit(&body)
    return add(.recipientRegistered(body), at: at, by: [by])
  }

  @discardableResult
  mutating func verify(
    _ recipient: Int, _ level: Level, _ outcome: VerificationRecorded.Outcome = .eligible, at: String, by: String? = nil
  ) -> EventReference {
    let body = VerificationRecorded(
      recipient: person(recipient), region: village, level: level, outcome: outcome, instrument: .homeVisit)
    return add(.verificationRecorded(body), at: at, by: [by ?? level.rawValue])
  }

  @discardableResult
  mutating func correct(_ recipient: Int, _ edit: (inout RecipientCorrected) -> Void) -> EventReference {
    var body = RecipientCorrected(recipient: person(recipient), region: village, corrects: person(0), reason: .newInformation)
    edit(&body)
    return add(.recipientCorrected(body), at: "2026-03-01T08:00:00", by: ["registrar"])
  }

  @discardableResult
  mutating func status(_ recipient: Int, _ status: RecipientStatusChanged.Status, from day: String) -> EventReference {
    let body = RecipientStatusChanged(
      recipient: person(recipient), region: village, status: status, effective: date(day))
    return add(.recipientStatusChanged(body), at: "2026-05-02T08:00:00", by: ["registrar"])
  }

  @discardableResult
  mutating func decide(_ recipient: Int, _ outcome: EligibilityDecided.Outcome, at: String) -> EventReference {
    let body = EligibilityDecided(recipient: person(recipient), programme: programme, region: village, outcome: outcome)
    return add(.eligibilityDecided(body), at: at, by: ["manajer"])
  }

  @discardableResult
  mutating func resolve(
    _ recipients: [Int], _ resolution: DuplicateResolved.Resolution, keep: Int? = nil
  ) -> EventReference {
    let body = DuplicateResolved(
      recipients: recipients.map(person), region: village, resolution: resolution, keep: keep.map(person))
    return add(.duplicateResolved(body), at: "2026-05-03T08:00:00", by: ["registrar"])
  }

  @discardableResult
  mutating func grant(
    _ recipient: Int, _ amount: Int64 = 200_000, at: String = "2026-03-25T08:00:00",
    _ edit: (inout EntitlementGranted) -> Void = { _ in }
  ) -> EventReference {
    var body = EntitlementGranted(
      recipient: person(recipient), programme: programme, period: period, region: village, outlet: code("EW-1"),
      amount: Rupiah(amount))
    edit(&body)
    return add(.entitlementGranted(body), at: at, by: ["manajer"])
  }

  /// 10 kg of rice, 30 eggs and Rp10,000: worth Rp200,000 at the reference prices.
  static let basket = [
    Item(commodity: code("beras"), quantity: Quantity(10_000), unit: .g, unitPrice: Rupiah(13_000), lot: code("LOT-B")),
    Item(commodity: code("telur"), quantity: Quantity(30), unit: .pcs, unitPrice: Rupiah(2_000), lot: code("LOT-T")),
  ]

  func handover(_ recipient: Int, _ edit: (inout HandoverRecorded) -> Void = { _ in }) -> HandoverRecorded {
    var body = HandoverRecorded(
      recipient: person(recipient), programme: programme, period: period, region: village, outlet: code("EW-1"),
      collector: .`self`, items: Self.basket, cash: Rupiah(10_000), packaged: false,
      evidence: [Evidence(kind: .photo, digest: .zero)])
    edit(&body)
    return body
  }

  @discardableResult
  mutating func handOver(
    _ recipient: Int, at: String = "2026-04-10T09:00:00", recordedAt: String? = nil, by: String = "petugas",
    _ edit: (inout HandoverRecorded) -> Void = { _ in }
  ) -> EventReference {
    add(.handoverRecorded(handover(recipient, edit)), at: at, by: [by], recordedAt: recordedAt)
  }

  /// Corrects an event by what `edit` makes of a sound handover.
  @discardableResult
  mutating func correct(
    _ target: EventReference, _ recipient: Int, void: Bool = false, handedOverAt: String = "2026-04-10T09:00:00",
    by: String = "petugas", _ edit: (inout HandoverCorrected) -> Void = { _ in }
  ) -> EventReference {
    correct(id: id(target), recipient, void: void, handedOverAt: handedOverAt, by: by, edit)
  }

  @discardableResult
  mutating func correct(
    id target: Identifier, _ recipient: Int, void: Bool = false, handedOverAt: String = "2026-04-10T09:00:00",
    by: String = "petugas", _ edit: (inout HandoverCorrected) -> Void = { _ in }
  ) -> EventReference {
    let sound = handover(recipient)
    var body = HandoverCorrected(
      corrects: target, reason: .typingError, void: void, handedOverAt: time(handedOverAt), recipient: sound.recipient,
      programme: sound.programme, period: sound.period, region: sound.region, outlet: sound.outlet, collector: sound.collector,
      items: sound.items, cash: sound.cash, packaged: sound.packaged, evidence: sound.evidence)
    edit(&body)
    return add(.handoverCorrected(body), at: "2026-04-20T08:00:00", by: [by])
  }

  @discardableResult
  mutating func interview(
    _ recipient: Int, received: Bool = true, at: String = "2026-05-05T08:00:00",
    _ edit: (inout InterviewRecorded) -> Void = { _ in }
  ) -> EventReference {
    var body = InterviewRecorded(
      recipient: person(recipient), programme: programme, period: period, region: village, received: received)
    edit(&body)
    return add(.interviewRecorded(body), at: at, by: ["monitor"])
  }

  @discardableResult
  mutating func complain(
    _ name: String, _ category: ComplaintReceived.Category, of recipient: Int?, at: String = "2026-05-06T08:00:00",
    _ edit: (inout ComplaintReceived) -> Void = { _ in }
  ) -> EventReference {
    var body = ComplaintReceived(
      complaint: code(name), region: village, channel: .inPerson, category: category, recipient: recipient.map(person),
      programme: programme, period: period)
    edit(&body)
    return add(.complaintReceived(body), at: at, by: ["pengaduan"])
  }

  @discardableResult
  mutating func answer(_ name: String, _ outcome: ComplaintAnswered.Outcome, at: String) -> EventReference {
    add(
      .complaintAnswered(ComplaintAnswered(complaint: code(name), region: village, outcome: outcome)), at: at, by: ["pengaduan"])
  }

  @discardableResult
  mutating func close(_ name: String, _ outcome: ComplaintClosed.Outcome, at: String) -> EventReference {
    add(.complaintClosed(ComplaintClosed(complaint: code(name), region: village, outcome: outcome)), at: at, by: ["pengaduan"])
  }
}
