import Vocabulary

/// Which suppliers and outlets are tied to people who may not be tied to them (SPEC 10.2, administration).
struct Ties {
  private struct Tie {
    var classes = ChoiceSet<ProfileClass>()
    /// The event that states the owners' classes.
    var stated = EventReference.none
    /// Declared conflicts that tie whatever the rules say, with what the holder signed.
    var conflicts: [EventReference] = []
  }

  private var suppliers: [Tie]
  private var outlets: [Tie]

  init(_ state: LedgerState) {
    suppliers = (0..<Int32(state.supplierBook.count)).map { number in
      guard let supplier = state.supplierBook[number] else { return Tie() }
      return Tie(classes: ChoiceSet(supplier.body.ownerClasses ?? []), stated: supplier.reference)
    }
    outlets = (0..<Int32(state.outletBook.count)).map { number in
      guard let outlet = state.outletBook[number] else { return Tie() }
      return Tie(classes: ChoiceSet(outlet.body.ownerClasses ?? []), stated: outlet.reference)
    }
    let acts = Self.acts(state)
    for conflict in state.procurement.conflicts {
      if let supplier = conflict.body.supplier.flatMap({ state.supplierBook.codes.find($0) }),
        let signed = acts[Act(supplier: supplier, person: .holder(conflict.body.holder))]
      {
        suppliers[Int(supplier)].conflicts += [conflict.reference] + signed
      }
      let forbids = [.owner, .manager, .kin].contains(conflict.body.relation)
      if forbids, let outlet = conflict.body.outlet.flatMap({ state.outletBook.codes.find($0) }) {
        outlets[Int(outlet)].conflicts.append(conflict.reference)
      }
    }
  }

  /// The events that show how a supplier is tied; empty where it is not.
  func supplier(_ supplier: Int32, _ rules: RuleSet?) -> [EventReference] { Self.shown(suppliers[Int(supplier)], rules) }

  /// The events that show how an outlet is tied; empty where it is not.
  func outlet(_ outlet: Int32, _ rules: RuleSet?) -> [EventReference] { Self.shown(outlets[Int(outlet)], rules) }

  private static func shown(_ tie: Tie, _ rules: RuleSet?) -> [EventReference] {
    guard !tie.classes.isEmpty, let rules, tie.classes.intersects(rules.forbiddenOwners) else { return tie.conflicts }
    return tie.conflicts + [tie.stated]
  }

  private struct Act: Hashable {
    let supplier: Int32
    let person: Person
  }

  // What each person signed in procurements and contracts of each supplier. A procurement is a supplier's when the selection
  // names the supplier, or a contract of the supplier names it.
  private static func acts(_ state: LedgerState) -> [Act: [EventReference]] {
    guard !state.procurement.conflicts.isEmpty else { return [:] }
    var acts: [Act: [EventReference]] = [:]
    var owners: [Int32: Set<Int32>] = [:]
    func sign(_ reference: EventReference, _ signers: [Int32], for supplier: Int32) {
      for person in Set(signers.compactMap({ state.signers.person(of: $0) })) {
        acts[Act(supplier: supplier, person: person), default: []].append(reference)
      }
    }
    for (contract, signed) in state.procurement.contractSigners {
      guard let event = state.procurement.contracts[contract] else { continue }
      sign(event.reference, signed.signers, for: signed.supplier)
      if signed.procurement >= 0 { owners[signed.procurement, default: []].insert(signed.supplier) }
    }
    for (procurement, signed) in state.procurement.selectionSigners {
      owners[procurement, default: []].insert(signed.supplier)
    }
    for (procurement, signed) in state.procurement.selectionSigners {
      guard let event = state.procurement.selections[procurement] else { continue }
      for supplier in owners[procurement] ?? [] { sign(event.reference, signed.signers, for: supplier) }
    }
    for record in state.procurement.disqualifications {
      for supplier in owners[record.procurement] ?? [] { sign(record.reference, record.signers, for: supplier) }
    }
    return acts
  }
}
