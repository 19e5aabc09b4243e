/// A note that cannot be attributed, with the code of SPEC 7.1 and what was expected and found. Holds nothing of the note's content.
public struct Refusal: Error, Hashable, Sendable, CustomStringConvertible {
  public let code: FindingCode
  /// What was expected and found, and where in the note; plain English without personal data.
  public let detail: String
  /// The event concerned, counted from 0, or nil when the note itself is.
  public let place: Int?

  /// A refusal with its reason.
  public init(_ code: FindingCode, _ detail: String, place: Int? = nil) {
    self.code = code
    self.detail = detail
    self.place = place
  }

  public var description: String {
    "\(code.rawValue): \(place.map { "event \($0): " } ?? "")\(detail)"
  }
}
