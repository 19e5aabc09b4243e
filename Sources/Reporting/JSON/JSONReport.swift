internal import Compliance
internal import Cryptography
import Language
internal import TransparencyLog
internal import Vocabulary

/// A report as JSON (RFC 8259) for other programs: same report, same bytes.
///
/// Members, in this order:
/// - `format`: `amanah/report/v1`.
/// - `exercise`: whether the ledger is an exercise.
/// - `ledger`: `origin`, `title`, `size`, `root` and `stateDigest` (base64), `checkpoint` (as signed, or null).
/// - `asOf`: `seconds` since 1970 UTC, `local` (RFC 3339 at +07:00, or null).
/// - `totals`: `units`, `allMet`, `violated`, `open`, and `rights`: for each letter S J K W H A `met`, `violated`, `notAssessable`.
/// - `reasons`: for each code that holds `code`, `right`, `outcome`, `units`, `id`, `en` (its sentence without figures).
/// - `rollUps`: `village`, `district`, `regency`, `outlet`, `programme`, `period`, `supplier`, each a list of `key`, `name`, `units`,
///   `rights`.
/// - `sums`: `lines` and `outlets` (`programme`, `period`, `outlet`, then rupiah `allocated`, `disbursed`, `delivered`, `handedOver`), and
///   `lots`.
/// - `findings`: `code`, `subject`, `programme`, `period`, `value`, `threshold`, `rules`, `entries`.
/// - `violations`: one for each violating reason, sorted as ``ReasonsCSV``: `number`, `recipient`, `programme`, `period`, `region`,
///   `outlet`, `right`, `code`, `value`, `threshold`, `rules`, `entries` (`position.place`).
public struct JSONReport: Sendable {
  let report: Report

  public init(_ report: Report) { self.report = report }

  /// Writes the whole text piece by piece; no more than a part of it is in memory at once.
  public func write(to target: inout some TextOutputStream) {
    var json = JSONWriter()
    json.object { json in
      json.member("format", "amanah/report/v1")
      json.member("exercise", report.provenance.isExercise)
      opening(&json)
      reasons(&json)
      rollUps(&json)
      sums(&json)
      findings(&json)
      json.key("violations")
      json.array { json in
        for unit in report.judgement.unitsByNumber {
          for reported in unit.reportedReasons where reported.reason.code.outcome == .violated { violation(reported, &json) }
          target.write(json.drain())
        }
      }
    }
    json.end()
    target.write(json.drain())
  }

  /// The whole text.
  public var text: String {
    var text = ""
    write(to: &text)
    return text
  }

  private func opening(_ json: inout JSONWriter) {
    let provenance = report.provenance
    json.key("ledger")
    json.object {
      $0.member("origin", provenance.origin)
      $0.member("title", provenance.title)
      $0.member("size", Int(clamping: provenance.size.rawValue))
      $0.member("root", provenance.root.base64)
      $0.member("stateDigest", provenance.stateDigest.base64)
      $0.member("checkpoint", provenance.checkpoint)
    }
    json.key("asOf")
    json.object(inline: true) {
      $0.member("seconds", Int(report.judgement.asOf))
      $0.member("local", report.asOf?.description)
    }
    let totals = ReportTotals(report.judgement)
    json.key("totals")
    json.object {
      $0.member("units", totals.units)
      $0.member("allMet", totals.allMet)
      $0.member("violated", totals.violated)
      $0.member("open", totals.open)
      if let rights = totals.rights { self.rights(rights, &$0) }
    }
  }

  private func rights(_ group: RollUp, _ json: inout JSONWriter) {
    json.key("rights")
    json.object(inline: true) {
      for right in Right.allCases {
        $0.key(String(right.letter))
        $0.object {
          $0.member("met", group[right].met)
          $0.member("violated", group[right].violated)
          $0.member("notAssessable", group[right].notAssessable)
        }
      }
    }
  }

  private func reasons(_ json: inout JSONWriter) {
    json.key("reasons")
    json.array {
      for reason in ReportTotals(report.judgement).reasons {
        $0.object(inline: true) {
          $0.member("code", reason.code.rawValue)
          $0.member("right", String(reason.code.right.letter))
          $0.member("outcome", reason.code.outcome.rawValue)
          $0.member("units", reason.units)
          for language in Language.allCases { $0.member(language.rawValue, Words(language).generalSentence(reason.code)) }
        }
      }
    }
  }

  private func rollUps(_ json: inout JSONWriter) {
    json.key("rollUps")
    json.object {
      for grouping in Grouping.allCases where grouping != .all {
        $0.key(grouping.rawValue)
        $0.array {
          for group in report.judgement.rollUp(by: grouping) {
            $0.object(inline: true) {
              $0.member("key", group.key)
              $0.member("name", group.key.flatMap { report.names.name(ofKey: $0, in: grouping) })
              $0.member("units", group.units)
              rights(group, &$0)
            }
          }
        }
      }
    }
  }
}
