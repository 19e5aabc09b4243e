internal import Vocabulary

extension Row {
  /// The recipient whom the row names, by participant number or by a NIK that exactly one recipient has.
  ///
  /// What was read is the recipient, not the way in which the row names it. If the row gives both, they must be of one person.
  mutating func person() -> KnownRecipient? {
    guard has(.number) || has(.nik) else {
      note(.number, .person, .missing)
      return nil
    }
    guard let recipient = has(.number) ? recipientByNumber() : recipientByNIK() else { return nil }
    identify(by: recipient.identifier.description)
    return recipient
  }

  /// The recipient whom the row names, if it names one.
  mutating func optionalPerson() -> KnownRecipient? {
    guard has(.number) || has(.nik) else {
      identify(by: "")
      return nil
    }
    return person()
  }

  private mutating func recipientByNumber() -> KnownRecipient? {
    guard let number = value(.number, .code) else { return nil }
    guard let recipient = session.recipient(number: number) else {
      note(.number, .knownRecipient, .nobody)
      return nil
    }
    guard has(.nik) else { return recipient }
    guard let nik = value(.nik, .nik) else { return nil }
    if let tag = recipient.nikTag, tag != session.sealer.tag(nik: nik) {
      note(.nik, .sameNIK, .anotherPerson)
      return nil
    }
    return recipient
  }

  private mutating func recipientByNIK() -> KnownRecipient? {
    guard let nik = value(.nik, .nik) else { return nil }
    let recipients = session.recipients(nik: nik)
    guard recipients.count == 1, let recipient = recipients.first else {
      note(.nik, .person, recipients.isEmpty ? .nobody : .severalPersons(recipients.count))
      return nil
    }
    return recipient
  }

  /// The value of a cell that does not itself enter the identity.
  private mutating func value<Value>(_ column: Column, _ format: CellFormat<Value>) -> Value? {
    guard let cell = cell(column) else { return nil }
    do {
      return try format.read(cell)
    } catch {
      note(column, error.expected, error.found)
      return nil
    }
  }
}
