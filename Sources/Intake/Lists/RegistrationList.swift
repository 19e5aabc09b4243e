internal import Cryptography
internal import Vocabulary

/// Persons entered in the register: `recipient.registered`.
enum RegistrationList: EventList {
  static let columns = ColumnSet(
    required: [.number, .name, .home, .date],
    optional: Applicant.optionalColumns + [.decile, .classes, .source, .witness, .evidence])

  static func read(_ row: inout Row) {
    row.begin("registrations")
    let applicant = Applicant.read(&row)
    let decile = row.optional(.decile, .decile)
    let classes = row.optional(.classes, .choices(Words.profileClasses))
    let source = row.optional(.source, .choice(Words.registrationSources), standard: .bnba)
    let witness = witness(&row)
    let evidence = row.optional(.evidence, .evidence)
    guard row.isSound, let applicant else { return }
    row.emit(at: applicant.at, region: applicant.region) { session in
      .recipientRegistered(
        RecipientRegistered(
          recipient: applicant.identifier, number: applicant.number, region: applicant.region,
          identityStatus: applicant.identityStatus, nikTag: applicant.nikTag, kkTag: applicant.kkTag, decile: decile,
          classes: classes, source: source, evidence: evidence, witness: witness,
          sealed: try session.sealRequired(
            applicant.personalData, of: applicant.identifier, type: .recipientRegistered)))
    }
  }

  private static func witness(_ row: inout Row) -> Identifier? {
    guard let number = row.optional(.witness, .code) else { return nil }
    guard let recipient = row.session.recipient(number: number) else {
      row.note(.witness, .knownRecipient, .nobody)
      return nil
    }
    return recipient.identifier
  }
}

/// Persons proposed for aid: `recipient.proposed`.
enum ProposalList: EventList {
  static let columns = ColumnSet(
    required: [.number, .name, .home, .date], optional: Applicant.optionalColumns + [.source])

  static func read(_ row: inout Row) {
    row.begin("proposals")
    let applicant = Applicant.read(&row)
    let source = row.optional(.source, .choice(Words.proposalSources), standard: .other)
    guard row.isSound, let applicant else { return }
    row.emit(at: applicant.at, region: applicant.region) { session in
      .recipientProposed(
        RecipientProposed(
          recipient: applicant.identifier, number: applicant.number, region: applicant.region,
          identityStatus: applicant.identityStatus, nikTag: applicant.nikTag, kkTag: applicant.kkTag, source: source,
          sealed: try session.seal(applicant.personalData, of: applicant.identifier, type: .recipientProposed)))
    }
  }
}
