import Language

extension EventWording {
  static let service: [String: Bilingual] = [
    "complaint.answered": Bilingual(
      id: "Pengaduan {complaint} dijawab: {outcome}",
      en: "Complaint {complaint} answered: {outcome}"),
    "complaint.closed": Bilingual(
      id: "Pengaduan {complaint} selesai: {outcome}",
      en: "Complaint {complaint} closed: {outcome}"),
    "complaint.received": Bilingual(
      id:
        "Pengaduan {complaint} lewat {channel}: {category}[, penerima {recipient}][, {amount}][, outlet {outlet}][, pemasok {supplier}][, {programme}][ {period}]",
      en:
        "Complaint {complaint} by {channel}: {category}[, recipient {recipient}][, {amount}][, outlet {outlet}][, supplier {supplier}][, {programme}][ {period}]"
    ),
    "handover.corrected": Bilingual(
      id:
        "[{recipient}: ]Penyerahan diperbaiki ({reason})[, {void}]: {programme} {period} di {outlet}, {handedOverAt}[: {items}][; uang {cash}][; biaya {fee}][; diambil {collector}]",
      en:
        "[{recipient}: ]Handover corrected ({reason})[, {void}]: {programme} {period} at {outlet}, {handedOverAt}[: {items}][; cash {cash}][; fee {fee}][; collected by {collector}]"
    ),
    "handover.failed": Bilingual(
      id: "[{recipient}: ]Penyerahan {programme} {period} di {outlet} tidak jadi: {reason}",
      en: "[{recipient}: ]Handover of {programme} {period} at {outlet} did not happen: {reason}"),
    "handover.recorded": Bilingual(
      id:
        "[{recipient}: ]Penyerahan {programme} {period} di {outlet}[: {items}][; uang {cash}][; biaya {fee}][; diambil {collector}]",
      en:
        "[{recipient}: ]Handover of {programme} {period} at {outlet}[: {items}][; cash {cash}][; fee {fee}][; collected by {collector}]"
    ),
    "interview.recorded": Bilingual(
      id:
        "[{recipient}: ]Wawancara tentang {programme} {period}: {received}[, pada {receivedOn}][, {amountReceived}][, membayar {feePaid}][, mutu {quality}]",
      en:
        "[{recipient}: ]Interview about {programme} {period}: {received}[, on {receivedOn}][, {amountReceived}][, paid {feePaid}][, quality {quality}]"
    ),
  ]
}
