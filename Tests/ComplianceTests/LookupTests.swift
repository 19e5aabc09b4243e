import Compliance
import Cryptography
import Testing
import Vocabulary

@Suite("Look-ups")
struct LookupTests {
  @Test("A recipient is found by number and by NIK tag, as the latest facts say")
  func recipients() {
    var district = District()
    district.register(1)
    district.register(2) { $0.nikTag = tag(1) }
    #expect(district.state.recipient(number: code("LU-2")) == person(2))
    #expect(district.state.recipient(number: code("LU-3")) == nil)
    #expect(district.state.recipients(nikTag: tag(1)) == [person(1), person(2)])
    #expect(district.state.recipients(nikTag: tag(2)) == [])
    district.correct(2) { $0.nikTag = tag(2) }
    district.correct(1) { $0.nikTag = tag(1) }
    #expect(district.state.recipients(nikTag: tag(1)) == [person(1)])
    #expect(district.state.recipients(nikTag: tag(2)) == [person(2)])
  }

  @Test("Who was erased stays erased, also when registered again; in whatever order, and told once")
  func erased() {
    var district = District()
    for number in 1...5 { district.register(number) }
    for number in [4, 1, 3, 1] {
      district.add(
        .subjectErased(SubjectErased(subject: person(number), basis: .subjectRequest)), at: "2026-05-01T09:00:00", by: ["o"])
    }
    district.register(3)
    let state = district.state
    #expect((1...5).filter { state.isErased(person($0)) } == [1, 3, 4])
    #expect(state.erasedSubjects == [person(1), person(3), person(4)].sorted())
  }

  @Test("A number that was given twice finds the first recipient")
  func sameNumber() {
    var district = District()
    district.register(1)
    district.register(2) { $0.number = code("LU-1") }
    #expect(district.state.recipient(number: code("LU-1")) == person(1))
  }

  @Test("A recipient whom events only mention has no facts")
  func mentioned() {
    var district = District()
    district.handOver(1)
    #expect(district.state.recipient(person(1)) == nil)
    let registration = district.register(1)
    let facts = district.state.recipient(person(1))
    #expect(facts?.number == code("LU-1"))
    #expect(facts?.registration == registration)
    #expect(facts?.classes == [])
    #expect(facts?.identityStatus == .nik)
  }

  @Test("The latest event of a code is the one that is found")
  func latest() throws {
    var district = District.supplied()
    let outlet = district.appoint { $0.name = "Warung baru" }
    #expect(district.state.outlet(code("EW-1"))?.body.name == "Warung baru")
    #expect(district.state.outlet(code("EW-1"))?.reference == outlet)
    #expect(district.state.outlets.count == 1)
    #expect(district.state.suppliers.map(\.body.supplier) == [code("CV-A"), code("CV-B")])
    #expect(district.state.contracts.count == 1)
    #expect(district.state.procurements.first?.body.procurement == code("P-1"))
    #expect(district.state.procurement(code("P-1")) != nil)
    #expect(district.state.supplier(code("CV-Z")) == nil)
    #expect(district.state.periods.count == 1)
    #expect(district.state.rulesPublished.count == 1)
    #expect(district.state.period(code("2026-04"), of: code("SEMBAKO"), for: village)?.body.until == date("2026-04-30"))
    #expect(district.state.period(code("2026-05"), of: code("SEMBAKO"), for: village) == nil)
  }

  @Test("A lot is given back as it was delivered")
  func lot() {
    var district = District()
    let body = LotDelivered(
      lot: code("L-1"), contract: nil, supplier: code("CV-A"), outlet: code("EW-1"), region: village, programme: code("SEMBAKO"),
      period: code("2026-04"), commodity: code("beras"), quantity: Quantity(7), unit: .ml, unitPrice: Rupiah(9),
      expires: date("2026-09-01"))
    let reference = district.add(.lotDelivered(body), at: "2026-04-02T08:00:00", by: ["pemasok"])
    #expect(district.state.lot(code("L-1"))?.body == body)
    #expect(district.state.lot(code("L-1"))?.reference == reference)
    district.inspect("L-2")
    #expect(district.state.lot(code("L-2")) == nil)
  }

  @Test("A key's holder is the one of its latest grant")
  func holders() {
    var district = District()
    #expect(district.state.holder(ofKey: "petugas") == nil)
    district.hold("petugas", person(1))
    district.hold("petugas", person(2))
    #expect(district.state.holder(ofKey: "petugas") == person(2))
  }

  @Test("A status in force is the latest by its day, then by position")
  func status() {
    var district = District()
    district.status(1, .deceased, from: "2026-03-10")
    district.status(1, .moved, from: "2026-03-01")
    district.status(1, .graduated, from: "2026-03-01")
    let state = district.state
    #expect(state.status(of: person(1), on: date("2026-02-28")) == .active)
    #expect(state.status(of: person(1), on: date("2026-03-01")) == .graduated)
    #expect(state.status(of: person(1), on: date("2026-03-10")) == .deceased)
    #expect(state.status(of: person(2), on: date("2026-03-10")) == .active)
  }

  @Test("A complaint is kept without its sealed text")
  func complaint() {
    var district = District()
    let received = district.complain("A-1", .quality, of: 1) {
      $0.sealed = Sealed(box: Array(repeating: 0, count: 56), commitment: .zero)
    }
    let facts = district.state.complaint(code("A-1"))
    #expect(facts?.received == received)
    #expect(facts?.recipient == person(1))
    #expect(facts?.closing == nil)
    #expect(district.state.complaints.count == 1)
  }
}
