import Vocabulary

/// A regency's year as a stream of exactly so many events, each of which can be made on its own.
///
/// Programme, rules, outlets; then every family is registered (sealed) and verified at three levels; then, month after month,
/// lots are delivered and inspected, every family is granted its entitlement, and it is handed over. Events come in the order in
/// which they happen, so that each month touches all families again.
struct Scenario {
  let count: Int
  let seed: UInt64
  let officers: Officers
  let opening: [(officer: Int, event: Event)]
  let recipients: Int
  let villages: Int

  private static let months = 12
  private static let levels: [Level] = [.rt, .desa, .kecamatan]
  static let goods: [(commodity: String, unit: Unit, quantity: Int64, price: Int64)] = [
    ("beras", .g, 10_000, 13_000), ("telur", .pcs, 20, 2_000), ("tempe", .g, 1_500, 12_000), ("bayam", .g, 1_200, 10_000),
  ]

  init(count: Int, seed: UInt64) throws {
    self.count = count
    self.seed = seed
    officers = try Officers(seed: seed)
    // Registration, three verifications, then entitlement and handover each month; lots are few.
    recipients = max(1, count / (1 + Self.levels.count + 2 * Self.months))
    villages = (recipients + Place.families - 1) / Place.families
    opening = try Opening(seed: seed, villages: villages, officers: officers).events()
  }

  /// The event with this number, below ``count``, and the officer who signs for it.
  func event(_ number: Int) throws -> (officer: Int, event: Event) {
    if number < opening.count { return opening[number] }
    var rest = number - opening.count
    if rest < recipients { return try registration(rest) }
    rest -= recipients
    if rest < Self.levels.count * recipients {
      return try verification(of: rest % recipients, Self.levels[rest / recipients], day: 20 + 5 * (rest / recipients), number)
    }
    rest -= Self.levels.count * recipients
    let lots = villages * Self.goods.count
    let month = rest / (2 * lots + 2 * recipients)
    rest %= 2 * lots + 2 * recipients
    if rest < lots { return try delivery(of: rest, month: month, number) }
    rest -= lots
    if rest < lots { return try inspection(of: rest, month: month, number) }
    rest -= lots
    if rest < recipients { return try entitlement(of: rest, month: month, number) }
    return try handover(to: rest - recipients, month: month, number)
  }

  // MARK: Kinds of events

  private func registration(_ recipient: Int) throws -> (Int, Event) {
    var dice = Dice(seed, 2, recipient)
    let village = recipient / Place.families
    let (id, tag, kkTag) = (Moments.id(0, &dice), try dice.tag(), try dice.tag())
    let registered = RecipientRegistered(
      recipient: id, number: try Place.code("SBK-\(village)-\(recipient)"), region: try Place.village(village),
      identityStatus: .nik, nikTag: tag, kkTag: kkTag, decile: Int(dice.next() % 5) + 1, source: .dtsen,
      // What a seal produces cannot be told from random bytes.
      sealed: Sealed(box: dice.bytes(256 + 40), commitment: try dice.digest()))
    return (
      officers.number(.registrar(village)),
      Event(
        id: Moments.id(10, &dice), at: try Moments.at(day: 10, second: recipient % 80_000), body: .recipientRegistered(registered)
      )
    )
  }

  private func id(of recipient: Int) -> Identifier {
    var dice = Dice(seed, 2, recipient)
    return Moments.id(0, &dice)
  }

  private func verification(of recipient: Int, _ level: Level, day: Int, _ number: Int) throws -> (Int, Event) {
    var dice = Dice(seed, 3, number)
    let village = recipient / Place.families
    let verified = VerificationRecorded(
      recipient: id(of: recipient), region: try Place.village(village), level: level, outcome: .eligible,
      instrument: level == .rt ? .homeVisit : .deliberation,
      evidence: [Evidence(kind: .photo, digest: try dice.digest()), Evidence(kind: .minutes, digest: try dice.digest())])
    return (
      officers.number(.verifier(level, village)),
      Event(
        id: Moments.id(day, &dice), at: try Moments.at(day: day, second: recipient % 80_000),
        body: .verificationRecorded(verified))
    )
  }

