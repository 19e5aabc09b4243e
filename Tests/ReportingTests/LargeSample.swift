import TestSupport
import TransparencyLog
import Vocabulary

@testable import Compliance
@testable import Reporting

/// Many units made by a seeded generator, as a regency's report would hold them.
struct LargeSample {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  static let villages = [
    "Kalibalangan", "Bandar Abung", "Abung Jayo", "Ratu Abung", "Kembang Tanjung", "Trimodadi", "Sinar Ogan", "Subik",
    "Cabang Empat",
    "Candimas", "Kinciran", "Gilih Karang Jati",
  ]

  private mutating func next(below bound: UInt64) -> UInt64 { generator.next() % bound }

  private mutating func chance(_ perThousand: UInt64) -> Bool { next(below: 1000) < perThousand }

  /// A report on `count` units in twelve villages and five outlets.
  static func report(units count: Int, seed: UInt64 = 2026) -> Report {
    var sample = LargeSample(seed: seed)
    let units = (0..<count).map { sample.unit($0) }
    let money: [(String, [Int64])] = [
      ("2026-04", [2_400_000_000, 2_400_000_000, 2_338_400_000, 2_291_150_000]),
      ("2026-05", [2_400_000_000, 2_280_000_000, 2_296_000_000, 1_874_600_000]),
    ]
    let lines = money.map { period, amounts in
      var line = Sums.Line(programme: Sample.code("SEMBAKO"), period: Sample.code(period), outlet: nil)
      line.allocated = Rupiah(amounts[0])
      line.disbursed = Rupiah(amounts[1])
      line.delivered = Rupiah(amounts[2])
      line.handedOver = Rupiah(amounts[3])
      return line
    }
    let sums = Sums(lines: lines, outletLines: Sample.sums.outletLines, lots: Sample.sums.lots)
    let judgement = Judgement(units: units, sums: sums, findings: Sample.findings, asOf: 1_780_272_000, size: 48_210)
    var provenance = Sample.provenance(isExercise: true)
    provenance.title = "Bansos Kabupaten Lampung Utara 2026"
    provenance.size = 48_210
    return Report(provenance: provenance, judgement: judgement, names: names)
  }

  private static var names: Names {
    var names = Names(programmes: [Sample.code("SEMBAKO"): "Program Sembako"])
    for (index, village) in villages.enumerated() { names.regions[Sample.region("18.03.07.\(2001 + index)")] = village }
    for (index, outlet) in ["Warung Bu Sri", "Toko Maju Bersama", "BUMDes Subik", "Kios Tani Jaya", "Warung Berkah"].enumerated()
    {
      names.outlets[Sample.code("EW-0\(index + 1)")] = outlet
    }
    return names
  }

  private mutating func unit(_ index: Int) -> UnitVerdicts {
    let village = Int(next(below: 12))
    let outlet = village % 5
    let worse: UInt64 = outlet == 3 ? 4 : 1
    let (entry, place) = (next(below: 48_000), Int(next(below: 200)))
    let shown = [Sample.at(entry, place), Sample.at(next(below: 48_000))]
    let rules = Sample.code("R-2026/1")
    var reasons: [Reason] = []
    if chance(20) {
      reasons = [.amountNoHandover, .qualityNoHandover, .timeNoHandover, .priceNoHandover, .adminNoHandover]
        .map { Reason(code: $0, entries: [shown[0]]) }
      if chance(600) { reasons.append(Reason(code: .targetMissed, entries: shown, value: 12, threshold: 0)) }
    } else {
      let possible: [(ReasonCode, UInt64, Int64?, Int64?)] = [
        (.targetDuplicatePerson, 9, nil, nil), (.targetDeceased, 6, 41, 0), (.targetIneligible, 12, 6, 4),
        (.amountShort, 30 * worse, 150_000, 199_000), (.amountLevied, 8 * worse, 10_000, 0),
        (.qualityPackaged, 25 * worse, nil, nil),
        (.qualityUninspected, 90, nil, nil), (.timeLate, 22, 3, 0), (.timeRecordedLate, 35 * worse, 96, 72),
        (.priceAboveCeiling, 18 * worse, 15_500, 14_000), (.priceNoReference, 60, nil, nil), (.adminEvidenceMissing, 28, 1, 2),
        (.adminDutiesNotSeparated, 7, nil, nil),
      ]
      for (code, perThousand, value, threshold) in possible where chance(perThousand) {
        reasons.append(Reason(code: code, entries: shown, value: value, threshold: threshold, rules: rules))
      }
    }
    let digits = String(100_000 + index / 2).dropFirst()
    return Sample.unit(
      "KPM-\(digits)", index % 2 == 0 ? "2026-04" : "2026-05", region: "18.03.07.\(2001 + village)", outlet: "EW-0\(outlet + 1)",
      id: UInt64(index), reasons)
  }
}
