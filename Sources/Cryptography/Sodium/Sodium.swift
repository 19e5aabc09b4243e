import CSodium

/// The one place that starts libsodium, before the first use and only once.
enum Sodium {
  /// Whether libsodium started, and passed ``SodiumCheck``.
  static let started: Result<Void, SodiumProblem> = {
    guard sodium_init() >= 0 else { return .failure(.noRandomNumbers) }
    return Result { () throws(SodiumProblem) in
      try SodiumCheck.run(isValidPoint: { unsafe $0.withUnsafeBytes { unsafe isValidPoint($0) } }, version: version)
    }
  }()

  /// Touch this before any libsodium call that depends on `sodium_init` (random numbers, run-time choice of code), or on which points it
  /// accepts. Programs call ``SodiumCheck/run()`` first, which tells their users what is wrong instead of stopping here.
  static let ready: Void = {
    if case .failure(let problem) = started { preconditionFailure(problem.description) }
  }()

  /// Whether libsodium takes 32 bytes for the canonical encoding of a point of the prime-order group.
  static func isValidPoint(_ point: UnsafeRawBufferPointer) -> Bool {
    unsafe crypto_core_ed25519_is_valid_point(point.requiredOctets) == 1
  }

  /// As libsodium tells it, such as `1.0.18`. A patched package has the version of the original.
  private static var version: String { unsafe String(cString: sodium_version_string()) }
}
