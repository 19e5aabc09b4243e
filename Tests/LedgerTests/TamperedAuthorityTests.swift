import Admission
import Compliance
import Cryptography
import Ledger
import Testing
import TransparencyLog
import Vocabulary

/// The keeper records what admission would have refused, with true signatures and everything made anew: an audit refuses it too.
@Suite struct TamperedAuthorityTests {
  private typealias Attack = TamperTests.Attack

  private func check(_ attacks: [Attack]) async throws {
    let town = try await AttackedTown.make()
    for attack in attacks {
      let given = try attack.make(town)
      let finding = try town.finding(given.source)
      #expect(
        finding?.code == attack.code && finding?.position?.rawValue == attack.position,
        "\(attack.testDescription): expected \(attack.code?.rawValue ?? "nothing") at \(attack.position as Any), found \(finding as Any)"
      )
    }
  }

  @Test("Keys that were revoked, have expired, or may not do this")
  func keys() async throws {
    let clerk = try Town.signer("clerk", 20)
    let revoke: @Sendable (SignerKey) -> EventBody = { .keyRevoked(KeyRevoked(key: $0.name.text, reason: .stolen)) }
    try await check([
      .added("a note by a revoked key", .keyRevoked, 9) { log, town in
        try log.append(log.note(revoke(town.town.registrar), by: town.town.governor))
        try log.append(log.note(AttackedTown.moved(8), by: town.town.registrar))
      },
      .added("a note co-signed by a revoked key", .keyRevoked, 9) { log, town in
        try log.append(log.note(revoke(town.auditor), by: town.town.governor))
        try log.append(log.note(AttackedTown.moved(8), by: town.town.registrar, cosigners: [town.auditor]))
      },
      .added("a revocation by one who may not", .authorityRole) { log, town in
        try log.append(log.note(revoke(town.auditor), by: town.town.registrar))
      },
      .added("a note under a grant that has expired", .keyOutOfTime, 9) { log, town in
        let grant = AttackedTown.grant(clerk, [.registrar], until: "2026-04-16T00:00:00+07:00")
        try log.append(log.note(grant, by: town.town.governor))
        try log.append(log.note(AttackedTown.moved(8), by: clerk))
      },
      .added("a note under a grant that is not yet in force", .keyOutOfTime, 9) { log, town in
        try log.append(
          log.note(AttackedTown.grant(clerk, [.registrar], from: "2026-04-17T00:00:00+07:00"), by: town.town.governor))
        try log.append(log.note(AttackedTown.moved(8), by: clerk))
      },
      .added("a note by a key that nobody granted", .keyUnknown) { log, _ in
        try log.append(log.note(AttackedTown.moved(8), by: clerk))
      },
      .added("a note by a key with the registrar's name", .keyUnknown) { log, town in
        let impostor = SignerKey(name: town.town.registrar.name, signingKey: clerk.signingKey)
        try log.append(log.note(AttackedTown.moved(8), by: impostor))
      },
    ])
  }

  @Test("Events outside of what a grant covers")
  func scope() async throws {
    let manager = try Town.signer("manager", 21)
    let period: @Sendable (String) -> EventBody = { programme in
      .periodOpened(
        PeriodOpened(
          programme: Code(programme)!, period: Code("2026-04")!, from: CalendarDate("2026-04-08")!,
          until: CalendarDate("2026-04-21")!))
    }
    try await check([
      .added("another region", .authorityRegion) { log, town in
        try log.append(log.note(AttackedTown.moved(8, region: "32.01"), by: town.town.registrar))
      },
      .added("a region that only begins alike", .authorityRegion) { log, town in
        try log.append(log.note(AttackedTown.moved(8, region: "18"), by: town.town.registrar))
      },
      .added("another programme", .authorityProgramme, 9) { log, town in
        try log.append(
          log.note(AttackedTown.grant(manager, [.programmeManager], programmes: [Code("SEMBAKO")!]), by: town.town.governor))
        try log.append(log.note(period("PKH"), by: manager))
      },
      .added("the programme of the grant", nil, nil) { log, town in
        try log.append(
          log.note(AttackedTown.grant(manager, [.programmeManager], programmes: [Code("SEMBAKO")!]), by: town.town.governor))
        try log.append(log.note(period("SEMBAKO"), by: manager))
      },
      .added("another role", .authorityRole) { log, town in try log.append(log.note(period("SEMBAKO"), by: town.town.registrar))
      },
      .added("a grant by one who does not govern", .authorityRole) { log, town in
        try log.append(log.note(AttackedTown.grant(manager, [.registrar]), by: town.town.registrar))
      },
      .added("a grant to oneself", .authorityRole) { log, town in
        try log.append(log.note(AttackedTown.grant(town.town.registrar, [.governor]), by: town.town.registrar))
      },
      .added("a second opening", .genesisRepeated) { log, town in
        let opening = LedgerOpened(
          origin: Town.origin, logKey: town.log.verifier.text, title: "Again", purpose: .exercise,
          governors: [Governor(key: town.town.governor.verifier.text, holder: Town.id(1))])
        try log.append(log.note(.ledgerOpened(opening), by: town.town.governor))
      },
    ])
  }

  @Test("Notes out of an author's chain, or for another ledger")
  func chains() async throws {
    try await check([
      .added("a gap in an author's chain", .authorGap) { log, town in
        let chain = try log.chain(of: town.town.registrar)
        try log.append(
          log.note(
            AttackedTown.moved(8), by: town.town.registrar, chain: AuthorChain(sequence: chain.sequence + 1, head: chain.head)))
      },
      .added("two notes with one number", .authorFork) { log, town in
        var before = log
        before.items.removeLast()
        let chain = try before.chain(of: town.town.registrar)
        try log.append(log.note(AttackedTown.moved(8), by: town.town.registrar, chain: chain))
      },
      .added("a note that continues another history", .authorPrevious) { log, town in
        let chain = try log.chain(of: town.town.registrar)
        try log.append(
          log.note(AttackedTown.moved(8), by: town.town.registrar, chain: AuthorChain(sequence: chain.sequence, head: .zero)))
      },
      .added("a note made for another ledger", .noteLedger) { log, town in
        try log.append(log.note(AttackedTown.moved(8), by: town.town.registrar, origin: "bansos.example/village"))
      },
      .added("a checkpoint seen that is yet to come", .seenFuture) { log, town in
        try log.append(log.note(AttackedTown.moved(8), by: town.town.registrar, seen: Head(size: 9, root: .zero)))
      },
      .added("a checkpoint seen of another history", .seenRoot) { log, town in
        try log.append(log.note(AttackedTown.moved(8), by: town.town.registrar, seen: Head(size: 4, root: .zero)))
      },
    ])
  }

  @Test("An attestation that lies about the state is found where it stands, once the state is folded")
  func attestations() async throws {
    let town = try await AttackedTown.make()
    let honest = try VerifiedState.make(
      source: MemorySource(entries: town.entries, checkpoint: town.checkpoint), key: town.log.verifier)
    #expect(honest.report.finding == nil)
    #expect(honest.report.attestations == 1)
    let published = try VerifiedState.make(source: PublishedSource(path: town.published), key: town.log.verifier)
    #expect(published.report.finding == nil && published.report.attestations == 1, "an earlier size than that of the files")
    let digest = try AttackedTown.stateDigest(town.forged().source(), size: 6)
    let claims: [(String, StateAttested, Bool)] = [
      ("the truth", StateAttested(size: 6, asOf: Town.day, digest: digest), true),
      ("the digest of another size", StateAttested(size: 7, asOf: Town.day, digest: digest), false),
      (
        "the digest of another instant",
        StateAttested(size: 6, asOf: Timestamp("2026-04-17T09:00:00+07:00")!, digest: digest), false
      ),
      ("a digest of nothing", StateAttested(size: 6, asOf: Town.day, digest: .zero), false),
      ("a state that is yet to come", StateAttested(size: 9, asOf: Town.day, digest: digest), false),
    ]
    for (name, claim, isTrue) in claims {
      var log = try town.forged()
      try log.append(log.note(.stateAttested(claim), by: town.auditor))
      let source = try log.source()
      #expect(try town.finding(source) == nil, "\(name): the log itself is sound")
      let finding = try VerifiedState.make(source: source, key: town.log.verifier).report.finding
      #expect(finding?.code == (isTrue ? nil : .attestationDigest), "\(name): \(finding as Any)")
      #expect(finding?.position == (isTrue ? nil : 8), "\(name)")
    }
  }
}
