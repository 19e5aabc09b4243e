import Admission
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
  /// Snapshots whose state is not what the audit folded from the entries.
  public let disagreeing: [SnapshotClaim]

  /// Verifies and folds `source`. Uses no snapshot.
  ///
  /// - Parameter claims: what snapshots say, to be compared with what was folded; those of more entries than were verified are not.
  /// - Throws: `LedgerError` only where checking was impossible.
  public static func make(
    source: any AuditSource, key: VerifierKey, remembered: [UInt8]? = nil, comparing claims: [SnapshotClaim] = [],
    progress: (TreeSize, TreeSize) -> Void = { _, _ in }
  ) throws(LedgerError) -> VerifiedState {
    let folding = Folding(claims)
    let audit = LogAudit(source: source, key: key, remembered: remembered)
    var report = try audit.run(observe: { folding.apply($0) }, progress: progress)
    let state = folding.state
    if report.isIntact, !state.attestations.isEmpty {
      let checks = try Self.checks(source, state, size: report.entries)
      report.attestations = checks.count
      if let lie = checks.first(where: { !$0.holds }) {
        report.finding = AuditFinding(
          .attestationDigest, at: lie.attestation.reference.position,
          "expected the state digest \(lie.computed?.base64 ?? "of entries recorded before"), found \(lie.attestation.digest)")
      }
    }
    return VerifiedState(report: report, state: state, disagreeing: folding.disagreeing)
  }

  private static func checks(_ source: any AuditSource, _ state: LedgerState, size: TreeSize) throws(LedgerError)
    -> [AttestationCheck]
  {
    var replay = AttestationReplay(state.attestations)
    let last = state.attestations.map(\.size).filter { $0 <= state.size }.max() ?? .empty
    _ = try StateReplay(source: source).run(
      size: last, of: size,
      visit: { state in
        if replay.nextSize == state.size { replay.observe(state) }
      })
    return replay.results
  }

  /// The audit calls back in order, on one thread at a time.
  private final class Folding {
    var state = LedgerState()
    private let claims: [TreeSize: [SnapshotClaim]]
    private(set) var disagreeing: [SnapshotClaim] = []

    init(_ claims: [SnapshotClaim]) { self.claims = Dictionary(grouping: claims, by: \.size) }

    func apply(_ entry: RecordedEntry) {
      state.fold(entry)
      guard let claims = claims[state.size] else { return }
      let digest = try? StateSnapshot.digest(of: state)
      disagreeing += claims.filter { $0.digest != digest }
    }
  }
}
