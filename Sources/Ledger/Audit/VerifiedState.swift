public import Compliance
import Cryptography
public import TransparencyLog
import Vocabulary

/// A log that was verified and folded in one pass, with its state attestations recomputed.
public struct VerifiedState: Sendable {
  /// What the audit found.
  public let report: AuditReport
  /// The state of the entries that were found right.
  public let state: LedgerState

  /// Verifies and folds `source`.
  ///
  /// - Throws: `LedgerError` only where checking was impossible.
  public static func make(
    source: any AuditSource, key: VerifierKey, remembered: [UInt8]? = nil, progress: (UInt64, UInt64) -> Void = { _, _ in }
  ) throws(LedgerError) -> VerifiedState {
    let folding = Folding()
    let audit = LogAudit(source: source, key: key, remembered: remembered)
    var report = try audit.run(observe: { folding.apply($0) }, progress: progress)
    let state = folding.state
    if report.isIntact, !state.attestations.isEmpty {
      let checks = try Self.checks(source, state)
      report.attestations = checks.count
      if let lie = checks.first(where: { !$0.holds }) {
        report.finding = AuditFinding(
          .attestationDigest, at: lie.attestation.reference.position,
          "expected the state digest \(lie.computed?.base64 ?? "of entries recorded before"), found \(lie.attestation.digest)")
      }
    }
    return VerifiedState(report: report, state: state)
  }

  private static func checks(_ source: any AuditSource, _ state: LedgerState) throws(LedgerError) -> [AttestationCheck] {
    var replay = AttestationReplay(state.attestations)
    let last = state.attestations.map(\.size).filter { $0 <= state.size }.max() ?? 0
    _ = try StateReplay(source: source).run(
      size: last,
      visit: { state in
        if replay.nextSize == state.size { replay.observe(state) }
      })
    return replay.results
  }

  /// The audit calls back in order, on one thread at a time.
  private final class Folding {
    var state = LedgerState()
    func apply(_ entry: AuditedEntry) {
      state.beginEntry(
        position: entry.position, recordedAt: entry.recordedAt.millisecondsSince1970, signers: entry.signers)
      state.apply(entry.events)
    }
  }
}
