import Foundation

/// Wall time by a clock that nobody sets, and the processor's time.
enum Stopwatch {
  /// Seconds that all cores together have worked for this process, its system calls included.
  static func processorSeconds() -> Double {
    var usage = rusage()
    unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
  }

  /// Wall seconds, and processor seconds.
  static func both(_ body: () throws -> Void) rethrows -> (wall: Double, processor: Double) {
    let (start, processor) = (ContinuousClock.now, processorSeconds())
    try body()
    return (seconds(since: start), processorSeconds() - processor)
  }

  static func seconds(_ body: () throws -> Void) rethrows -> Double {
    let start = ContinuousClock.now
    try body()
    return seconds(since: start)
  }

  static func seconds(since start: ContinuousClock.Instant) -> Double {
    let parts = (ContinuousClock.now - start).components
    return Double(parts.seconds) + Double(parts.attoseconds) / 1e18
  }
}

/// Repetitions of one measurement.
struct Samples {
  private(set) var values: [Double] = []

  mutating func append(_ value: Double) { values.append(value) }

  var median: Double { quantile(0.5) }

  /// The value that the share `q` of the samples does not exceed (nearest rank).
  func quantile(_ q: Double) -> Double {
    guard !values.isEmpty else { return .nan }
    let sorted = values.sorted()
    return sorted[
      min(
        sorted.count - 1,
        Int((Double(sorted.count) * q).rounded(.up)) - 1 < 0 ? 0 : Int((Double(sorted.count) * q).rounded(.up)) - 1)]
  }
}

/// A subject and its limit, measured alternately.
struct Comparison {
  private(set) var subject = Samples()
  private(set) var limit = Samples()
  private(set) var ratio = Samples()
  /// Processor microseconds for one of whatever is counted.
  var subjectProcessor = Samples()
  var limitProcessor = Samples()

  mutating func append(subject: Double, limit: Double) {
    self.subject.append(subject)
    self.limit.append(limit)
    ratio.append(subject / limit)
  }
}
