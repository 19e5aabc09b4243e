import Vocabulary

/// Which contracts deviate from how suppliers must be selected (SPEC 10.2, administration).
struct Deviations {
  // By contract: the events that show it; nil where the contract does not deviate or is not known.
  private var byContract: [[EventReference]?]

  init(_ state: LedgerState, _ rules: RuleBook) {
    byContract = Array(repeating: nil, count: state.procurement.contracts.count)
    let bids = Bids(state.procurement)
    for contract in byContract.indices {
      guard let signed = state.procurement.contracts[Int32(contract)],
        let keys = state.procurement.contractSigners[Int32(contract)]
      else { continue }
      byContract[contract] = Self.deviation(of: signed, keys, bids, rules, state)
    }
  }

  /// The events that show how the contract deviates; nil where it does not.
  subscript(contract: Int32) -> [EventReference]? { byContract[Int(contract)] }

  private static func deviation(
    of contract: Recorded<ContractSigned>, _ signed: SignedRecord, _ bids: Bids, _ rules: RuleBook, _ state: LedgerState
  ) -> [EventReference]? {
    let number = signed.procurement
    guard number >= 0, let procurement = state.procurement.procurements[number] else { return [contract.reference] }
    guard let selection = state.procurement.selections[number], let selected = state.procurement.selectionSigners[number] else {
      return [contract.reference, procurement.reference]
    }
    let shown = [contract.reference, procurement.reference, selection.reference]
    guard selected.supplier == signed.supplier else { return shown }
    let closes = procurement.body.closes.secondsSince1970
    guard let won = bids.latest[NumberPair(number, selected.supplier)] else { return shown }
    if won.receivedAt.secondsSince1970 > closes { return shown + [won.reference] }
    if let disqualification = bids.disqualified[NumberPair(number, selected.supplier)] {
      return shown + [won.reference, disqualification]
    }
    if procurement.body.method != .direct, let lower = bids.lower(than: won, closes: closes) {
      return shown + [won.reference, lower.reference]
    }
    let programme = state.programmeBook.programmes.codes.find(contract.body.programme)
    let inForce = programme.map {
      rules.inForce(programme: $0, on: selection.at.localDate, in: contract.body.region)
    }
    let needed = inForce.flatMap { rules.find($0) }?.body.selectionSigners ?? 1
    return selected.signers.count < needed ? shown : nil
  }

  /// The bids of each procurement.
  private struct Bids {
    // By (procurement, supplier): the latest bid by position.
    var latest: [NumberPair: BidRecord] = [:]
    // By (procurement, supplier): the first disqualification.
    var disqualified: [NumberPair: EventReference] = [:]
    private var suppliers: [Int32: [Int32]] = [:]

    init(_ book: ProcurementBook) {
      for bid in book.bids {
        if latest.updateValue(bid, forKey: NumberPair(bid.procurement, bid.supplier)) == nil {
          suppliers[bid.procurement, default: []].append(bid.supplier)
        }
      }
      for record in book.disqualifications where disqualified[NumberPair(record.procurement, record.supplier)] == nil {
        disqualified[NumberPair(record.procurement, record.supplier)] = record.reference
      }
    }

    /// The lowest of the other bids in time and not disqualified, if it is below `won`.
    func lower(than won: BidRecord, closes: Int64) -> BidRecord? {
      let others = (suppliers[won.procurement] ?? []).compactMap { supplier -> BidRecord? in
        let key = NumberPair(won.procurement, supplier)
        guard supplier != won.supplier, disqualified[key] == nil, let bid = latest[key], bid.amount < won.amount,
          bid.receivedAt.secondsSince1970 <= closes
        else { return nil }
        return bid
      }
      return others.min { ($0.amount, $0.reference) < ($1.amount, $1.reference) }
    }
  }
}
