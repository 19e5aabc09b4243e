import Admission
import Cryptography
import Language
import Ledger
import TransparencyLog
import Vocabulary

/// What `amanah verify` prints for people.
struct VerifyText {
  let report: AuditReport
  let log: LogSource
  let took: Duration

  func print(_ console: Console) {
    guard report.isIntact, let checkpoint = report.checkpoint?.checkpoint else {
      console.print(
        Bilingual(
          id: "TIDAK BENAR  \(report.entries) catatan pertama benar", en: "NOT OK  the first \(report.entries) entries are right")
      )
      return console.print(Bilingual(id: "  dibaca        \(log.name.id)", en: "  read          \(log.name.en)"))
    }
    console.print(Bilingual(id: "BENAR  \(log.key.name)", en: "OK  \(log.key.name)"))
    console.print(Bilingual(id: "  dibaca        \(log.name.id)", en: "  read          \(log.name.en)"))
    console.print(Bilingual(id: "  catatan       \(report.entries)", en: "  entries       \(report.entries)"))
    console.print(Bilingual(id: "  peristiwa     \(report.events)", en: "  events        \(report.events)"))
    console.print(Bilingual(id: "  tanda tangan  \(report.signatures)", en: "  signatures    \(report.signatures)"))
    console.print(Bilingual(id: "  kunci         \(report.keys)", en: "  keys          \(report.keys)"))
    if report.attestations > 0 {
      console.print(Bilingual(id: "  pengesahan    \(report.attestations)", en: "  attestations  \(report.attestations)"))
    }
    console.print(Bilingual(id: "  akar          \(checkpoint.root)", en: "  root          \(checkpoint.root)"))
    if let last = report.lastRecordedAt { console.print(Bilingual(id: "  terakhir      \(last)", en: "  last recorded \(last)")) }
    if let extends = report.extends {
      console.print(
        Bilingual(id: "  melanjutkan checkpoint Anda pada ukuran \(extends)", en: "  extends your checkpoint of size \(extends)"))
    }
    let seconds = Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18
    console.print(Bilingual(id: "  waktu         \(Int(seconds * 1000)) ms", en: "  took          \(Int(seconds * 1000)) ms"))
  }
}

/// What `amanah verify --json` prints.
struct VerifyRecord: Encodable {
  struct Finding: Encodable {
    let code: String
    let position: UInt64?
    let message: String
    /// What to do, where that follows from what was read.
    let advice: String?
  }
  let ok: Bool
  /// What was read: a database or published files.
  let source: LogSource.Kind
  let size: UInt64?
  let root: String?
  let entries: UInt64
  let events: UInt64
  let signatures: UInt64
  let keys: Int
  let attestations: Int
  let lastRecordedAt: String?
  let finding: Finding?

  init(_ report: AuditReport, source: LogSource.Kind, advice: String?) {
    ok = report.isIntact
    self.source = source
    size = report.size?.rawValue
    root = report.root?.base64
    entries = report.entries.rawValue
    events = report.events
    signatures = report.signatures
    keys = report.keys
    attestations = report.attestations
    lastRecordedAt = report.lastRecordedAt?.description
    finding = report.finding.map {
      Finding(code: $0.code.rawValue, position: $0.position?.rawValue, message: $0.message, advice: advice)
    }
  }
}
