public import Cryptography
public import Vocabulary

extension CellFormat where Value == Code {
  /// A code that exists outside the ledger, exactly as it stands.
  public static var code: CellFormat {
    CellFormat(.code, canonical: \.description) { cell throws(CellFinding) in
      guard let code = Code(cell.text) else { throw cell.isScientificNumber ? .roundedNumber : cell.finding }
      return code
    }
  }
}

extension CellFormat where Value == [Code] {
  /// Codes joined by `;`, in their order, each once.
  public static func codes(atMost maximum: Int) -> CellFormat {
    CellFormat(.codes, canonical: { $0.map(\.description).joined(separator: ";") }) { cell throws(CellFinding) in
      try cell.distinctParts(atMost: maximum) { part in Code(part.text) }
    }
  }
}

extension CellFormat where Value == Region {
  /// A Kemendagri code with its dots.
  public static var region: CellFormat {
    CellFormat(.region, canonical: \.description) { cell throws(CellFinding) in
      guard let region = Region(cell.text) else { throw cell.finding }
      return region
    }
  }
}

extension CellFormat where Value == [Region] {
  /// Regions joined by `;`, sorted, each once.
  public static func regions(atMost maximum: Int) -> CellFormat {
    CellFormat(.regions, canonical: { $0.map(\.description).joined(separator: ";") }) { cell throws(CellFinding) in
      try cell.distinctParts(atMost: maximum) { part in Region(part.text) }.sorted()
    }
  }
}

extension CellFormat where Value == Int {
  /// A whole number from 1 to 10.
  public static var decile: CellFormat {
    CellFormat(.decile, canonical: \.description) { cell throws(CellFinding) in
      var cursor = CellCursor(cell)
      guard let number = cursor.number(atMostDigits: 2), cursor.isAtEnd, (1...10).contains(number.value) else {
        throw cell.finding
      }
      return number.value
    }
  }
}

extension CellFormat where Value == Digest {
  /// SHA-256 of a file as 64 hexadecimal digits of either case.
  public static var fileDigest: CellFormat {
    CellFormat(.fileDigest, canonical: \.base64) { cell throws(CellFinding) in
      guard let digest = Digest(hexadecimal: cell.bytes) else { throw cell.finding }
      return digest
    }
  }
}

extension CellFormat where Value == [Evidence] {
  /// `foto:<64 hexadecimal digits>; tanda_tangan:<…>`: at most 8.
  public static var evidence: CellFormat {
    CellFormat(.evidence, canonical: { $0.map { "\($0.kind):\($0.digest)" }.joined(separator: ";") }) {
      cell throws(CellFinding) in
      try cell.distinctParts(atMost: 8) { part in
        guard let colon = part.bytes.firstIndex(of: UInt8(ascii: ":")),
          let kind = Words.evidenceKinds.value(of: Cell(part.bytes[..<colon])),
          let digest = Digest(hexadecimal: Cell(part.bytes[(colon + 1)...]).bytes)
        else { return nil }
        return Evidence(kind: kind, digest: digest)
      }
    }
  }
}

extension Digest {
  fileprivate init?(hexadecimal text: ArraySlice<UInt8>) {
    guard text.count == 64 else { return nil }
    var bytes: [UInt8] = []
    for (index, character) in text.enumerated() {
      let lower = character | 0x20
      let value: UInt8
      if CellCursor.isDigit(character) {
        value = character - UInt8(ascii: "0")
      } else if (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(lower) {
        value = lower - UInt8(ascii: "a") + 10
      } else {
        return nil
      }
      if index % 2 == 0 { bytes.append(value << 4) } else { bytes[index / 2] |= value }
    }
    self.init(bytes: bytes)
  }
}

extension Cell {
  /// What `read` makes of each part between semicolons or line breaks, each once.
  func distinctParts<Part: Equatable>(atMost maximum: Int, read: (Cell) -> Part?) throws(CellFinding) -> [Part] {
    let parts = parts()
    guard parts.count <= maximum else { throw .tooMany(parts.count) }
    var values: [Part] = []
    for part in parts {
      guard let value = read(part) else { throw finding }
      if values.contains(value) { throw .repeated }
      values.append(value)
    }
    guard !values.isEmpty else { throw finding }
    return values
  }
}
