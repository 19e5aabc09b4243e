public import Compliance
public import Vocabulary

/// What codes are called. A code without a name is shown as the code.
public struct Names: Sendable {
  /// By region code.
  public var regions: [Region: String]
  public var outlets: [Code: String]
  public var suppliers: [Code: String]
  public var programmes: [Code: String]
  /// The participant number of a recipient, nil where there is none.
  public var number: @Sendable (Identifier) -> Code?

  public init(
    regions: [Region: String] = [:], outlets: [Code: String] = [:], suppliers: [Code: String] = [:],
    programmes: [Code: String] = [:],
    number: @escaping @Sendable (Identifier) -> Code? = { _ in nil }
  ) {
    self.regions = regions
    self.outlets = outlets
    self.suppliers = suppliers
    self.programmes = programmes
    self.number = number
  }

  /// The names that the ledger itself gives, and those of `regions`, which it does not know.
  public init(_ state: LedgerState, regions: [Region: String] = [:]) {
    self.init(regions: regions, number: { state.recipient($0)?.number })
    for outlet in state.outlets { outlets[outlet.body.outlet] = outlet.body.name }
    for supplier in state.suppliers { suppliers[supplier.body.supplier] = supplier.body.name }
    for programme in state.programmes { programmes[programme.body.programme] = programme.body.name }
  }

  /// The name of the group with this key, if it has one.
  func name(ofKey key: String, in grouping: Grouping) -> String? {
    switch grouping {
    case .village, .district, .regency: Region(key).flatMap { regions[$0] }
    case .outlet: Code(key).flatMap { outlets[$0] }
    case .supplier: Code(key).flatMap { suppliers[$0] }
    case .programme: Code(key).flatMap { programmes[$0] }
    case .period, .all: nil
    }
  }
}
