import Admission
import Compliance
import Cryptography
import Intake
import Language
import Ledger
import LedgerStore
import Synchronization
import Testing
import TestSupport
import TransparencyLog
import Vocabulary

/// Recording without a terminal, over stores in memory: what a second front end would have.
@Suite("A desk that records")
struct RecordingDeskTests {
  private static let origin = "bansos.example/desk"
  private static let programme =
    #"{"type":"programme.declared","at":"2026-01-02T09:00:00+07:00","data":{"programme":"SEMBAKO","name":"Sembako","kind":"food","region":"18.03"}}"#
    + "\n"
  private static let keys = """
    kunci,pemegang,peran,wilayah,program,mulai
    manajer,P-002,pengelola_program,18.03,,2026-01-01
    pendaftar,P-003,pendaftar,18.03.07,,2026-01-01

    """
  private static let register = """
    no_peserta;nik;no_kk;nama;kode_desa;desil;status_identitas;tanggal
    KCL-001;1803075001700001;1803070101050001;Siti Aminah;18.03.07.2004;2;nik;05/01/2026
    KCL-002;1803071202650002;1803070101050002;Kosasih;18.03.08.2004;3;nik;05/01/2026
    KCL-003;bukan nik;1803070101050003;Wahyuni;18.03.07.2004;8;nik;05/01/2026

    """

  /// A ledger that is open for recording, and what it told.
  private struct Opened {
    let stores: LedgerStores
    let keyring: Keyring
    let heard = Heard()

    final class Heard: Sendable {
      private let notices = Mutex<[RecordingNotice]>([])
      func hear(_ notice: RecordingNotice) { notices.withLock { $0.append(notice) } }
      var words: [String] { notices.withLock { $0.compactMap { $0.words?.en } } }
    }

    init(purpose: LedgerOpened.Purpose = .exercise, openedAt: String = "2026-01-02T08:00:00+07:00") async throws {
      stores = .memory()
      keyring = try Keyring(
        path: ScratchFolder.newPath("keys"), passphrase: SecretBytes(utf8: "correct horse"),
        cost: .init(operations: 1, memoryBytes: 8 << 10))
      let governor = try keyring.generate(name: "\(RecordingDeskTests.origin)/pembina")
      let at = try #require(Timestamp(openedAt))
      let clock = try #require(RecordedTime(millisecondsSince1970: at.secondsSince1970 * 1000))
      let creation = LedgerCreation(
        origin: RecordingDeskTests.origin, title: "Desk", purpose: purpose,
        governors: [.init(signer: governor, holder: Town.id(1))], openedAt: at,
        clock: purpose == .exercise ? .fixed(clock) : .system)
      try await creation.create(in: stores, keyring: keyring, id: Town.id(2)).close()
    }

    func desk(isDryRun: Bool = false) async throws -> RecordingDesk {
      try await RecordingDesk(stores: stores, keyring: keyring, isDryRun: isDryRun, tell: heard.hear)
    }
  }

  /// Parts of a text, as a file would give them.
  private func parts(_ text: String) -> () -> [UInt8]? {
    var rest = Array(text.utf8)[...]
    return {
      defer { rest = rest.dropFirst(100) }
      return rest.isEmpty ? nil : Array(rest.prefix(100))
    }
  }

  private func name(_ short: String) -> [String] { ["\(Self.origin)/\(short)"] }

  @Test("A list is recorded with what follows from it, and reading it again adds nothing")
  func list() async throws {
    let opened = try await Opened()
    let desk = try await opened.desk()
    try await desk.setClock(Timestamp("2026-01-06T09:00:00+07:00"))
    #expect(try await desk.grant(keys: Array(Self.keys.utf8), signers: name("pembina")).isComplete)
    #expect(try await desk.record(eventsSignedBy: name("manajer"), nextPart: parts(Self.programme)).isComplete)
    let first = try await desk.record(list: .registrations, signers: name("pendaftar"), nextPart: parts(Self.register))
    // Row 3 is of another kecamatan than the key's, row 4 has no NIK.
    #expect(first.report.rowsRead == 3 && first.rowsRecorded == 1 && first.report.rowsRejected == 1)
    #expect(first.refusals.map(\.rows) == [[3]] && first.refusals.map(\.code) == [.authorityRegion])
    let state = desk.writer.state.copy
    #expect(state.recipient(number: try #require(Code("KCL-001"))) != nil)
    let size = state.size
    let again = try await desk.record(list: .registrations, signers: name("pendaftar"), nextPart: parts(Self.register))
    #expect(again.rowsRecorded == 0 && again.report.rowsAlreadyRecorded == 1)
    #expect(desk.writer.state.read { $0.size } == size)
    let imported = try await events(desk, opened.stores).filter { $0.type == .registryImported }
    #expect(imported.count == 1)
    guard case .registryImported(let body)? = imported.first?.body else { return }
    #expect(body.rows == 3 && body.accepted == 1 && body.rejected == 2)
    #expect(body.region.description == "18.03.07.2004")
    try await desk.close()
  }

