internal import Compliance
internal import Vocabulary

extension JSONReport {
  func violation(_ reported: ReportedReason, _ json: inout JSONWriter) {
    let unit = reported.unit
    json.object(inline: true) {
      $0.member("number", unit.number?.description)
      $0.member("recipient", unit.recipient.description)
      $0.member("programme", unit.programme.description)
      $0.member("period", unit.period.description)
      $0.member("region", unit.region?.description)
      $0.member("outlet", unit.outlet?.description)
      $0.member("right", String(reported.right.letter))
      $0.member("code", reported.reason.code.rawValue)
      $0.member("value", reported.reason.value.map { Int($0) })
      $0.member("threshold", reported.reason.threshold.map { Int($0) })
      $0.member("unit", reported.reason.unit?.rawValue)
      $0.member("rules", reported.reason.rules?.description)
      $0.member("entries", reported.reason.entries.map(\.description))
    }
  }

  func findings(_ json: inout JSONWriter) {
    json.key("findings")
    json.array {
      for finding in report.judgement.findings {
        $0.object(inline: true) {
          $0.member("code", finding.kind.rawValue)
          $0.member("subject", report.subjectCode(of: finding))
          $0.member("programme", finding.programme?.description)
          $0.member("period", finding.period?.description)
          $0.member("value", Int(finding.value))
          $0.member("threshold", Int(finding.threshold))
          $0.member("unit", finding.unit?.rawValue)
          $0.member("rules", finding.rules?.description)
          $0.member("entries", finding.entries.map(\.description))
        }
      }
    }
  }

  func sums(_ json: inout JSONWriter) {
    let sums = report.judgement.sums
    json.key("sums")
    json.object {
      lines("lines", sums.lines, &$0)
      lines("outlets", sums.outletLines, &$0)
      $0.key("lots")
      $0.array {
        for lot in sums.lots {
          $0.object(inline: true) {
            $0.member("lot", lot.lot.description)
            $0.member("supplier", lot.supplier.description)
            $0.member("outlet", lot.outlet.description)
            $0.member("commodity", lot.commodity.description)
            $0.member("unit", lot.unit.rawValue)
            $0.member("delivered", Int(lot.delivered.value))
            $0.member("handedOver", Int(lot.handedOver.value))
            $0.member("delivery", lot.delivery.description)
          }
        }
      }
    }
  }

  private func lines(_ name: String, _ lines: [Sums.Line], _ json: inout JSONWriter) {
    json.key(name)
    json.array {
      for line in lines {
        $0.object(inline: true) {
          $0.member("programme", line.programme.description)
          $0.member("period", line.period.description)
          $0.member("outlet", line.outlet?.description)
          $0.member("allocated", Int(line.allocated.value))
          $0.member("disbursed", Int(line.disbursed.value))
          $0.member("delivered", Int(line.delivered.value))
          $0.member("handedOver", Int(line.handedOver.value))
        }
      }
    }
  }
}
