internal import Compliance
internal import Vocabulary

/// In which unit the quantities of a finding are counted, since a finding does not say so itself.
struct LotUnits: Sendable {
  private struct Place: Hashable {
    let outlet: Code?
    let commodity: Code
  }

  private var byLot: [Code: Unit] = [:]
  private var byPlace: [Place: Unit] = [:]

  init(_ sums: Sums) {
    for lot in sums.lots {
      byLot[lot.lot] = lot.unit
      byPlace[Place(outlet: lot.outlet, commodity: lot.commodity)] = lot.unit
      byPlace[Place(outlet: nil, commodity: lot.commodity)] = lot.unit
    }
  }

  /// That of its lot, else that of a lot of its commodity at its outlet, else of any; nil where there is none, or it is about money or days.
  func unit(of finding: LedgerFinding) -> Unit? {
    if let lot = finding.lot { return byLot[lot] }
    guard let commodity = finding.commodity else { return nil }
    return byPlace[Place(outlet: finding.outlet, commodity: commodity)] ?? byPlace[Place(outlet: nil, commodity: commodity)]
  }
}
