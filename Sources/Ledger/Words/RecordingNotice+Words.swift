public import Language
import Vocabulary

extension RecordingNotice {
  /// What to tell of it; nil of what only shows how far the work has come.
  public var words: Bilingual? {
    switch self {
    case .reading, .ready: nil
    case .snapshotNotUsed(let problem): problem.words
    case .snapshotNotKept(let error):
      Bilingual(id: "Catatan: potret keadaan tidak disimpan: ", en: "Note: no snapshot of the state was kept: ") + error.words
    case .keysDestroyedAgain(let subjects): Self.destroyed(subjects)
    case .clockAhead(let now, let last, let days):
      Bilingual(
        id: "PERINGATAN: jam mesin (\(now)) \(days) hari setelah catatan terakhir (\(last)); bila jam itu salah, "
          + "hentikan sekarang dan setel jam mesin: waktu catatan tidak dapat dimundurkan",
        en: "WARNING: the machine's clock (\(now)) is \(days) days after the last entry (\(last)); if it is wrong, "
          + "stop now and set it: times of entries cannot be put back")
    case .clockBehind(let now, let last):
      Bilingual(
        id: "PERINGATAN: jam mesin (\(now)) mundur dari catatan terakhir (\(last)); catatan baru memakai waktu yang terakhir; "
          + "setel jam mesin",
        en: "WARNING: the machine's clock (\(now)) is behind the last entry (\(last)); new entries get the time of the last; "
          + "set the clock")
    case .setClockBehind(let set, let last):
      Bilingual(
        id:
          "PERINGATAN: jam yang disetel (\(set)) mendahului catatan terakhir; catatan baru memakai waktu yang terakhir (\(last)), "
          + "sebab waktu catatan tidak pernah mundur",
        en: "WARNING: the clock that was set (\(set)) is behind the last entry; new entries get the time of the last (\(last)), "
          + "since times of entries never go back")
    }
  }
}

extension RecordingNotice {
  private static func destroyed(_ subjects: [Identifier]) -> Bilingual {
    let shown = 5
    let names = subjects.prefix(shown).map(\.description).joined(separator: ", ")
    let more = subjects.count - shown
    let rest = more > 0 ? Bilingual(id: " dan \(more) lagi", en: " and \(more) more") : Bilingual("")
    return Bilingual(
      id:
        "PERINGATAN: vault.sqlite memuat lagi kunci subjek yang menurut buku besar sudah dihapus (cadangan lama?); dimusnahkan lagi: ",
      en: "WARNING: vault.sqlite held again keys of subjects that the ledger says are erased (an old backup?); destroyed again: ")
      + Bilingual(names) + rest
      + Bilingual(id: "; musnahkan juga cadangan yang memuatnya", en: "; destroy the backups that hold them, too")
  }
}

extension SnapshotProblem {
  /// Which snapshot was passed over, and why. Not an error: the log is replayed instead.
  public var words: Bilingual {
    Bilingual(id: "Catatan: potret keadaan tidak dipakai: \(self)", en: "Note: a snapshot of the state was not used: \(self)")
  }
}
