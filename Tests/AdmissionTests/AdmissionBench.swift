import Admission
import Cryptography
import TransparencyLog
import Vocabulary

extension RecordedTime {
  /// So many milliseconds later.
  func after(milliseconds: Int64) -> RecordedTime { RecordedTime(millisecondsSince1970: millisecondsSince1970 + milliseconds)! }
}

/// An authority to submit notes to, and the keys of whoever submits. Notes are written by hand, so that they may be wrong.
struct AdmissionBench {
  static let origin = "bansos.example/bench"
  static let day = Timestamp("2026-04-16T09:00:00+07:00")!
  /// Within every grant that says nothing else.
  static let now = RecordedTime("2026-04-16T03:00:00.000Z")!

  private(set) var authority: Authority
  private(set) var position = Position.first
  let log = signer("", 90)
  let governors: [SignerKey]

  static func signer(_ name: String, _ seed: UInt8) -> SignerKey {
    let full = name.isEmpty ? origin : "\(origin)/\(name)"
    return SignerKey(
      name: try! KeyName(full), signingKey: try! SigningKey(seed: SecretBytes([UInt8](repeating: seed, count: 32))))
  }

  static func id(_ number: UInt64) -> Identifier {
    .make(millisecondsSince1970: 1_776_000_000_000, random: (number, number))
  }

  /// A ledger that `governors` have opened.
  init(governors: [SignerKey] = [signer("governor", 1)]) throws {
    self.governors = governors
    authority = Authority(origin: Self.origin, expectedLogKey: log.verifier)
    try submit(note([opening()], by: governors[0], cosigners: Array(governors.dropFirst())))
  }

  /// A ledger that is not opened yet.
  static func unopened(governors: [SignerKey]) throws -> AdmissionBench {
    var bench = try AdmissionBench(governors: governors)
    bench.authority = Authority(origin: origin, expectedLogKey: bench.log.verifier)
    bench.position = .first
    return bench
  }

  /// `ledger.opened` for the bench's governors; holder n for governor n.
  func opening() -> EventBody {
    .ledgerOpened(
      LedgerOpened(
        origin: Self.origin, logKey: log.verifier.text, title: "Bench", purpose: .exercise,
        governors: governors.enumerated().map { Governor(key: $0.element.verifier.text, holder: Self.id(UInt64($0.offset))) }))
  }

  static func grant(
    _ key: SignerKey, _ roles: [Role], regions: [String]? = nil, programmes: [String]? = nil, holder: UInt64 = 50,
    from: String = "2026-01-01T00:00:00+07:00", until: String? = nil
  ) -> EventBody {
    .keyGranted(
      KeyGranted(
        key: key.verifier.text, holder: id(holder), roles: roles, regions: regions?.map { Region($0)! },
        programmes: programmes?.map { Code($0)! }, validFrom: Timestamp(from)!, validUntil: until.map { Timestamp($0)! }))
  }

  static func revocation(_ key: SignerKey) -> EventBody { .keyRevoked(KeyRevoked(key: key.name.text, reason: .lost)) }

  static func period(region: String? = nil, programme: String = "SEMBAKO") -> EventBody {
    .periodOpened(
      PeriodOpened(
        programme: Code(programme)!, period: Code("2026-04")!, from: CalendarDate("2026-04-08")!,
        until: CalendarDate("2026-04-21")!,
        region: region.map { Region($0)! }))
  }

  /// What the author says, next in the chain.
  func note(_ bodies: [EventBody], by author: SignerKey, cosigners: [SignerKey] = [], seen: Head? = nil) throws -> [UInt8] {
    let known = authority.key(named: author.name.text)
    let header = AuthorNote.Header(
      ledger: Self.origin, author: author.name.text, sequence: (known?.sequence ?? 0) + 1, previous: known?.head ?? .zero,
      seen: seen,
      signedAt: Self.day)
    let events = bodies.enumerated().map { place, body in
      Event(id: Self.id(1000 + position.rawValue * 300 + UInt64(place)), at: Self.day, body: body)
    }
    return try AuthorNote.Draft(header: header, events: events).signed(by: author, cosigners: cosigners)
  }

  /// Submits a note as the next entry.
  ///
  /// - Parameter directory: the keys that the note is prepared with; the authority's own unless given.
  @discardableResult
  mutating func submit(
    _ note: [UInt8], at recordedAt: RecordedTime = now, directory: KeyDirectory? = nil, hasRoot: Bool = true
  ) throws(Refusal) -> AdmittedNote {
    let admitted = try unsafe note.withUnsafeBufferPointer { (octets) throws(Refusal) in
      let buffer = UnsafeRawBufferPointer(octets)
      let prepared = try unsafe PreparedNote(buffer, keys: directory ?? authority.directory)
      return try unsafe authority.admit(
        prepared, bytes: buffer, position: position, recordedAt: recordedAt, hasRoot: { _ in hasRoot })
    }
    position = position.advanced(by: 1)
    return admitted
  }

  /// The code with which the author's event would be refused for want of a grant, asked before it is signed.
  func lack(_ body: EventBody, by author: SignerKey, at recordedAt: RecordedTime = now) -> FindingCode? {
    authority.lackOfGrant(
      for: Event(id: Self.id(999), at: Self.day, body: body), author: author.name.text, recordedAt: recordedAt)?.code
  }

  /// The code with which a note is refused, or nil when it would be admitted. Nothing changes either way.
  func code(_ note: [UInt8], at recordedAt: RecordedTime = now, hasRoot: Bool = true) -> FindingCode? {
    var copy = self
    do {
      try copy.submit(note, at: recordedAt, hasRoot: hasRoot)
      return nil
    } catch { return error.code }
  }

  /// Everything that admission depends on, for comparing.
  var fingerprint: [String] {
    authority.keys.map { key in
      "\(key.name) \(key.sequence) \(key.head) \(key.isRevoked) \(key.grants.hashValue) \(key.holder)"
    } + ["\(position) \(authority.isOpen)"]
  }
}
