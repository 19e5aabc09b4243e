import CSodium

/// The one place that starts libsodium, before the first use and only once.
enum Sodium {
  /// Touch this before any libsodium call that depends on `sodium_init` (random numbers, run-time choice of code).
  static let ready: Void = {
    precondition(sodium_init() >= 0, "libsodium could not start: no source of random numbers")
  }()
}
