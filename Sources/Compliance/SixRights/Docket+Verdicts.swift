import Vocabulary

extension Docket {
  /// The six verdicts on a unit; nil where it has neither entitlement nor handover.
  func verdicts(on number: Int32) -> UnitVerdicts? {
    guard let unit = unitCase(number) else { return nil }
    let received = received(unit)
    let verdicts = SixVerdicts(
      target: target(unit), amount: amount(unit, received: received), quality: quality(unit), time: time(unit),
      price: price(unit, received: received), administration: administration(unit))
    let origins = origins(unit)
    return UnitVerdicts(
      recipient: state.registry.ids[unit.recipientNumber],
      number: unit.recipient.number < 0 ? nil : state.registry.numbers[unit.recipient.number],
      programme: state.programmeBook.programmeCode(of: unit.round), period: state.programmeBook.periodCode(of: unit.round),
      region: unit.region, outlet: outlet(unit), suppliers: origins.suppliers, contracts: origins.contracts,
      entitled: unit.entitlement.map { Rupiah($0.amount) }, received: received, verdicts: verdicts,
      handovers: references(of: unit.handovers), entitlement: unit.entitlement?.reference)
  }

  private func outlet(_ unit: UnitCase) -> Code? {
    let outlet = unit.handovers.isEmpty ? unit.entitlement?.outlet ?? -1 : stated(unit.handovers.lowerBound).outlet
    return outlet < 0 ? nil : state.outletBook.codes[outlet]
  }

  // Suppliers and contracts of the lots that were handed over.
  private func origins(_ unit: UnitCase) -> (suppliers: [Code], contracts: [Code]) {
    var suppliers: [Code] = []
    var contracts: [Code] = []
    for index in unit.handovers {
      for item in state.handovers.items(of: stated(index)) where item.lot >= 0 {
        guard let delivery = state.lots[Int(item.lot)].delivery else { continue }
        let supplier = state.supplierBook.codes[delivery.supplier]
        if !suppliers.contains(supplier) { suppliers.append(supplier) }
        guard delivery.contract >= 0 else { continue }
        let contract = state.procurement.contracts.codes[delivery.contract]
        if !contracts.contains(contract) { contracts.append(contract) }
      }
    }
    return (suppliers.sorted(), contracts.sorted())
  }
}
