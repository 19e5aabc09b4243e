public import Language
internal import Vocabulary

/// What an event says, in one sentence.
///
/// The sentence comes from ``EventWording`` by the event's type; an event of a type without a sentence is summed up by its type and codes.
/// Sealed boxes, digests and tags are never shown, and of a recipient only the participant number.
public struct EventSummary: Sendable {
  /// The event's type, such as `handover.recorded`; `?` where the line cannot be read.
  public let type: String
  /// When it happened, as claimed (RFC 3339); nil where the line has none.
  public let at: String?
  private let data: EventJSON
  private let names: Names

  /// - Parameter line: The event as it was signed.
  public init(line: String, names: Names = Names()) {
    let event = EventJSON(line)
    type = event?["type"]?.text ?? "?"
    at = event?["at"]?.text
    data = event?["data"] ?? .object([])
    self.names = names
  }

  /// The sentence in `language`.
  public func sentence(_ language: Language) -> String {
    let words = Words(language)
    if let wording = EventWording.of(type) {
      return Template(wording[language]).filled { name in data[name].flatMap { text($0, name, in: data, words) } }
    }
    guard case .object(let members) = data else { return type }
    let parts = members.compactMap { member in text(member.value, member.name, in: data, words).map { "\(member.name) \($0)" } }
    return parts.isEmpty ? type : "\(type): \(parts.joined(separator: ", "))"
  }

  private static let money: Set = ["amount", "value", "cash", "fee", "amountReceived", "feePaid"]
  private static let hidden: Set = [
    "sealed", "evidence", "letter", "digest", "root", "fileTag", "nikTag", "kkTag", "ownerTags", "holder",
  ]

  private func text(_ value: EventJSON, _ name: String, in siblings: EventJSON, _ words: Words) -> String? {
    guard !Self.hidden.contains(name) else { return nil }
    let figures = words.figures
    switch value {
    case .null: return nil
    case .flag(let flag): return ChoiceWording.of(String(flag), in: name)?[words.language]
    case .number(let number):
      if Self.money.contains(name) { return figures.rupiah(number) }
      if name == "unitPrice" { return figures.rupiah(number) + Self.per(siblings["unit"]?.text, words.language) }
      if name == "quantity" { return figures.quantity(number, unit: siblings["unit"]?.text ?? "") }
      return figures.number(number)
    case .text(let text): return self.text(text, name, words)
    case .list(let values):
      let parts = values.compactMap { self.text($0, name, in: $0, words) }
      return parts.isEmpty ? nil : parts.joined(separator: ", ")
    case .object: return goods(value, words)
    }
  }

  private func text(_ text: String, _ name: String, _ words: Words) -> String? {
    if let choice = ChoiceWording.of(text, in: name), !Self.isCode(name) { return choice[words.language] }
    if let instant = Timestamp(text) { return words.figures.instant(instant) }
    if let date = CalendarDate(text) { return words.figures.date(date) }
    if let id = Identifier(text) { return names.number(id)?.description }
    // The name and the id say which key; the key itself would fill the line.
    if name == "key" { return text.split(separator: "+").prefix(2).joined(separator: "+") }
    guard let known = self.name(of: text, name) else { return text }
    return "\(known) (\(text))"
  }

  /// Properties whose value is a code of its own, which may happen to be spelt like a choice.
  private static func isCode(_ name: String) -> Bool {
    [
      "programme", "period", "outlet", "supplier", "lot", "contract", "procurement", "commodity", "number", "complaint", "name",
      "title",
    ]
    .contains(name)
  }

  private func name(of code: String, _ property: String) -> String? {
    // An event that gives the name itself need not have it twice.
    guard let code = Code(code), data["name"] == nil else { return nil }
    switch property {
    case "region": return Region(code.description).flatMap { names.regions[$0] }
    case "outlet": return names.outlets[code]
    case "supplier": return names.suppliers[code]
    case "programme": return names.programmes[code]
    default: return nil
    }
  }

  /// `10 kg beras`, with `× Rp12.000/kg` where there is a price.
  private func goods(_ value: EventJSON, _ words: Words) -> String? {
    guard let commodity = value["commodity"]?.text else { return nil }
    let unit = value["unit"]?.text
    let quantity = value["quantity"]?.number.map { words.figures.quantity($0, unit: unit ?? "") + " " } ?? ""
    let price = value["unitPrice"]?.number.map { " × " + words.figures.rupiah($0) + Self.per(unit, words.language) } ?? ""
    return quantity + commodity + price
  }

  private static func per(_ unit: String?, _ language: Language) -> String {
    switch unit {
    case "g": "/kg"
    case "ml": language == .id ? "/liter" : "/l"
    case "pcs": language == .id ? "/buah" : "/pc"
    default: ""
    }
  }
}
