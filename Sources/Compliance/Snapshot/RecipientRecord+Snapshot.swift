import Vocabulary

extension RecipientRecord: SnapshotRecord {
  private static let identityStatuses = IdentityStatus.allCases
  static let maximumByteCount = 4 * 8 + 4 + 6 * 4 + 4 * 8 + 1 + 8 + 2 + 1 + 1 + 1 + 1

  func write(to fields: inout FieldWriter) {
    fields.put(registration)
    fields.put(earliestListing)
    fields.put(earliestListingSeconds)
    fields.put(enrolment)
    fields.put(enroller)
    fields.put(number)
    fields.put(nikTag)
    fields.put(kkTag)
    fields.put(firstVerification)
    fields.put(firstStatus)
    fields.put(firstEligibility)
    fields.put(nikReference)
    fields.put(kkReference)
    fields.put(decileReference)
    fields.put(classesReference)
    fields.put(region != nil)
    if let region { fields.put(region) }
    fields.put(classes)
    fields.put(decile)
    fields.put(identityStatus != nil)
    if let identityStatus { fields.put(identityStatus) }
    fields.put(corrected.rawValue)
  }

  init?(from fields: inout FieldReader) {
    self.init()
    registration = fields.take()
    earliestListing = fields.take()
    earliestListingSeconds = fields.take()
    enrolment = fields.take()
    enroller = fields.take()
    number = fields.take()
    nikTag = fields.take()
    kkTag = fields.take()
    firstVerification = fields.take()
    firstStatus = fields.take()
    firstEligibility = fields.take()
    nikReference = fields.take()
    kkReference = fields.take()
    decileReference = fields.take()
    classesReference = fields.take()
    if fields.take() { region = fields.take() }
    classes = fields.take()
    decile = fields.take()
    if fields.take() { identityStatus = fields.take(Self.identityStatuses) }
    corrected = CorrectedFields(rawValue: fields.take())
  }
}
