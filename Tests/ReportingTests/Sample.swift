import Cryptography
import TransparencyLog
import Vocabulary

@testable import Compliance
@testable import Reporting

/// A small judgement made by hand: every outcome, a unit without number or place, and names that need escaping.
enum Sample {
  static func code(_ text: String) -> Code { Code(text)! }
  static func region(_ text: String) -> Region { Region(text)! }

  static func identifier(_ number: UInt64) -> Identifier {
    Identifier.make(millisecondsSince1970: 1_770_000_000_000 + number, random: (number, number))
  }

  static func at(_ position: UInt64, _ place: Int = 0) -> EventReference {
    EventReference(position: Position(position), place: place)
  }

  static func unit(
    _ number: String?, _ period: String = "2026-04", region: String? = "18.03.07.2001", outlet: String? = "EW-01",
    id: UInt64, _ reasons: [Reason]
  ) -> UnitVerdicts {
    func verdict(_ right: Right) -> RightVerdict { RightVerdict(reasons: reasons.filter { $0.code.right == right }) }
    return UnitVerdicts(
      recipient: identifier(id), number: number.map(code), programme: code("SEMBAKO"), period: code(period),
      region: region.map(Self.region), outlet: outlet.map(code), suppliers: [code("CV-TANI")], contracts: [code("K-1")],
      entitled: Rupiah(200_000), received: Rupiah(200_000),
      verdicts: SixVerdicts(
        target: verdict(.target), amount: verdict(.amount), quality: verdict(.quality), time: verdict(.time),
        price: verdict(.price), administration: verdict(.administration)),
      handovers: [at(40 + id)], entitlement: at(20, Int(id % 256)))
  }

  static var units: [UnitVerdicts] {
    let rules = code("R-2026/1")
    return [
      unit("KPM-0001", id: 1, []),
      unit(
        "KPM-0002", id: 2,
        [
          Reason(code: .amountShort, entries: [at(57, 3), at(12), at(57, 3)], value: 150_000, threshold: 199_000, rules: rules),
          Reason(code: .qualityUninspected, entries: [at(57, 3)], rules: rules),
        ]),
      unit(
        "KPM-0003", region: "18.03.07.2002", outlet: "EW-02", id: 3,
        [
          Reason(code: .targetDuplicatePerson, entries: [at(4), at(9)]),
          Reason(code: .priceAboveCeiling, entries: [at(58, 1), at(3)], value: 15_500, threshold: 14_000, rules: rules),
          Reason(code: .priceNoReference, entries: [at(58, 1)], rules: rules),
        ]),
      unit(
        "KPM-0003", "2026-05", region: "18.03.07.2002", outlet: "EW-02", id: 3,
        [Reason(code: .timeRecordedLate, entries: [at(70)], value: 96, threshold: 72, rules: rules)]),
      unit(
        nil, region: nil, outlet: nil, id: 5,
        [Reason(code: .targetUnregistered, entries: []), Reason(code: .amountNoHandover, entries: [at(20, 5)])]),
    ]
  }

  static var sums: Sums {
    func line(_ period: String, _ outlet: String?, _ amounts: [Int64]) -> Sums.Line {
      var line = Sums.Line(programme: code("SEMBAKO"), period: code(period), outlet: outlet.map(code))
      line.allocated = Rupiah(amounts[0])
      line.disbursed = Rupiah(amounts[1])
      line.delivered = Rupiah(amounts[2])
      line.handedOver = Rupiah(amounts[3])
      return line
    }
    return Sums(
      lines: [
        line("2026-04", nil, [1_000_000, 900_000, 870_500, 750_000]), line("2026-05", nil, [1_000_000, 1_100_000, 0, 0]),
      ],
      outletLines: [
        line("2026-04", "EW-01", [0, 500_000, 470_500, 350_000]), line("2026-04", "EW-02", [0, 400_000, 400_000, 400_000]),
      ],
      lots: [
        Sums.LotBalance(
          lot: code("LOT-7"), supplier: code("CV-TANI"), outlet: code("EW-02"), commodity: code("beras"), unit: .g,
          delivered: Quantity(100_000), handedOver: Quantity(112_500), delivery: at(30))
      ])
  }

  static var findings: [LedgerFinding] {
    [
      LedgerFinding(
        kind: .complaintAnswerLate, programme: code("SEMBAKO"), period: code("2026-04"), complaint: code("PGD-12"), value: 20,
        threshold: 14, rules: code("R-2026/1"), entries: [at(61)]),
      LedgerFinding(
        kind: .overDisbursed, programme: code("SEMBAKO"), period: code("2026-05"), value: 1_100_000, threshold: 1_000_000,
        entries: [at(15), at(65)]),
      LedgerFinding(
        kind: .overHandedOver, programme: code("SEMBAKO"), period: code("2026-04"), outlet: code("EW-02"), lot: code("LOT-7"),
        commodity: code("beras"), value: 112_500, threshold: 100_000, unit: .g, entries: [at(30), at(58, 1)]),
    ]
  }

  static func judgement(_ units: [UnitVerdicts] = units) -> Judgement {
    Judgement(units: units, sums: sums, findings: findings, asOf: 1_780_272_000, size: 1204)
  }

  static func provenance(isExercise: Bool = false) -> Provenance {
    Provenance(
      origin: "lampura/bansos-2026", title: "Bansos Lampung Utara <2026> & \"kawan\"", isExercise: isExercise, size: 1204,
      root: SHA256.hash([1]), checkpoint: "lampura/bansos-2026\n1204\n\(SHA256.hash([1]).base64)\n\n— lampura/bansos-2026 c2ln\n",
      stateDigest: SHA256.hash([2]), verifyCommand: "amanah verify ledger.sqlite --key lampura.vkey")
  }

  static var names: Names {
    Names(
      regions: [region("18.03.07.2001"): "Kalibening Raya", region("18.03.07.2002"): "Abung <Jayo>"],
      outlets: [code("EW-01"): "Warung Sejahtera", code("EW-02"): "Toko 'Maju' & Rekan"],
      programmes: [code("SEMBAKO"): "Program Sembako"])
  }

  static func report(isExercise: Bool = false, units: [UnitVerdicts] = units) -> Report {
    Report(provenance: provenance(isExercise: isExercise), judgement: judgement(units), names: names)
  }
}
