import Vocabulary

/// A `rules.published`, made ready for judging. Shared by all the units that are judged by it, and never changed: a class, so
/// that handing it on costs one reference instead of a dozen.
final class RuleSet: Sendable {
  let body: RulesPublished
  let reference: EventReference
  let excludedClasses: ChoiceSet<ProfileClass>
  let forbiddenOwners: ChoiceSet<ProfileClass>
  let requiredEvidence: ChoiceSet<EvidenceKind>
  let requiredGroups: ChoiceSet<FoodGroup>
  /// Groups of the allowed commodities by number; empty of rules that allow all.
  let groups: [Int32: ChoiceSet<FoodGroup>]
  let ceilings: PriceList

  init(_ event: Recorded<RulesPublished>, _ commodities: Interner<Code>) {
    body = event.body
    reference = event.reference
    excludedClasses = ChoiceSet(body.excludedClasses)
    forbiddenOwners = ChoiceSet(body.forbiddenOwners)
    requiredEvidence = ChoiceSet(body.requiredEvidence)
    requiredGroups = ChoiceSet(body.requiredGroups)
    var groups: [Int32: ChoiceSet<FoodGroup>] = [:]
    for line in body.commodities {
      guard let commodity = commodities.find(line.commodity) else { continue }
      groups[commodity, default: ChoiceSet()].insert(line.group)
    }
    self.groups = groups
    ceilings = PriceList(body.ceilings, commodities)
  }

  /// Whether items of the commodity may be handed over.
  func allows(commodity: Int32) -> Bool { body.commodities.isEmpty || groups[commodity] != nil }

  func isInForce(on day: CalendarDate, in region: Region) -> Bool {
    body.validFrom <= day && (body.validUntil.map { day <= $0 } ?? true) && (body.region?.covers(region) ?? true)
  }
}