  /// A line that declares a programme of its own.
  private func programme(_ letter: String, _ number: Int) -> String {
    Self.programme.replacing("SEMBAKO", with: "\(letter)-\(number)")
  }

  @Test("Rows are recorded though somebody else submits notes of the same author beside the desk")
  func besideOthers() async throws {
    let opened = try await Opened()
    let desk = try await opened.desk()
    try await desk.setClock(Timestamp("2026-01-06T09:00:00+07:00"))
    _ = try await desk.grant(keys: Array(Self.keys.utf8), signers: name("pembina"))
    let (queue, writer) = (SubmissionQueue(writer: desk.writer), desk.writer)
    let signer = try desk.signer(name("manajer")[0])
    let day = try #require(Timestamp("2026-01-06T09:00:00+07:00"))
    let lines = try (0..<100).map { number in
      let body = ProgrammeDeclared(
        programme: Code("B-\(number)")!, name: "Sembako", kind: .food, region: Region("18.03")!)
      return try EventLine(writing: Event(id: Town.id(UInt64(500 + number)), at: day, body: .programmeDeclared(body)))
    }
    async let others: Void = Self.submit(lines, by: signer, at: day, to: queue, of: writer)
    for number in 0..<100 {
      let outcome = try await desk.record(eventsSignedBy: name("manajer"), nextPart: parts(programme("A", number)))
      #expect(outcome.isComplete, "list \(number): \(outcome.refusals.map(\.words.en))")
    }
    try await others
    try await desk.close()
  }

  /// Submits notes one by one, each until it is recorded.
  private static func submit(
    _ lines: [EventLine], by signer: SignerKey, at day: Timestamp, to queue: SubmissionQueue, of writer: LedgerWriter
  ) async throws {
    for line in lines {
      var position: Position?
      while position == nil {
        var composer = NoteComposer(origin: origin, author: signer, chain: await writer.chain(of: signer.name.text))
        position = try await queue.submit(try composer.compose(lines: [line], signedAt: day)).position
      }
    }
  }

  private func events(_ desk: RecordingDesk, _ stores: LedgerStores) async throws -> [Event] {
    var events: [Event] = []
    let source = try await StoreSource(stores: stores)
    try EntryScan(source: source).run(size: desk.writer.state.read { $0.size }) { events += $0.entry.events }
    return events
  }

  @Test("A dry run tells the same refusals and records nothing")
  func dryRun() async throws {
    let opened = try await Opened()
    let prepared = try await opened.desk()
    try await prepared.setClock(Timestamp("2026-01-06T09:00:00+07:00"))
    _ = try await prepared.grant(keys: Array(Self.keys.utf8), signers: name("pembina"))
    try await prepared.close()
    let desk = try await opened.desk(isDryRun: true)
    let size = desk.writer.state.read { $0.size }
    let outcome = try await desk.record(list: .registrations, signers: name("pendaftar"), nextPart: parts(Self.register))
    #expect(outcome.rowsRecorded == 1 && outcome.refusals.map(\.code) == [.authorityRegion])
    let unknown = try await desk.record(list: .registrations, signers: name("siapa"), nextPart: parts(Self.register))
    #expect(unknown.rowsRecorded == 0 && unknown.refusals.contains { if case .key = $0.cause { true } else { false } })
    #expect(desk.writer.state.read { $0.size } == size)
    try await desk.close()
  }

  @Test("Clocks that are behind the last entry are told as values, in two languages")
  func clocks() async throws {
    let opened = try await Opened(openedAt: "2026-01-02T08:00:00+07:00")
    let desk = try await opened.desk()
    try await desk.setClock(Timestamp("2026-01-01T09:00:00+07:00"))
    #expect(try await desk.grant(keys: Array(Self.keys.utf8), signers: name("pembina")).isComplete)
    #expect(opened.heard.words.count == 1)
    #expect(opened.heard.words[0].hasPrefix("WARNING: the clock that was set (2026-01-01T02:00:00.000Z) is behind"))
    try await desk.close()
    let production = try await Opened(purpose: .production)
    let real = try await production.desk()
    await #expect { try await real.setClock(Timestamp("2026-01-01T09:00:00+07:00")) } throws: { error in
      if case LedgerError.clock(.production) = error { true } else { false }
    }
    try await real.close()
    #expect(production.heard.words.isEmpty, "the machine's clock has just been used")
  }
}
