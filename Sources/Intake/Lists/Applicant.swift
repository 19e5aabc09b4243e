internal import Cryptography
internal import Vocabulary

/// What registrations and proposals tell of a person.
struct Applicant {
  static let optionalColumns: [Column] = [
    .nik, .kk, .birthDate, .address, .phone, .identityStatus, .sensitiveClass, .time,
  ]

  let at: Timestamp
  let identifier: Identifier
  let number: Code
  let region: Region
  let identityStatus: IdentityStatus
  let nikTag: Tag?
  let kkTag: Tag?
  let personalData: PersonalData

  static func read(_ row: inout Row) -> Applicant? {
    let number = row.required(.number, .code)
    let nik = row.optional(.nik, .nik)
    let kk = row.optional(.kk, .kk)
    let name = row.required(.name, .text())
    let birthDate = row.optional(.birthDate, .date)
    let address = row.optional(.address, .text())
    let phone = row.optional(.phone, .phone)
    let region = row.required(.home, .region)
    // Which papers there are shows in the row itself where nobody says it.
    let assumed: IdentityStatus = nik != nil ? .nik : kk != nil ? .kk : .none
    let status = row.optional(.identityStatus, .choice(Words.identityStatuses), standard: assumed)
    let sensitiveClass = row.optional(.sensitiveClass, .text(maximum: 80))
    let at = row.date()
    guard let number, let name, let region, let at else { return nil }

    let nikTag = nik.map(row.session.sealer.tag(nik:))
    let known = row.session.recipient(number: number)
    if let knownTag = known?.nikTag, let nikTag, knownTag != nikTag {
      row.note(.number, .ownNumber, .anotherPerson)
      return nil
    }
    var personalData = PersonalData()
    personalData.append("name", name)
    personalData.append("nik", nik)
    personalData.append("kk", kk)
    personalData.append("birthDate", birthDate?.description)
    personalData.append("address", address)
    personalData.append("phone", phone)
    personalData.append("sensitiveClass", sensitiveClass)
    return Applicant(
      at: at, identifier: known?.identifier ?? row.session.identity.recipient(number: number, at: at), number: number,
      region: region, identityStatus: status, nikTag: nikTag ?? nil, kkTag: kk.map(row.session.sealer.tag(kk:)),
      personalData: personalData)
  }
}
