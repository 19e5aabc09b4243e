import Vocabulary

/// The events that a year begins with: programme, rules, periods, supplier, contract, outlets, prices.
struct Opening {
  let seed: UInt64
  let villages: Int
  let officers: Officers

  private static let periodCount = 18

  func events() throws -> [(officer: Int, event: Event)] {
    var dice = Dice(seed, 8, 0)
    let programme = try Place.code("SEMBAKO")
    var bodies: [(Int, EventBody)] = [
      (officers.number(.manager), .programmeDeclared(ProgrammeDeclared(programme: programme, name: "Sembako", kind: .food))),
      (officers.number(.manager), .rulesPublished(try rules(programme))),
    ]
    for month in 0..<Self.periodCount {
      let from = Scenario.firstDay(month)
      bodies.append(
        (
          officers.number(.manager),
          .periodOpened(
            PeriodOpened(
              programme: programme, period: try Scenario.period(month), from: Moments.date(day: from),
              until: Moments.date(day: from + 29)))
        ))
    }
    for good in Scenario.goods {
      bodies.append(
        (
          officers.number(.inspector),
          .priceSurveyed(
            PriceSurveyed(
              region: try Place.regency(), commodity: try Place.code(good.commodity), unit: good.unit,
              unitPrice: Rupiah(good.price),
              surveyedOn: Moments.date(day: 5)))
        ))
    }
    for village in 0..<villages {
      bodies.append(
        (
          officers.number(.manager),
          .outletAppointed(
            OutletAppointed(
              outlet: try Place.outlet(village), name: "E-warong \(village)", region: try Place.village(village),
              programme: programme))
        ))
    }
    return try bodies.map { officer, body in
      (officer, Event(id: Moments.id(1, &dice), at: try Moments.at(day: 1, second: 0), body: body))
    }
  }

  private func rules(_ programme: Code) throws -> RulesPublished {
    let groups: [FoodGroup] = [.carbohydrate, .animalProtein, .plantProtein, .vitaminsMinerals]
    return RulesPublished(
      programme: programme, version: try Place.code("2026.1"), validFrom: Moments.date(day: 0), amountTolerance: 50,
      requiredLevels: [.rt, .desa, .kecamatan], staleAfter: 400, maximumDecile: 5, excludedClasses: [.asn, .tni, .polri],
      onePerFamily: true, deathGrace: 0, recordWithin: 168,
      commodities: try zip(Scenario.goods, groups).map { Commodity(commodity: try Place.code($0.commodity), group: $1) },
      requiredGroups: groups, packagedForbidden: true, ceilings: [], referenceTolerance: 1000, valueTolerance: 1000,
      requiredEvidence: [.photo], separateDuties: true, forbiddenOwners: [.asn, .kepalaDesa], selectionSigners: 1,
      answerWithin: 14, closeWithin: 60)
  }
}
