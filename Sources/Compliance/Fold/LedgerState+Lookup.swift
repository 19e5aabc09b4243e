public import Cryptography
public import Vocabulary

extension LedgerState {
  /// Number of events that were folded, each id once.
  public var eventCount: Int { events.count }

  /// Where the event with this id stands, or nil. The first event with an id is the event.
  public func reference(ofEvent id: Identifier) -> EventReference? { events.reference(of: id) }

  /// Whether a `registry.imported` says that the list with this tag was read.
  public func hasImported(fileTag: Digest) -> Bool { importedFiles.contains(fileTag) }

  /// Whether a `subject.erased` says that the personal data of this subject were erased.
  public func isErased(_ subject: Identifier) -> Bool {
    let place = place(ofErased: subject)
    return place < erasedSubjects.endIndex && erasedSubjects[place] == subject
  }

  /// Where a subject stands among the erased ones, or would stand.
  private func place(ofErased subject: Identifier) -> Int {
    var (low, high) = (erasedSubjects.startIndex, erasedSubjects.endIndex)
    while low < high {
      let middle = (low + high) / 2
      if erasedSubjects[middle] < subject { low = middle + 1 } else { high = middle }
    }
    return low
  }

  mutating func erase(_ subject: Identifier) {
    if !isErased(subject) { erasedSubjects.insert(subject, at: place(ofErased: subject)) }
  }

  /// The recipient registered or proposed under a participant number; of several, the first.
  public func recipient(number: Code) -> Identifier? { registry.recipient(number: number).map { registry.ids[$0] } }

  /// The recipients whose latest facts have this NIK tag, in the order of their first mention.
  public func recipients(nikTag: Tag) -> [Identifier] { registry.recipients(nikTag: nikTag).map { registry.ids[$0] } }

  /// What is known about a recipient, or nil where no event registered, proposed or corrected one with this id.
  public func recipient(_ id: Identifier) -> RecipientFacts? {
    guard let number = registry.ids.find(id) else { return nil }
    let record = registry[number]
    guard let region = record.region else { return nil }
    return RecipientFacts(
      id: id, number: record.number < 0 ? nil : registry.numbers[record.number], region: region,
      identityStatus: record.identityStatus, nikTag: record.nikTag < 0 ? nil : registry.tags[record.nikTag],
      kkTag: record.kkTag < 0 ? nil : registry.tags[record.kkTag], decile: record.decile == 0 ? nil : Int(record.decile),
      classes: record.classes.elements, registration: record.registration.known)
  }

  /// The recipient's status on a day: the one with the latest `effective`, then position, that is effective by then; active
  /// without any (SPEC 11).
  public func status(of recipient: Identifier, on day: CalendarDate) -> RecipientStatusChanged.Status {
    registry.ids.find(recipient).map { registry.status(of: registry[$0], on: day) } ?? .active
  }

  /// The latest appointment of an outlet.
  public func outlet(_ code: Code) -> Recorded<OutletAppointed>? { outletBook[code] }
  /// The latest registration of a supplier.
  public func supplier(_ code: Code) -> Recorded<SupplierRegistered>? { supplierBook[code] }
  /// The latest signing of a contract.
  public func contract(_ code: Code) -> Recorded<ContractSigned>? { procurement.contracts[code] }
  /// The latest opening of a procurement.
  public func procurement(_ code: Code) -> Recorded<ProcurementOpened>? { procurement.procurements[code] }
  /// The selection that counts in a procurement: the latest by position.
  public func selection(procurement code: Code) -> Recorded<SupplierSelected>? {
    procurement.procurements.codes.find(code).flatMap { procurement.selections[$0] }
  }
  /// The latest declaration of a programme.
  public func programme(_ code: Code) -> Recorded<ProgrammeDeclared>? { programmeBook.programmes[code] }

  /// The latest delivery of a lot.
  public func lot(_ code: Code) -> Recorded<LotDelivered>? {
    guard let number = lotCodes.find(code), let delivery = lots[Int(number)].delivery else { return nil }
    let body = LotDelivered(
      lot: code, contract: delivery.contract < 0 ? nil : procurement.contracts.codes[delivery.contract],
      supplier: supplierBook.codes[delivery.supplier], outlet: outletBook.codes[delivery.outlet], region: delivery.region,
      programme: programmeBook.programmeCode(of: delivery.round), period: programmeBook.periodCode(of: delivery.round),
      commodity: commodities[delivery.goods.commodity], quantity: Quantity(delivery.quantity), unit: delivery.goods.unit,
      unitPrice: Rupiah(delivery.unitPrice), expires: delivery.expires)
    return Recorded(body, delivery.reference, delivery.at)
  }

  /// The window of a period for a region: the latest opening whose region, if any, covers it (SPEC 10.1).
  public func period(_ period: Code, of programme: Code, for region: Region) -> Recorded<PeriodOpened>? {
    programmeBook.find(programme, period).flatMap { WindowBook(programmeBook).window(round: $0, in: region) }
  }

  /// The rules of a programme in force on a day in a region (SPEC 10.1).
  public func rules(of programme: Code, on day: CalendarDate, for region: Region) -> Recorded<RulesPublished>? {
    guard let number = programmeBook.programmes.codes.find(programme) else { return nil }
    let book = RuleBook(self)
    let inForce = book.inForce(programme: number, on: day, in: region)
    return inForce < 0 ? nil : programmeBook.rules[Int(inForce)]
  }

  /// A complaint that was received.
  public func complaint(_ code: Code) -> ComplaintFacts? {
    complaintBook.codes.find(code).flatMap { ComplaintFacts(code, complaintBook.records[Int($0)]) }
  }

  /// The person who holds a key, from `ledger.opened` or the latest `key.granted`.
  public func holder(ofKey name: String) -> Identifier? { signers.holder(of: name) }

  /// What the entries say of each key that signed, was granted or was revoked.
  public var keyStandings: [KeyStanding] { signers.standings }
}
