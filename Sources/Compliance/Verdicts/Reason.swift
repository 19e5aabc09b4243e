public import Vocabulary

/// A reason that holds, with the entries that show it.
public struct Reason: Hashable, Sendable {
  /// Which reason.
  public let code: ReasonCode
  /// The events that show it, sorted, each once. Empty where what is missing is the point.
  public let entries: [EventReference]
  /// What was found, where there is something to count: in ``unit``, else in the measure of the code (rupiah, days, hours, decile).
  public let value: Int64?
  /// What the value was held against, in the same measure.
  public let threshold: Int64?
  /// The unit of value and threshold where they are a quantity of goods; nil where they are not.
  public let unit: Unit?
  /// Version of the rules that it was judged by, where rules were needed.
  public let rules: Code?

  /// `entries` may come in any order and repeat themselves.
  public init(
    code: ReasonCode, entries: [EventReference], value: Int64? = nil, threshold: Int64? = nil, unit: Unit? = nil,
    rules: Code? = nil
  ) {
    self.code = code
    self.entries = entries.sortedDistinct()
    self.value = value
    self.threshold = threshold
    self.unit = unit
    self.rules = rules
  }
}

extension [EventReference] {
  /// Ascending, each once, without references to nothing.
  func sortedDistinct() -> [EventReference] {
    if count < 2 { return first == EventReference.none ? [] : self }
    var sorted = self
    sorted.sort()
    var result: [EventReference] = []
    result.reserveCapacity(sorted.count)
    for reference in sorted where reference != .none && reference != result.last { result.append(reference) }
    return result
  }
}
