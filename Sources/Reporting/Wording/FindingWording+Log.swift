import Admission
internal import Compliance
import Language

extension FindingWording {
  /// Of stored and published entries and tiles.
  static let entries: [FindingCode: Bilingual] = [
    .entryMissing: Bilingual(
      id: "Catatan yang seharusnya ada sudah tidak ada.",
      en: "An entry that must be there is gone."),
    .entryLeaf: Bilingual(
      id: "Catatan ini bukan yang dahulu dicatat: isinya atau hash-nya diubah.",
      en: "This entry is not what was recorded: its content or its hash was changed."),
    .entryMalformed: Bilingual(
      id: "Catatan ini tidak utuh.",
      en: "The entry is not whole."),
    .entryPosition: Bilingual(
      id: "Catatan ini berada di tempat catatan lain: catatan dipindahkan, disisipkan, atau dihapus.",
      en: "The entry is in another's place: entries were moved, inserted or deleted."),
    .entryPrevious: Bilingual(
      id: "Catatan ini tidak menyambung pada catatan sebelumnya: rangkaiannya diputus.",
      en: "The entry does not continue the one before it: the chain was cut."),
    .entryRecordedAt: Bilingual(
      id: "Waktu catatan ini mundur.",
      en: "The time of this entry goes back."),
    .entryBeyondCheckpoint: Bilingual(
      id: "Ada catatan yang belum ditandatangani buku besar: pencatatan terputus, atau ada yang menambahkannya.",
      en: "There are entries that the ledger has not signed for: recording was interrupted, or somebody added them."),
    .bundleMalformed: Bilingual(
      id: "Berkas catatan dalam terbitan ini rusak.",
      en: "This file of published entries is damaged."),
    .tileMissing: Bilingual(
      id: "Terbitan atau basis data ini tidak lengkap: ada hash yang hilang.",
      en: "The published files or the database are incomplete: hashes are missing."),
    .tileMalformed: Bilingual(
      id: "Berkas atau baris hash ini rusak.",
      en: "This file or row of hashes is damaged."),
    .tileHash: Bilingual(
      id: "Hash yang tersimpan tidak cocok dengan catatannya: salah satunya diubah.",
      en: "A stored hash does not fit the entries: one of them was changed."),
  ]

  /// Of checkpoints, attestations and receipts.
  static let checkpoints: [FindingCode: Bilingual] = [
    .checkpointMalformed: Bilingual(
      id: "Checkpoint tidak ada atau rusak.",
      en: "The checkpoint is missing or damaged."),
    .checkpointSignature: Bilingual(
      id: "Checkpoint tidak ditandatangani kunci log yang Anda percayai.",
      en: "The checkpoint is not signed by the log key that you trust."),
    .checkpointOrigin: Bilingual(
      id: "Checkpoint ini dari log lain.",
      en: "The checkpoint is another log's."),
    .checkpointRollback: Bilingual(
      id: "Log ini lebih pendek daripada yang pernah Anda lihat: catatan dihilangkan, atau ini salinan lama.",
      en: "The log is shorter than you saw it before: entries were removed, or this is an old copy."),
    .checkpointInconsistent: Bilingual(
      id: "Log ini bukan kelanjutan dari yang pernah Anda lihat: riwayatnya ditulis ulang.",
      en: "The log does not continue what you saw before: its history was rewritten."),
    .checkpointRoot: Bilingual(
      id: "Catatan yang ada bukan yang ditandatangani checkpoint.",
      en: "The entries are not those that the checkpoint was signed for."),
    .attestationDigest: Bilingual(
      id: "Keadaan yang disahkan bukan yang mengikuti dari catatannya.",
      en: "The attested state is not what follows from the entries."),
    .proofMalformed: Bilingual(
      id: "Tanda bukti ini rusak.",
      en: "The receipt is damaged."),
    .proofInclusion: Bilingual(
      id: "Tanda bukti ini tidak membuktikan catatan itu: catatannya lain, atau bukan dari log ini.",
      en: "The receipt does not prove this entry: it is another entry, or not of this log."),
  ]
}
