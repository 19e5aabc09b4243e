/// Why libsodium cannot be used.
public enum SodiumProblem: Error, Equatable, Sendable {
  /// It could not start: the system gives it no random numbers.
  case noRandomNumbers
  /// This version accepts a public key outside the prime-order group, for which SPEC 2 demands refusal (CVE-2025-69277).
  case acceptsUnsafePoint(version: String)
}

extension SodiumProblem: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noRandomNumbers: "libsodium could not start: no source of random numbers"
    case .acceptsUnsafePoint(let version):
      "libsodium \(version) accepts a public key outside the prime-order group (CVE-2025-69277)"
    }
  }
}

/// Whether the libsodium that this process found does what SPEC 2 relies on.
///
/// Its version does not tell: distributions patch 1.0.18 without changing the number.
public enum SodiumCheck {
  /// A point of order 2L. The original 1.0.18 looks at only one coordinate of L times the point, and takes it for a sound one.
  private static let orderTwiceL: [UInt8] = [
    0xfe, 0xaf, 0x9d, 0x07, 0xb8, 0x68, 0xcc, 0x52, 0x78, 0x63, 0x05, 0x31, 0x2c, 0x37, 0x65, 0x63,
    0xc6, 0x22, 0xb0, 0x38, 0x6a, 0x10, 0xd1, 0x05, 0xe3, 0xc1, 0x50, 0x1b, 0x28, 0xd6, 0x5f, 0x7e,
  ]

  /// Starts libsodium and tries it, once in a process. Call it before anything else of this module.
  public static func run() throws(SodiumProblem) { try Sodium.started.get() }

  /// Tries a predicate that must hold for points of the prime-order group only.
  public static func run(isValidPoint: ([UInt8]) -> Bool, version: String) throws(SodiumProblem) {
    guard !isValidPoint(orderTwiceL) else { throw .acceptsUnsafePoint(version: version) }
  }
}
