import Cryptography
@testable import Ledger
import TransparencyLog
import Vocabulary

/// Officers of a town, each with a key of their own and the registrar's right.
struct Officers {
  let signers: [SignerKey]

  /// So many officers, whose keys `writer` has recorded as granted.
  init(_ count: Int, of town: Town, with writer: LedgerWriter) async throws {
    signers = try (0..<count).map { try Town.signer("officer-\($0)", UInt8(10 + $0)) }
    var composer = NoteComposer(
      origin: Town.origin, author: town.governor, chain: await writer.chain(of: town.governor.name.text))
    let lines = try signers.enumerated().map { number, signer in
      let grant = KeyGranted(
        key: signer.verifier.text, holder: Town.id(UInt64(2000 + number)), roles: [.registrar], regions: [Region("18.03")!],
        validFrom: Timestamp("2026-01-01T00:00:00+07:00")!)
      return try EventLine(writing: Event(id: Town.id(UInt64(3000 + number)), at: Town.day, body: .keyGranted(grant)))
    }
    guard case .recorded = try await writer.submit([try composer.compose(lines: lines, signedAt: Town.day)])[0] else {
      throw LedgerError.log(reason: "the officers' keys were not granted")
    }
  }

  /// Single-event notes of an officer, in order, from the first of their chain.
  func notes(_ officer: Int, _ count: Int) throws -> [[UInt8]] {
    var composer = NoteComposer(origin: Town.origin, author: signers[officer], chain: AuthorChain())
    return try (0..<count).map { number in
      let serial = UInt64(10_000 + officer * 1000 + number)
      let change = RecipientStatusChanged(
        recipient: Town.id(serial), region: Region("18.03.07.2004")!, status: .moved, effective: CalendarDate("2026-04-01")!)
      let event = Event(id: Town.id(100_000 + serial), at: Town.day, body: .recipientStatusChanged(change))
      return try composer.compose(lines: [try EventLine(writing: event)], signedAt: Town.day)
    }
  }
}
