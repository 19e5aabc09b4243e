/// A set of roles in one word.
public struct RoleSet: Hashable, Sendable, ExpressibleByArrayLiteral {
  private var bits: UInt64

  /// No roles.
  public init() { bits = 0 }

  /// These roles.
  public init(arrayLiteral roles: Role...) { self.init(roles) }

  /// These roles.
  public init(_ roles: some Sequence<Role>) {
    bits = 0
    for role in roles { insert(role) }
  }

  /// Whether there are none.
  public var isEmpty: Bool { bits == 0 }

  /// Whether `role` is among them.
  public func contains(_ role: Role) -> Bool { bits & Self.bit(role) != 0 }

  /// Adds `role`.
  public mutating func insert(_ role: Role) { bits |= Self.bit(role) }

  /// The roles of both.
  public func intersection(_ other: RoleSet) -> RoleSet { RoleSet(bits: bits & other.bits) }

  /// The roles in the order of the schema.
  public var roles: [Role] { Role.allCases.filter { contains($0) } }

  private init(bits: UInt64) { self.bits = bits }

  private static func bit(_ role: Role) -> UInt64 { 1 << UInt64(role.ordinal) }
}

extension RoleSet: CustomStringConvertible {
  /// The roles, joined by commas.
  public var description: String { roles.map(\.rawValue).joined(separator: ",") }
}
