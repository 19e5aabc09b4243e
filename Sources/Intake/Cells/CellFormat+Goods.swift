public import Vocabulary

extension CellFormat where Value == [Item] {
  /// `beras 10 kg @13.500 #LOT-7; telur 30 butir @2.000`: at most 32 commodities, each with quantity, unit price and perhaps a lot.
  public static var goodsWithPrices: CellFormat {
    CellFormat(.goodsWithPrices, canonical: { $0.map(\.canonical).joined(separator: "\u{1E}") }) { cell throws(CellFinding) in
      try cell.eachPart(atMost: 32) { cursor throws(CellFinding) in
        let goods = try Goods.read(&cursor)
        guard cursor.take(UInt8(ascii: "@")) else { throw cursor.isAtEnd ? .noPrice : cell.finding }
        let price = try Money.read(Cell(cursor.takeWhile { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "/") }))
        try cursor.skipUnit(of: goods.unit)
        var lot: Code?
        if cursor.take(UInt8(ascii: "#")) {
          guard let code = Code(Cell(cursor.takeWhile { _ in true }).text) else { throw cell.finding }
          lot = code
        }
        guard cursor.isAtEnd else { throw cell.finding }
        return Item(commodity: goods.commodity, quantity: goods.quantity, unit: goods.unit, unitPrice: price, lot: lot)
      }
    }
  }
}

extension CellFormat where Value == [Goods] {
  /// `beras 10 kg; telur 30 butir`: at most `maximum` commodities with their quantities, without prices.
  public static func goods(atMost maximum: Int) -> CellFormat {
    CellFormat(.goods, canonical: { $0.map(\.canonical).joined(separator: "\u{1E}") }) { cell throws(CellFinding) in
      try cell.eachPart(atMost: maximum) { cursor throws(CellFinding) in
        let goods = try Goods.read(&cursor)
        if let next = cursor.next {
          throw next == UInt8(ascii: "@") || next == UInt8(ascii: "#") ? .unwantedDetail : cell.finding
        }
        return goods
      }
    }
  }
}

extension CellFormat where Value == [Price] {
  /// `beras 13.500/kg; telur 2.000/butir`: at most 32 unit prices.
  public static var prices: CellFormat {
    CellFormat(.prices, canonical: { $0.map(\.canonical).joined(separator: "\u{1E}") }) { cell throws(CellFinding) in
      try cell.eachPart(atMost: 32) { cursor throws(CellFinding) in
        let commodity = try Code.commodity(&cursor)
        _ = cursor.take(UInt8(ascii: "@"))
        let price = try Money.read(Cell(cursor.takeWhile { $0 != UInt8(ascii: "/") }))
        guard cursor.take(UInt8(ascii: "/")) else { throw .noUnit }
        cursor.skipSpaces()
        guard let unit = WrittenUnit(cursor.word()), unit.isPriced, cursor.isAtEnd else { throw .unknownUnit }
        return Price(commodity: commodity, unit: unit.recorded, unitPrice: price)
      }
    }
  }
}

extension CellFormat where Value == Code {
  /// The name of a commodity: words, joined by hyphens and in lower case, so that `Minyak Goreng` and `minyak-goreng` are one.
  public static var commodity: CellFormat {
    CellFormat(.code, canonical: \.description) { cell throws(CellFinding) in
      guard let code = Code(commodityWords: cell) else { throw cell.finding }
      return code
    }
  }
}

extension Cell {
  /// What `read` makes of each part between semicolons or line breaks.
  fileprivate func eachPart<Part>(
    atMost maximum: Int, read: (inout CellCursor) throws(CellFinding) -> Part
  ) throws(CellFinding) -> [Part] {
    let parts = parts()
    guard parts.count <= maximum else { throw .tooMany(parts.count) }
    guard !parts.isEmpty else { throw finding }
    var values: [Part] = []
    for part in parts {
      var cursor = CellCursor(part)
      values.append(try read(&cursor))
    }
    return values
  }
}

extension CellCursor {
  /// Steps over `/kg` where it repeats the unit of the quantity.
  fileprivate mutating func skipUnit(of unit: Unit) throws(CellFinding) {
    guard take(UInt8(ascii: "/")) else { return }
    skipSpaces()
    guard let written = WrittenUnit(word()), written.isPriced, written.recorded == unit else { throw .unknownUnit }
    skipSpaces()
  }
}

extension Code {
  /// The words before the first number.
  fileprivate static func commodity(_ cursor: inout CellCursor) throws(CellFinding) -> Code {
    let start = cursor.rest
    while let next = cursor.next, !CellCursor.isDigit(next), next != UInt8(ascii: "@") {
      _ = cursor.takeWhile { !Cell.isSpace($0) && $0 != UInt8(ascii: "@") }
      cursor.skipSpaces()
      if cursor.startsPrice { break }
    }
    let name = Cell(start[..<cursor.rest.startIndex])
    guard let code = Code(commodityWords: name) else { throw Cell(start).finding }
    return code
  }

  fileprivate init?(commodityWords name: Cell) {
    let lower = name.words(joinedBy: UInt8(ascii: "-")).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    self.init(String(decoding: lower, as: UTF8.self))
  }
}

extension CellCursor {
  /// Whether `Rp` and a number come next.
  fileprivate var startsPrice: Bool {
    var ahead = self
    guard ahead.take(word: "rp") else { return false }
    _ = ahead.take(UInt8(ascii: "."))
    ahead.skipSpaces()
    return ahead.next.map(Self.isDigit) ?? false
  }
}

extension Goods {
  fileprivate static func read(_ cursor: inout CellCursor) throws(CellFinding) -> Goods {
    let commodity = try Code.commodity(&cursor)
    let measure = try Measure.read(&cursor)
    cursor.skipSpaces()
    return Goods(commodity: commodity, quantity: measure.quantity, unit: measure.unit)
  }

  fileprivate var canonical: String { "\(commodity) \(quantity)\(unit.rawValue)" }
}

extension Item {
  fileprivate var canonical: String { "\(commodity) \(quantity)\(unit.rawValue) \(unitPrice) \(lot?.description ?? "")" }
}

extension Price {
  fileprivate var canonical: String { "\(commodity) \(unit.rawValue) \(unitPrice)" }
}
