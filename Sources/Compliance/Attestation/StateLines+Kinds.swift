import Cryptography
import Vocabulary

extension StateLines {
  mutating func appendComplaints(_ state: LedgerState) {
    for number in state.complaintBook.codes.sortedNumbers {
      let record = state.complaintBook.records[Int(number)]
      guard record.received != nil else { continue }
      begin("complaint")
      field(state.complaintBook.codes[number].description)
      if let closing = record.closing {
        field("closed")
        field(closing.body.outcome.rawValue)
      } else if let answer = record.answer {
        field("answered")
        field(answer.body.outcome.rawValue)
      } else {
        field("received")
        field("-")
      }
      endLine()
    }
  }

  mutating func appendLots(_ sums: Sums) {
    for lot in sums.lots {
      begin("lot")
      field(lot.lot.description)
      field(lot.outlet.description)
      field(lot.commodity.description)
      field(lot.delivered.value)
      field(lot.handedOver.value)
      endLine()
    }
  }

  mutating func appendRecipients(_ state: LedgerState, today: CalendarDate) {
    let registry = state.registry
    for number in registry.ids.sortedNumbers {
      let record = registry[number]
      guard let region = record.region else { continue }
      begin("recipient")
      field(registry.ids[number])
      field(region.description)
      field(registry.status(of: record, on: today).rawValue)
      field(record.identityStatus)
      field(record.nikTag < 0 ? nil : registry.tags[record.nikTag].base64)
      field(record.kkTag < 0 ? nil : registry.tags[record.kkTag].base64)
      endLine()
    }
  }

  mutating func appendSums(_ sums: Sums) {
    for line in sums.lines {
      begin("sum")
      field(line.programme.description)
      field(line.period.description)
      for amount in [line.allocated, line.disbursed, line.delivered, line.handedOver] { field(amount.value) }
      endLine()
    }
  }

  mutating func appendUnits(_ units: [UnitVerdicts]) {
    var spelled: [Code: [UInt8]] = [:]
    for unit in units {
      for code in [unit.programme, unit.period] where spelled[code] == nil { spelled[code] = Array(code.description.utf8) }
    }
    let keys = units.enumerated().map { UnitKey(recipient: $1.recipient, index: $0) }
    for key in keys.sorted() { append(units[key.index], spelled) }
  }

  private mutating func append(_ unit: UnitVerdicts, _ spelled: [Code: [UInt8]]) {
    begin("unit")
    field(unit.recipient)
    field(spelled: spelled[unit.programme] ?? [])
    field(spelled: spelled[unit.period] ?? [])
    if let entitled = unit.entitled { field(entitled.value) } else { field("-") }
    field(unit.received.value)
    field(.target, unit.verdicts.target)
    field(.amount, unit.verdicts.amount)
    field(.quality, unit.verdicts.quality)
    field(.time, unit.verdicts.time)
    field(.price, unit.verdicts.price)
    field(.administration, unit.verdicts.administration)
    endLine()
  }
}

// Sorting small keys moves no verdicts.
private struct UnitKey: Comparable {
  let recipient: Identifier
  let index: Int

  // Units come by programme and period, so of one recipient the lower index has the lower programme and period.
  static func < (left: UnitKey, right: UnitKey) -> Bool {
    left.recipient != right.recipient ? left.recipient < right.recipient : left.index < right.index
  }
}
