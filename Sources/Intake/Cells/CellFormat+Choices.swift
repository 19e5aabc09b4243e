internal import Vocabulary

extension CellFormat where Value: Choice {
  /// One of the words of `table`.
  static func choice(_ table: WordTable<Value>) -> CellFormat {
    CellFormat(.choice(table.words), canonical: \.rawValue) { cell throws(CellFinding) in
      guard let value = table.value(of: cell) else { throw cell.finding }
      return value
    }
  }
}

extension CellFormat where Value == Bool {
  /// `ya tidak y t yes no 1 0 v x true false`.
  public static var yesOrNo: CellFormat {
    CellFormat(.yesOrNo, canonical: { $0 ? "true" : "false" }) { cell throws(CellFinding) in
      guard let value = Words.yesOrNo.value(of: cell) else { throw cell.finding }
      return value
    }
  }
}

extension CellFormat where Value == HandoverOutcome {
  static var handoverOutcome: CellFormat {
    CellFormat(.choice(Words.handoverOutcomes.words), canonical: { $0 == .failed ? "failed" : "" }) { cell throws(CellFinding) in
      guard let value = Words.handoverOutcomes.value(of: cell) else { throw cell.finding }
      return value
    }
  }
}

extension CellFormat {
  /// Some of the words of `table`, joined by `;` or `,`, in the order of the schema, each once.
  static func choices<Element: Choice>(_ table: WordTable<Element>) -> CellFormat where Value == [Element] {
    CellFormat(.choices(table.words), canonical: { $0.map(\.rawValue).joined(separator: ";") }) { cell throws(CellFinding) in
      var found: Set<Element> = []
      for part in cell.parts(alsoAtCommas: true) {
        guard let value = table.value(of: part) else { throw cell.finding }
        found.insert(value)
      }
      guard !found.isEmpty else { throw cell.finding }
      return Element.allCases.filter(found.contains)
    }
  }
}