  private func delivery(of lot: Int, month: Int, _ number: Int) throws -> (Int, Event) {
    var dice = Dice(seed, 4, number)
    let (village, good) = (lot / Self.goods.count, Self.goods[lot % Self.goods.count])
    let delivered = LotDelivered(
      lot: try Self.lot(lot, month: month), contract: try Place.code("kontrak-1"), supplier: try Place.code("CV-PANGAN"),
      outlet: try Place.outlet(village), region: try Place.village(village), programme: try Place.code("SEMBAKO"),
      period: try Self.period(month), commodity: try Place.code(good.commodity),
      quantity: Quantity(good.quantity * Int64(Place.families)), unit: good.unit, unitPrice: Rupiah(good.price))
    let day = Self.firstDay(month)
    return (
      officers.number(.supplier),
      Event(id: Moments.id(day, &dice), at: try Moments.at(day: day, second: lot % 80_000), body: .lotDelivered(delivered))
    )
  }

  private func inspection(of lot: Int, month: Int, _ number: Int) throws -> (Int, Event) {
    var dice = Dice(seed, 5, number)
    let inspected = LotInspected(
      lot: try Self.lot(lot, month: month), region: try Place.village(lot / Self.goods.count),
      outcome: dice.next() % 100 == 0 ? .failed : .passed, packaged: false,
      evidence: [Evidence(kind: .photo, digest: try dice.digest())])
    let day = Self.firstDay(month) + 1
    return (
      officers.number(.inspector),
      Event(id: Moments.id(day, &dice), at: try Moments.at(day: day, second: lot % 80_000), body: .lotInspected(inspected))
    )
  }

  private func entitlement(of recipient: Int, month: Int, _ number: Int) throws -> (Int, Event) {
    var dice = Dice(seed, 6, number)
    let village = recipient / Place.families
    let granted = EntitlementGranted(
      recipient: id(of: recipient), programme: try Place.code("SEMBAKO"), period: try Self.period(month),
      region: try Place.village(village), outlet: try Place.outlet(village), amount: Rupiah(200_000),
      goods: try Self.goods.map { Goods(commodity: try Place.code($0.commodity), quantity: Quantity($0.quantity), unit: $0.unit) }
    )
    let day = Self.firstDay(month) + 2
    return (
      officers.number(.manager),
      Event(
        id: Moments.id(day, &dice), at: try Moments.at(day: day, second: recipient % 80_000), body: .entitlementGranted(granted))
    )
  }

  private func handover(to recipient: Int, month: Int, _ number: Int) throws -> (Int, Event) {
    var dice = Dice(seed, 7, number)
    let village = recipient / Place.families
    let items = try Self.goods.prefix(3).enumerated().map { offset, good in
      Item(
        commodity: try Place.code(good.commodity), quantity: Quantity(good.quantity), unit: good.unit,
        unitPrice: Rupiah(good.price),
        lot: try Self.lot(village * Self.goods.count + offset, month: month))
    }
    let handed = HandoverRecorded(
      recipient: id(of: recipient), programme: try Place.code("SEMBAKO"), period: try Self.period(month),
      region: try Place.village(village), outlet: try Place.outlet(village), collector: .`self`, items: items, packaged: false,
      evidence: [Evidence(kind: .photo, digest: try dice.digest())])
    let day = Self.firstDay(month) + 3 + recipient % 10
    return (
      officers.number(.distributor(village)),
      Event(
        id: Moments.id(day, &dice), at: try Moments.at(day: day, second: 3_600 + recipient % 30_000),
        body: .handoverRecorded(handed))
    )
  }

  private static func lot(_ lot: Int, month: Int) throws -> Code { try Place.code("LOT-\(month)-\(lot)") }

  static func firstDay(_ month: Int) -> Int { 40 + 30 * month }

  static func period(_ month: Int) throws -> Code {
    try Place.code("\(2026 + (month + 1) / 12)-\(String(101 + (month + 1) % 12).dropFirst())")
  }
}
