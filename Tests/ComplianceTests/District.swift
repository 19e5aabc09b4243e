import TransparencyLog
import Compliance
import Cryptography
import Vocabulary

/// One event as a test records it: an entry of its own.
struct Line {
  let event: Event
  /// Milliseconds since 1970 UTC.
  let recordedAt: Int64
  let signers: [String]
}

/// A small district whose ledger a test writes event by event. What is not said is sound, so that each test changes one thing.
struct District {
  private(set) var lines: [Line] = []
  private var serial: UInt64 = 0
  var programme = code("SEMBAKO")
  var period = code("2026-04")

  /// Seconds since 1970 of a local time at +07:00.
  static let asOf = time("2026-06-01T00:00:00").secondsSince1970

  // MARK: Recording

  /// Records an event, one hour after it happened unless said otherwise.
  @discardableResult
  mutating func add(
    _ body: EventBody, at: String, by signers: [String], recordedAt: String? = nil, id: Identifier? = nil
  ) -> EventReference {
    serial += 1
    let at = time(at)
    let recorded = recordedAt.map { time($0).secondsSince1970 } ?? at.secondsSince1970 + 3600
    let event = Event(id: id ?? Identifier.make(millisecondsSince1970: serial, random: (0, serial)), at: at, body: body)
    lines.append(Line(event: event, recordedAt: recorded * 1000, signers: signers))
    return EventReference(position: Position(UInt64(lines.count - 1)), place: 0)
  }

  /// The id of the event that stands there.
  func id(_ reference: EventReference) -> Identifier { lines[Int(reference.position.rawValue)].event.id }

  /// The state after all lines.
  var state: LedgerState { Self.fold(lines) }

  static func fold(_ lines: [Line]) -> LedgerState {
    var state = LedgerState()
    for (position, line) in lines.enumerated() { state.fold(line.entry(at: position)) }
    return state
  }

  /// The verdicts on the unit of a recipient.
  func unit(_ recipient: Int, period: Code? = nil, asOf: Int64 = District.asOf) -> UnitVerdicts? {
    state.judge(recipient: person(recipient), programme: programme, period: period ?? self.period, asOf: asOf)
  }

  /// The reason with this code on the unit of a recipient, if it holds.
  func reason(_ code: ReasonCode, _ recipient: Int = 1, asOf: Int64 = District.asOf) -> Reason? {
    unit(recipient, asOf: asOf)?.verdicts[code.right][code]
  }

  // MARK: A sound district

  /// Rules, window, contract, lots, prices: everything but recipients.
  static func supplied(_ rules: (inout RulesPublished) -> Void = { _ in }) -> District {
    var district = District()
    district.keys()
    district.rules(rules)
    district.open()
    district.contract()
    district.deliver("LOT-B", "beras", 1_000_000, .g, 13_000)
    district.deliver("LOT-T", "telur", 3_000, .pcs, 2_000)
    district.inspect("LOT-B")
    district.inspect("LOT-T")
    district.survey("beras", .g, 13_000)
    district.survey("telur", .pcs, 2_000)
    return district
  }

  /// A supplied district with one recipient who received what is due.
  static func sound(_ rules: (inout RulesPublished) -> Void = { _ in }) -> District {
    var district = supplied(rules)
    district.enrol(1)
    district.grant(1)
    district.handOver(1)
    return district
  }

  mutating func keys() {
    for (index, name) in ["registrar", "rt", "desa", "petugas", "panitia-1", "panitia-2", "panitia-3", "manajer"].enumerated() {
      hold(name, person(900 + index))
    }
  }

  mutating func hold(_ key: String, _ holder: Identifier) {
    let body = KeyGranted(
      key: "\(key)+00000000+AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", holder: holder, roles: [.registrar],
      validFrom: time("2026-01-01T00:00:00"))
    add(.keyGranted(body), at: "2026-01-01T07:00:00", by: ["gubernur"])
  }

  @discardableResult
  mutating func rules(_ edit: (inout RulesPublished) -> Void = { _ in }) -> EventReference {
    var body = RulesPublished(
      programme: programme, version: code("V1"), validFrom: date("2026-01-01"), amountTolerance: 50,
      requiredLevels: [.rt, .desa],
      staleAfter: 183, maximumDecile: 4, excludedClasses: [.asn], onePerFamily: true, deathGrace: 7, recordWithin: 72,
      commodities: [
        Commodity(commodity: code("beras"), group: .carbohydrate), Commodity(commodity: code("telur"), group: .animalProtein),
      ], requiredGroups: [.carbohydrate, .animalProtein], packagedForbidden: true,
      ceilings: [Price(commodity: code("beras"), unit: .g, unitPrice: Rupiah(14_000))], referenceTolerance: 1_000,
      valueTolerance: 1_000, requiredEvidence: [.photo], separateDuties: true, forbiddenOwners: [.asn, .kepalaDesa],
      selectionSigners: 3, answerWithin: 14, closeWithin: 60)
    edit(&body)
    return add(.rulesPublished(body), at: "2026-01-01T08:00:00", by: ["manajer"])
  }

  @discardableResult
  mutating func open(_ edit: (inout PeriodOpened) -> Void = { _ in }) -> EventReference {
    var body = PeriodOpened(
      programme: programme, period: period, from: date("2026-04-01"), until: date("2026-04-30"), deliverBy: date("2026-04-05"))
    edit(&body)
    return add(.periodOpened(body), at: "2026-01-01T08:10:00", by: ["manajer"])
  }
}
