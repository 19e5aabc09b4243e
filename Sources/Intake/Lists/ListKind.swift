/// The lists that can be read, as docs/lists.md describes them.
public enum ListKind: String, CaseIterable, Hashable, Sendable {
  case registrations
  case proposals
  case statuses
  case verifications
  case eligibility
  case suppliers
  case procurements
  case bids
  case selections
  case contracts
  case outlets
  case lots
  case inspections
  case priceSurveys = "price-surveys"
  case entitlements
  case handovers
  case complaints
  case interviews
  case conflicts
  case budgets
  case disbursements

  /// Other names of the list; case, dashes and underscores make no difference.
  public var aliases: [String] {
    switch self {
    case .registrations: ["bnba", "registrasi"]
    case .proposals: ["usulan"]
    case .statuses: ["status"]
    case .verifications: ["verifikasi", "verval"]
    case .eligibility: ["kelayakan"]
    case .suppliers: ["pemasok"]
    case .procurements: ["pengadaan"]
    case .bids: ["penawaran"]
    case .selections: ["penetapan"]
    case .contracts: ["kontrak"]
    case .outlets: ["ewarong"]
    case .lots: ["lot", "pengiriman"]
    case .inspections: ["pemeriksaan"]
    case .priceSurveys: ["harga"]
    case .entitlements: ["hak"]
    case .handovers: ["penyaluran", "penyerahan"]
    case .complaints: ["pengaduan"]
    case .interviews: ["wawancara"]
    case .conflicts: ["konflik"]
    case .budgets: ["anggaran"]
    case .disbursements: ["pencairan"]
    }
  }

  /// The list with this name or alias, or nil.
  public init?(name: String) {
    let plain = PlainName.of(name)
    let match = Self.allCases.first { kind in
      PlainName.of(kind.rawValue) == plain || kind.aliases.contains { PlainName.of($0) == plain }
    }
    guard let match else { return nil }
    self = match
  }
}

/// A list whose rows make events.
protocol EventList {
  /// The columns besides the officer's, which every list may have.
  static var columns: ColumnSet { get }
  /// Reads one row: its values, its problems and its events.
  static func read(_ row: inout Row)
}

extension ListKind {
  var list: any EventList.Type {
    switch self {
    case .registrations: RegistrationList.self
    case .proposals: ProposalList.self
    case .statuses: StatusList.self
    case .verifications: VerificationList.self
    case .eligibility: EligibilityList.self
    case .suppliers: SupplierList.self
    case .procurements: ProcurementList.self
    case .bids: BidList.self
    case .selections: SelectionList.self
    case .contracts: ContractList.self
    case .outlets: OutletList.self
    case .lots: LotList.self
    case .inspections: InspectionList.self
    case .priceSurveys: PriceSurveyList.self
    case .entitlements: EntitlementList.self
    case .handovers: HandoverList.self
    case .complaints: ComplaintList.self
    case .interviews: InterviewList.self
    case .conflicts: ConflictList.self
    case .budgets: BudgetList.self
    case .disbursements: DisbursementList.self
    }
  }

  /// The columns of the list.
  public var columns: ColumnSet {
    let columns = list.columns
    return ColumnSet(required: columns.required, oneOf: columns.oneOf, optional: columns.optional + [.officer])
  }
}
