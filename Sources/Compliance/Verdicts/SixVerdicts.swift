/// One verdict for each right.
public struct SixVerdicts: Hashable, Sendable {
  public var target: RightVerdict
  public var amount: RightVerdict
  public var quality: RightVerdict
  public var time: RightVerdict
  public var price: RightVerdict
  public var administration: RightVerdict

  public init(
    target: RightVerdict, amount: RightVerdict, quality: RightVerdict, time: RightVerdict, price: RightVerdict,
    administration: RightVerdict
  ) {
    self.target = target
    self.amount = amount
    self.quality = quality
    self.time = time
    self.price = price
    self.administration = administration
  }

  /// The verdict on `right`.
  public subscript(right: Right) -> RightVerdict {
    switch right {
    case .target: target
    case .amount: amount
    case .quality: quality
    case .time: time
    case .price: price
    case .administration: administration
    }
  }
}
