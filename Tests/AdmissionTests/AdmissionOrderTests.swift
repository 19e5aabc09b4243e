import Admission
import Cryptography
import Testing
import TransparencyLog
import Vocabulary

/// A note with everything wrong is refused for the first thing in the order of SPEC 7.1; mended one thing at a time it is refused
/// for the next, down to nothing.
@Suite struct AdmissionOrderTests {
  /// What is wrong, in the order in which it must be found.
  private enum Defect: Int, CaseIterable, Comparable {
    case format, ledger, author, unknownKey, signature, revoked, outOfTime
    case duplicateCosigner, unknownCosigner, cosignature
    case gap, future, root
    case eventText, eventType, eventSchema, secondEventText
    case repeatedOpening, role, region, programme
    case grantKey, grantName, grantScope, revocation

    static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }

    var code: FindingCode {
      switch self {
      case .format: .noteMalformed
      case .ledger: .noteLedger
      case .author: .signatureAuthor
      case .unknownKey, .unknownCosigner: .keyUnknown
      case .signature, .cosignature: .signatureInvalid
      case .revoked: .keyRevoked
      case .outOfTime: .keyOutOfTime
      case .duplicateCosigner: .signatureDuplicate
      case .gap: .authorGap
      case .future: .seenFuture
      case .root: .seenRoot
      case .eventText, .secondEventText: .eventMalformed
      case .eventType: .eventType
      case .eventSchema: .eventSchema
      case .repeatedOpening: .genesisRepeated
      case .role: .authorityRole
      case .region: .authorityRegion
      case .programme: .authorityProgramme
      case .grantKey: .grantKey
      case .grantName: .grantName
      case .grantScope: .grantScope
      case .revocation: .revocationUnknown
      }
    }
  }

  private let author = AdmissionBench.signer("author", 10)
  private let cosigner = AdmissionBench.signer("cosigner", 11)

  /// A ledger in which the author governs one region and programme, and manages it, for April.
  private func bench(isRevoked: Bool) throws -> AdmissionBench {
    var bench = try AdmissionBench()
    try bench.submit(
      bench.note(
        [
          AdmissionBench.grant(
            author, [.governor, .programmeManager], regions: ["18.03"], programmes: ["SEMBAKO"],
            until: "2026-05-01T00:00:00+07:00"),
          AdmissionBench.grant(cosigner, [.auditor]),
        ], by: bench.governors[0]))
    if isRevoked { try bench.submit(bench.note([AdmissionBench.revocation(author)], by: bench.governors[0])) }
    return bench
  }

  /// The note with `defect` and all later ones.
  private func note(from defect: Defect?, _ bench: AdmissionBench) throws -> [UInt8] {
    let has: (Defect) -> Bool = { one in defect.map { $0 <= one } ?? false }
    let size = has(.future) ? 99 : 1
    var text = "\(has(.format) ? "amanah/note/v2" : AuthorNote.domain)\n"
    text += #"{"ledger":"\#(has(.ledger) ? "bansos.example/other" : AdmissionBench.origin)","author":"\#(author.name)","#
    text += #""sequence":\#(has(.gap) ? 7 : 1),"previous":"\#(Digest.zero.base64)","#
    text += #""seen":{"size":\#(size),"root":"\#(Digest.zero.base64)"},"signedAt":"2026-04-16T09:00:00+07:00"}"# + "\n"
    for line in try lines(has, bench) { text += line + "\n" }
    return Array((text + "\n" + signatures(has, text)).utf8)
  }

  private func lines(_ has: (Defect) -> Bool, _ bench: AdmissionBench) throws -> [String] {
    func line(_ body: EventBody, _ number: UInt64) throws -> String {
      String(
        decoding: try EventWriter.write(Event(id: AdmissionBench.id(number), at: AdmissionBench.day, body: body)), as: UTF8.self)
    }
    var first = try line(
      AdmissionBench.period(region: has(.region) ? "32.01" : "18.03.07", programme: has(.programme) ? "PKH" : "SEMBAKO"), 1)
    if has(.role) {
      let attested = StateAttested(size: 1, asOf: AdmissionBench.day, digest: .zero)
      first = try line(.stateAttested(attested), 1)
    }
    if has(.repeatedOpening) { first = try line(bench.opening(), 1) }
    if has(.eventSchema) { first = first.replacing("\"at\":", with: "\"when\":") }
    if has(.eventType) { first = first.replacing(/"type":"[^"]*"/, with: "\"type\":\"no.such\"") }
    if has(.eventText) { first = "{" + first }
    let second = has(.secondEventText) ? "[]" : try line(AdmissionBench.period(region: "18.03.07"), 2)
    // A key under a taken name, with a wrong key id at first, reaching everywhere.
    let stranger = AdmissionBench.signer(has(.grantName) ? "cosigner" : "new", 12)
    var grant = try line(
      AdmissionBench.grant(
        stranger, [.auditor], regions: has(.grantScope) ? nil : ["18.03.07"], programmes: has(.grantScope) ? nil : ["SEMBAKO"]), 3
    )
    if has(.grantKey) { grant = grant.replacing(/\+[0-9a-f]{8}\+/, with: "+00000000+") }
    let revoked = has(.revocation) ? AdmissionBench.signer("nobody", 13) : cosigner
    return [first, second, grant, try line(AdmissionBench.revocation(revoked), 4)]
  }

  private func signatures(_ has: (Defect) -> Bool, _ text: String) -> String {
    let other = AdmissionBench.signer("author", 66)
    var lines = ""
    if has(.author) {
      lines += Self.line(cosigner, text)
    } else if has(.unknownKey) {
      lines += Self.line(other, text)
    } else {
      lines += Self.line(author, has(.signature) ? text + "?" : text)
    }
    // One after the other, each completely: what is wrong with the second line is found after everything about the first.
    if has(.duplicateCosigner) {
      lines += Self.line(author, text)
    } else if has(.unknownCosigner) {
      lines += Self.line(AdmissionBench.signer("nobody", 13), text)
    } else {
      lines += Self.line(cosigner, has(.cosignature) ? text + "?" : text)
    }
    return lines
  }

  private static func line(_ signer: SignerKey, _ text: String) -> String {
    let signature = signer.signingKey.sign(Array(text.utf8))
    let id = (0..<4).map { UInt8(truncatingIfNeeded: signer.keyID >> (24 - 8 * $0)) }
    return "— \(signer.name) \(Base64.encode(id + signature))\n"
  }

  @Test("Of several reasons to refuse a note the first in the order of SPEC 7.1 is given, and nothing changes")
  func ladder() throws {
    for defect in Defect.allCases {
      let bench = try bench(isRevoked: defect <= .revoked)
      let isLate = defect <= .outOfTime
      let note = try note(from: defect, bench)
      let time = isLate ? AdmissionBench.now.after(milliseconds: 30 * 86_400_000) : AdmissionBench.now
      #expect(bench.code(note, at: time, hasRoot: defect > .root) == defect.code, "\(defect)")
      var after = bench
      #expect(throws: Refusal.self) { try after.submit(note, at: time, hasRoot: defect > .root) }
      #expect(after.fingerprint == bench.fingerprint, "\(defect)")
    }
    let bench = try bench(isRevoked: false)
    #expect(bench.code(try note(from: nil, bench)) == nil)
  }

  @Test("A second event is read before the first is judged, and judged after it")
  func placesOfEvents() throws {
    var bench = try bench(isRevoked: false)
    let before = bench.fingerprint
    let note = try bench.note(
      [
        AdmissionBench.period(region: "18.03.07"), AdmissionBench.period(region: "32.01"),
        AdmissionBench.period(programme: "PKH"),
      ],
      by: author)
    do {
      try bench.submit(note)
      Issue.record("expected a refusal")
    } catch {
      #expect(error.code == .authorityRegion)
      #expect(error.place == 1)
    }
    #expect(bench.fingerprint == before)
  }
}
