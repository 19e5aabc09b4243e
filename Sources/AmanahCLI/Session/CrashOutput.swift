import Foundation

/// What this program would leave if it crashed: its memory, which may hold personal data and keys.
enum CrashOutput {
  /// What the runtime of Swift takes over to print a backtrace, with the bytes that each register points to.
  private static let signals = [SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV]

  /// From here on a crash prints nothing of the memory and leaves no core file. Whoever looks for a fault sets `SWIFT_BACKTRACE`, and gets
  /// backtraces as usual.
  static func withhold() {
    guard ProcessInfo.processInfo.environment["SWIFT_BACKTRACE"] == nil else { return }
    for number in signals { _ = signal(number, SIG_DFL) }
    // Too small for any core file; and unlike 0 it also keeps Linux from handing the memory to another program.
    var limit = rlimit(rlim_cur: 1, rlim_max: 1)
    _ = unsafe setrlimit(core, &limit)
  }

  #if canImport(Glibc)
    private static let core = __rlimit_resource_t(RLIMIT_CORE.rawValue)
  #else
    private static let core = RLIMIT_CORE
  #endif
}
