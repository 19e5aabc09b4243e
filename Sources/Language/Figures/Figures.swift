/// Numbers, money, quantities and days as a reader of the language writes them.
///
/// Indonesian puts a dot between thousands and a comma before decimals, English the reverse.
public struct Figures: Sendable {
  /// Whose marks and words are written.
  public let language: Language

  public init(_ language: Language) { self.language = language }

  private var thousandsMark: String { language == .id ? "." : "," }
  private var decimalMark: String { language == .id ? "," : "." }

  /// `1.204`; a minus sign (U+2212) before a negative number.
  public func number(_ value: some BinaryInteger) -> String {
    let digits = String(value.magnitude)
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { grouped += thousandsMark }
      grouped.append(digit)
    }
    return (value < 0 ? "−" : "") + grouped
  }

  /// `Rp150.000`, whole rupiah.
  public func rupiah(_ value: some BinaryInteger) -> String {
    value < 0 ? "−Rp" + number(value.magnitude) : "Rp" + number(value)
  }

  /// Share of a whole in percent, rounded to a tenth; never 0 or 100 for a share that is not: `<0,1%`, `>99,9%`.
  public func percent(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "–" }
    if part == 0 { return "0%" }
    if part == whole { return "100%" }
    let tenthsOfPercent = (part * 2000 + whole) / (2 * whole)
    if tenthsOfPercent == 0 { return "<0\(decimalMark)1%" }
    if tenthsOfPercent >= 1000 { return ">99\(decimalMark)9%" }
    return tenths(UInt64(tenthsOfPercent)) + "%"
  }

  /// A quantity in grams as kilograms, millilitres as litres, pieces as they are: `10,5 kg`.
  public func quantity(_ value: Int64, unit: String) -> String {
    switch unit {
    case "g" where value.magnitude >= 1000: decimal(value, places: 3) + " kg"
    case "ml" where value.magnitude >= 1000: decimal(value, places: 3) + (language == .id ? " liter" : " l")
    case "pcs": number(value) + (language == .id ? " buah" : " pcs")
    default: number(value) + " " + unit
    }
  }

  /// `1 hari`, `14 days`.
  public func days(_ value: Int64) -> String { counted(value, id: "hari", one: "day", many: "days") }

  /// `6 jam`, `72 hours`.
  public func hours(_ value: Int64) -> String { counted(value, id: "jam", one: "hour", many: "hours") }

  /// A number and what it counts: in English one form for 1 and one for all others, in Indonesian the same for all.
  public func counted(_ value: some BinaryInteger, id: String, one: String, many: String) -> String {
    let word = language == .id ? id : value == 1 ? one : many
    return number(value) + " " + word
  }

  /// A number with `places` decimals of which trailing zeros are dropped.
  private func decimal(_ value: Int64, places: Int) -> String {
    var unit: UInt64 = 1
    for _ in 0..<places { unit *= 10 }
    let whole = (value < 0 ? "−" : "") + number(value.magnitude / unit)
    var digits = String(value.magnitude % unit)
    digits = String(repeating: "0", count: places - digits.count) + digits
    while digits.last == "0" { digits.removeLast() }
    return digits.isEmpty ? whole : whole + decimalMark + digits
  }

  private func tenths(_ value: UInt64) -> String {
    value % 10 == 0 ? number(value / 10) : number(value / 10) + decimalMark + String(value % 10)
  }
}

extension Figures {
  /// `+Rp50.000`, `−Rp50.000`, or `Rp0`.
  public func signedRupiah(_ value: some BinaryInteger) -> String { value > 0 ? "+" + rupiah(value) : rupiah(value) }
}
