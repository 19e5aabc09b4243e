import Vocabulary

/// What a `handover.recorded` or `handover.corrected` states.
struct HandoverRecord {
  let reference: EventReference
  /// When it took place: `at`, or `handedOverAt` of a correction.
  let at: Timestamp
  let collector: Collector
  let flags: HandoverFlags
  let itemCount: UInt8
  let evidence: ChoiceSet<EvidenceKind>
  let unit: Int32
  /// When its entry was recorded.
  let recordedAt: RecordedTime
  let region: Region
  let fee: Int64
  let cash: Int64
  /// Worth of the items plus cash.
  let value: Int64
  let outlet: Int32
  /// Number of the author's key.
  let author: Int32
  let firstItem: Int32
  /// Number of the event.
  let event: Int32

  var items: Range<Int> { Int(firstItem)..<Int(firstItem) + Int(itemCount) }
}

/// What is either so or not about a handover.
struct HandoverFlags: OptionSet {
  let rawValue: UInt8
  /// It is a `handover.corrected`.
  static let correction = HandoverFlags(rawValue: 1)
  static let void = HandoverFlags(rawValue: 2)
  static let letter = HandoverFlags(rawValue: 4)
  static let packaged = HandoverFlags(rawValue: 8)
  static let combinedOrder = HandoverFlags(rawValue: 16)
}

extension HandoverFlags {
  init(letter: Bool, packaged: Bool, combinedOrder: Bool, void: Bool) {
    self = []
    if letter { insert(.letter) }
    if packaged { insert(.packaged) }
    if combinedOrder { insert(.combinedOrder) }
    if void { insert(.void) }
  }
}

/// A line of goods of a handover.
struct ItemRecord {
  let quantity: Int64
  let unitPrice: Int64
  let goods: GoodsKind
  /// Number of the lot; -1 where the item names none.
  let lot: Int32
}

/// A commodity in one unit, as one number.
struct GoodsKind: Hashable, Comparable {
  let number: Int32

  init(number: Int32) { self.number = number }

  init(commodity: Int32, unit: Unit) {
    let offset: Int32 =
      switch unit {
      case .g: 0
      case .ml: 1
      case .pcs: 2
      }
    number = commodity * 4 + offset
  }

  var commodity: Int32 { number / 4 }
  var unit: Unit { number % 4 == 0 ? .g : number % 4 == 1 ? .ml : .pcs }

  static func < (left: GoodsKind, right: GoodsKind) -> Bool { left.number < right.number }
}
