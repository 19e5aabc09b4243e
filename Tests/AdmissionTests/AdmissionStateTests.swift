import Admission
import Cryptography
import Testing
import TransparencyLog
import Vocabulary

@Suite struct AdmissionStateTests {
  private let officer = AdmissionBench.signer("officer", 20)

  @Test("Several governors open a ledger together: each may govern alone from then on, and has a holder of his own")
  func genesis() throws {
    let governors = (1...3).map { AdmissionBench.signer("governor-\($0)", UInt8($0)) }
    let bench = try AdmissionBench(governors: governors)
    #expect(bench.authority.isOpen)
    #expect(bench.authority.keys.map(\.name) == governors.map(\.name.text))
    #expect(bench.authority.keys.map(\.holder) == (0..<3).map { AdmissionBench.id(UInt64($0)) })
    // Only the author's chain has begun.
    #expect(bench.authority.keys.map(\.sequence) == [1, 0, 0])
    #expect(bench.authority.keys.map { $0.head == .zero } == [false, true, true])
    for governor in governors {
      #expect(bench.code(try bench.note([AdmissionBench.grant(officer, [.auditor])], by: governor)) == nil)
    }
  }

  @Test("An opening that is refused leaves an empty ledger, which may then be opened")
  func refusedGenesis() throws {
    let governors = (1...2).map { AdmissionBench.signer("governor-\($0)", UInt8($0)) }
    var bench = try AdmissionBench.unopened(governors: governors)
    let empty = bench.fingerprint
    let seen = Head(size: 0, root: .zero)
    let attempts: [(FindingCode, [UInt8])] = [
      (.genesisGovernors, try bench.note([bench.opening()], by: governors[0])),
      (.signatureAuthor, try swapped(bench.note([bench.opening()], by: governors[0], cosigners: [governors[1]]))),
      (.genesisMissing, try bench.note([bench.opening(), bench.opening()], by: governors[0], cosigners: [governors[1]])),
      (.keyUnknown, try bench.note([bench.opening()], by: governors[0], cosigners: [governors[1], officer])),
      (.seenRoot, try bench.note([bench.opening()], by: governors[0], cosigners: [governors[1]], seen: seen)),
    ]
    for (code, note) in attempts {
      do {
        try bench.submit(note, hasRoot: false)
        Issue.record("expected \(code)")
      } catch { #expect(error.code == code) }
      #expect(bench.fingerprint == empty, "\(code)")
      #expect(!bench.authority.isOpen && bench.authority.opening == nil)
    }
    try bench.submit(bench.note([bench.opening()], by: governors[0], cosigners: [governors[1]]))
    #expect(bench.authority.isOpen)
  }

  /// The note with its signature lines in the other order.
  private func swapped(_ note: [UInt8]) throws -> [UInt8] {
    let text = String(decoding: note, as: UTF8.self)
    let end = try #require(text.firstRange(of: "\n\n—")).lowerBound
    let lines = text[end...].split(separator: "\n")
    return Array((text[..<end] + "\n\n" + lines.reversed().joined(separator: "\n") + "\n").utf8)
  }

  @Test("Grants and revocations hold from the next position on, not for other events of their note")
  func nextPosition() throws {
    var bench = try AdmissionBench()
    let governor = bench.governors[0]
    #expect(
      bench.code(try bench.note([AdmissionBench.grant(governor, [.programmeManager]), AdmissionBench.period()], by: governor))
        == .authorityRole)
    try bench.submit(bench.note([AdmissionBench.grant(governor, [.programmeManager])], by: governor))
    #expect(bench.code(try bench.note([AdmissionBench.period()], by: governor)) == nil)
    // The governor revokes himself and still finishes the note; then he is gone.
    let last = [AdmissionBench.revocation(governor), AdmissionBench.period(), AdmissionBench.grant(officer, [.governor])]
    #expect(try bench.submit(bench.note(last, by: governor)).isGovernance)
    #expect(bench.code(try bench.note([AdmissionBench.period()], by: governor)) == .keyRevoked)
    #expect(bench.code(try bench.note([AdmissionBench.grant(AdmissionBench.signer("x", 30), [.auditor])], by: officer)) == nil)
  }

  @Test("A key that was granted and revoked in one note is known and revoked")
  func grantedAndRevoked() throws {
    var bench = try AdmissionBench()
    try bench.submit(
      bench.note([AdmissionBench.grant(officer, [.auditor]), AdmissionBench.revocation(officer)], by: bench.governors[0]))
    #expect(bench.code(try bench.note([AdmissionBench.period()], by: officer)) == .keyRevoked)
    #expect(bench.code(try bench.note([AdmissionBench.grant(officer, [.auditor])], by: bench.governors[0])) == .grantName)
    #expect(bench.code(try bench.note([AdmissionBench.revocation(officer)], by: bench.governors[0])) == .revocationUnknown)
  }

  @Test("Co-signing leaves a chain where it was")
  func cosigning() throws {
    var bench = try AdmissionBench()
    let governor = bench.governors[0]
    try bench.submit(bench.note([AdmissionBench.grant(officer, [.programmeManager])], by: governor))
    let admitted = try bench.submit(bench.note([AdmissionBench.period()], by: officer, cosigners: [governor]))
    #expect(admitted.entry.signers == [officer.name.text, governor.name.text])
    #expect(admitted.author == officer.name.text && admitted.sequence == 1 && !admitted.isGovernance)
    #expect(bench.authority.key(named: governor.name.text)?.sequence == 2)
    #expect(bench.authority.key(named: officer.name.text)?.sequence == 1)
  }

  @Test("A note prepared before its signer's key was granted is judged as one prepared afterwards")
  func preparedEarly() throws {
    var bench = try AdmissionBench()
    let early = bench.authority.directory
    try bench.submit(bench.note([AdmissionBench.grant(officer, [.programmeManager])], by: bench.governors[0]))
    let sound = try bench.note([AdmissionBench.period()], by: officer, cosigners: [bench.governors[0]])
    var forged = sound
    forged[try #require(forged.firstRange(of: Array("SEMBAKO".utf8))).lowerBound] ^= 1
    for directory in [early, KeyDirectory(), bench.authority.directory] {
      var copy = bench
      #expect(throws: Refusal.self) { try copy.submit(forged, directory: directory) }
      #expect(try copy.submit(sound, directory: directory).entry.signers.count == 2)
      #expect(copy.authority.keys.map(\.sequence) == [2, 1])
    }
  }

  @Test("A recorded note is recognised as signed whatever has become of its keys; a forged one is not")
  func signedBefore() throws {
    var bench = try AdmissionBench()
    try bench.submit(bench.note([AdmissionBench.grant(officer, [.programmeManager])], by: bench.governors[0]))
    let note = try bench.note([AdmissionBench.period()], by: officer)
    try bench.submit(note)
    try bench.submit(bench.note([AdmissionBench.revocation(officer)], by: bench.governors[0]))
    #expect(bench.code(note) == .keyRevoked)
    #expect(try bench.isSigned(note))
    for index in stride(from: 0, to: note.count, by: 7) {
      var changed = note
      changed[index] ^= 2
      #expect((try? bench.isSigned(changed)) != true, "byte \(index)")
    }
  }
}

extension AdmissionBench {
  func isSigned(_ note: [UInt8]) throws -> Bool {
    try unsafe note.withUnsafeBytes { buffer in
      authority.isSigned(try unsafe PreparedNote(buffer, keys: authority.directory), bytes: note)
    }
  }
}
