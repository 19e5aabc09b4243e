public import Vocabulary

/// What was allocated, disbursed, delivered and handed over (SPEC 10.3). Sums stop at the end of 64 bits.
public struct Sums: Hashable, Sendable {
  /// Money and worth of goods in one programme and period, in all or at one outlet.
  public struct Line: Hashable, Sendable {
    public let programme: Code
    public let period: Code
    /// Nil: the whole programme and period. Allocations never name an outlet.
    public let outlet: Code?
    public internal(set) var allocated: Rupiah = .zero
    public internal(set) var disbursed: Rupiah = .zero
    /// Worth of the lots at their unit price.
    public internal(set) var delivered: Rupiah = .zero
    public internal(set) var handedOver: Rupiah = .zero
  }

  /// A lot and what was taken from it.
  public struct LotBalance: Hashable, Sendable {
    public let lot: Code
    public let supplier: Code
    public let outlet: Code
    public let commodity: Code
    public let unit: Unit
    public let delivered: Quantity
    /// Quantity of the items that name the lot, in the unit of the lot.
    public let handedOver: Quantity
    /// The delivery.
    public let delivery: EventReference
  }

  /// One line for each programme and period, sorted.
  public let lines: [Line]
  /// One line for each programme, period and outlet that an event names, sorted.
  public let outletLines: [Line]
  /// One for each known lot, sorted by code.
  public let lots: [LotBalance]
}
