import Cryptography
import Testing
import Vocabulary

@Suite("The writer refuses what could not be read again")
struct EventWriterTests {
  private let id = Identifier.make(millisecondsSince1970: 1_776_000_000_000, random: (1, 2))
  private let at: Timestamp
  private let region: Region
  private let code: Code
  private let lot: Event

  init() throws {
    at = try #require(Timestamp("2026-04-16T09:11:40+07:00"))
    region = try #require(Region("18.03"))
    code = try #require(Code("A-1"))
    lot = try #require(
      try Vectors.bytes("events/valid.jsonl").split(separator: UInt8(ascii: "\n")).map { try EventReader.read(Array($0)) }
        .first { $0.type == .lotDelivered })
  }

  private func refusal(_ body: EventBody) throws -> EventError {
    var bytes = Array("before".utf8)
    let error = try #require(throws: EventError.self) { try EventWriter.append(Event(id: id, at: at, body: body), to: &bytes) }
    #expect(bytes == Array("before".utf8), "a refused event leaves nothing behind")
    #expect(error.category == .schema)
    return error
  }

  private func institution(_ name: String) -> EventBody {
    .institutionRegistered(InstitutionRegistered(institution: code, name: name, kind: .agency))
  }

  @Test("Texts that are empty, too long or hold control characters")
  func texts() throws {
    for text in ["", String(repeating: "é", count: 301), "a\u{0}b", "a\nb", "a\u{7f}b"] {
      #expect(try refusal(institution(text)).pointer == "/data/name")
    }
    let widest = "\"\\/" + String(repeating: "😀", count: 297)
    let event = Event(id: id, at: at, body: institution(widest))
    #expect(try EventReader.read(EventWriter.write(event)) == event)
  }

  @Test("Amounts and numbers out of range")
  func numbers() throws {
    guard case .lotDelivered(var delivered) = lot.body else { return }
    for value in [Int64(-1), 1 << 53, .max, .min] {
      delivered.quantity = Quantity(value)
      #expect(try refusal(.lotDelivered(delivered)).pointer == "/data/quantity")
    }
    delivered.quantity = Quantity((1 << 53) - 1)
    delivered.unitPrice = Rupiah(-5)
    let error = try refusal(.lotDelivered(delivered))
    #expect(error.pointer == "/data/unitPrice")
    #expect(error.description.hasSuffix("expected an integer from 0 to 9007199254740991, found a value out of range"))
    let attested = StateAttested(size: -1, asOf: at, digest: .zero)
    #expect(try refusal(.stateAttested(attested)).pointer == "/data/size")
  }

  @Test("Days outside 1900 to 2099")
  func days() throws {
    for days: Int32 in [.min, -25_568, 47_482, .max] {
      let body = RecipientStatusChanged(
        recipient: id, region: region, status: .moved, effective: CalendarDate(daysSince1970: days))
      #expect(try refusal(.recipientStatusChanged(body)).pointer == "/data/effective")
    }
    for days: Int32 in [-25_567, 47_481] {
      let body = RecipientStatusChanged(
        recipient: id, region: region, status: .moved, effective: CalendarDate(daysSince1970: days))
      let event = Event(id: id, at: at, body: .recipientStatusChanged(body))
      #expect(try EventReader.read(EventWriter.write(event)) == event)
    }
  }

  @Test("Too few, too many or repeated items, and a fault inside one")
  func items() throws {
    func duplicate(_ recipients: [Identifier]) -> EventBody {
      .duplicateResolved(DuplicateResolved(recipients: recipients, region: region, resolution: .samePerson))
    }
    let others = (0..<17).map { Identifier.make(millisecondsSince1970: 1, random: (0, UInt64($0))) }
    for recipients in [[], [id], others, [id, others[0], id]] {
      #expect(try refusal(duplicate(recipients)).pointer == "/data/recipients")
    }
    let good = Item(commodity: code, quantity: Quantity(1), unit: .g, unitPrice: Rupiah(1))
    let bad = Item(commodity: code, quantity: Quantity(-1), unit: .g, unitPrice: Rupiah(1))
    let handover = HandoverRecorded(
      recipient: id, programme: code, period: code, region: region, outlet: code, collector: .`self`, items: [good, bad],
      packaged: false, evidence: [])
    #expect(try refusal(.handoverRecorded(handover)).pointer == "/data/items/1/quantity")
  }

  @Test("Boxes of the wrong length, key names and verifier keys of the wrong form")
  func boxesAndNames() throws {
    for count in [0, 39, 6145] {
      let sealed = Sealed(box: [UInt8](repeating: 1, count: count), commitment: .zero)
      let body = RecipientProposed(
        recipient: id, number: code, region: region, identityStatus: IdentityStatus.none, source: .village, sealed: sealed)
      #expect(try refusal(.recipientProposed(body)).pointer == "/data/sealed/box")
    }
    for key in ["", "a+b", "-a", String(repeating: "a", count: 81), "a b"] {
      #expect(try refusal(.keyRevoked(KeyRevoked(key: key, reason: .lost))).pointer == "/data/key")
    }
    for key in ["", "a", "a+00000000+AQ", "a+0000000g+AQ" + String(repeating: "A", count: 42)] {
      let granted = KeyGranted(key: key, holder: id, roles: [.monitor], validFrom: at)
      #expect(try refusal(.keyGranted(granted)).pointer == "/data/key")
    }
  }
}
