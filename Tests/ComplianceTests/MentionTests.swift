import Compliance
import Testing
import Vocabulary

@Suite("What an event mentions")
struct MentionTests {
  private func count(_ district: District, _ subject: Subject) -> Int {
    district.lines.count { $0.event.mentions(subject) }
  }

  @Test("The history of a recipient is every event that names it")
  func recipient() {
    var district = District.sound()
    let sound = count(district, .recipient(person(1)))
    #expect(sound == 5, "registration, two verifications, entitlement, handover")
    district.resolve([1, 2], .different)
    district.register(3) { $0.witness = person(1) }
    district.add(.subjectErased(SubjectErased(subject: person(1), basis: .courtOrder)), at: "2026-05-01T08:00:00", by: ["op"])
    district.enrol(2)
    #expect(count(district, .recipient(person(1))) == sound + 3)
  }

  @Test("Suppliers, outlets, lots, contracts, procurements, periods and complaints have theirs")
  func others() {
    var district = District.sound()
    district.complain("A-1", .levy, of: 1) { $0.outlet = code("EW-1") }
    district.answer("A-1", .upheld, at: "2026-05-07T08:00:00")
    #expect(count(district, .supplier(code("CV-A"))) == 6, "registered, bid, selected, contract, two lots")
    #expect(count(district, .supplier(code("CV-B"))) == 2)
    #expect(count(district, .outlet(code("EW-1"))) == 6, "appointed, two lots, entitlement, handover, complaint")
    #expect(count(district, .lot(code("LOT-B"))) == 3)
    #expect(count(district, .contract(code("K-1"))) == 3)
    #expect(count(district, .procurement(code("P-1"))) == 5)
    #expect(count(district, .complaint(code("A-1"))) == 2)
    #expect(count(district, .period(programme: code("SEMBAKO"), period: code("2026-04"))) == 6)
    #expect(count(district, .programme(code("PKH"))) == 0)
  }

  @Test("An event is mentioned by itself and by what corrects it")
  func event() throws {
    var district = District.sound()
    let handover = try #require(district.unit(1)?.handovers.first)
    district.correct(handover, 1)
    #expect(count(district, .event(district.id(handover))) == 2)
  }
}
