public import Admission
public import TransparencyLog

/// The first thing that is wrong with a log: code and position as SPEC 8 orders them.
public struct AuditFinding: Error, Hashable, Sendable, CustomStringConvertible {
  public let code: FindingCode
  /// The position of the entry concerned; nil for findings about the checkpoint itself.
  public let position: Position?
  /// What was expected and what was found, without anything of the content.
  public let message: String

  /// A finding with its reason.
  public init(_ code: FindingCode, at position: Position?, _ message: String) {
    self.code = code
    self.position = position
    self.message = message
  }

  public var description: String {
    "\(code.rawValue)\(position.map { " at position \($0)" } ?? ""): \(message)"
  }
}
