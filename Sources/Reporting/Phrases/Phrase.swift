import Language

/// Every fixed phrase of the reports. Gaps are numbered from 0.
enum Phrase: CaseIterable, Sendable {
  case reportTitle, exerciseBanner, exerciseShort, headlineNone, headline, headlineViolated, lookNotAccusation,
    unitNote, provenance, origin, title, size, entriesCount, root, asOf, stateDigest, checkpoint, howToVerify,
    howToVerifyNote, howToVerifyLink, moreInJSON, moreInCSV, madeBy, sixRights, right, met, violated, violatedShort,
    notAssessable, notAssessableShort, units, byVillage, byOutlet, village, outlet, withoutGroup, rollUpNote,
    rollUpTextNote, rowsOmitted
  case sums, sumsNote, allocated, disbursed, delivered, handedOver, noSums, sumsByOutlet, programme, period, step,
    amount, difference, reasons, reasonsViolated, reasonsOpen, noReasons, violations, violationsOmitted, groupOmitted,
    noViolations, number, withoutNumber, value, threshold, rules, entries, rulesVersion, entriesList, findings,
    noFindings, subject, lot, complaint, reason, code, count, filterLabel, filterPlaceholder, allRights, noMatch, at,
    recordedAt, entry, type, author, noHistory

  /// The words in each language.
  var wording: Bilingual { Self.report[self] ?? Self.tables[self] ?? Bilingual("") }
}
