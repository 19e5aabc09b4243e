internal import Vocabulary

/// Whether aid was handed over or only tried to be.
enum HandoverOutcome: Hashable, Sendable {
  case handedOver
  case failed
}

extension Words {
  static let handoverOutcomes = WordTable<HandoverOutcome>([
    (.handedOver, ["berhasil", "done", "success"]),
    (.failed, ["gagal", "failed"]),
  ])

  static let failureReasons = WordTable<HandoverFailed.Reason>([
    (.absent, ["tidak hadir", "absent"]),
    (.refused, ["menolak", "refused"]),
    (.noStock, ["stok habis", "no_stock"]),
    (.systemDown, ["sistem", "system_down"]),
    (.cardProblem, ["kartu", "card_problem"]),
    (.identityNotMatched, ["identitas", "identity_not_matched"]),
    (.other, ["lainnya", "other"]),
  ])

  static let collectors = WordTable<Collector>([
    (.`self`, ["sendiri", "self"]),
    (.proxy, ["wakil", "proxy"]),
    (.heir, ["ahli_waris", "heir"]),
    (.official, ["petugas", "official"]),
    (.other, ["lainnya", "other"]),
  ])

  static let channels = WordTable<ComplaintReceived.Channel>([
    (.inPerson, ["langsung", "in_person"]),
    (.phone, ["telepon", "phone"]),
    (.whatsapp, ["whatsapp", "wa"]),
    (.email, ["email"]),
    (.socialMedia, ["medsos", "social_media"]),
    (.lapor, ["lapor"]),
    (.ombudsman, ["ombudsman"]),
    (.other, ["lainnya", "other"]),
  ])

  static let categories = WordTable<ComplaintReceived.Category>([
    (.levy, ["pungutan", "levy"]),
    (.short, ["kurang", "short"]),
    (.quality, ["mutu", "quality"]),
    (.notReceived, ["tidak_terima", "not_received"]),
    (.late, ["terlambat", "late"]),
    (.price, ["harga", "price"]),
    (.excluded, ["tidak_terdaftar", "excluded"]),
    (.conduct, ["perilaku", "conduct"]),
    (.data, ["data"]),
    (.other, ["lainnya", "other"]),
  ])

  static let answers = WordTable<ComplaintAnswered.Outcome>([
    (.upheld, ["terbukti", "upheld"]),
    (.partlyUpheld, ["sebagian", "partly_upheld"]),
    (.unfounded, ["tidak_terbukti", "unfounded"]),
    (.referred, ["diteruskan", "referred"]),
  ])

  static let closings = WordTable<ComplaintClosed.Outcome>([
    (.upheld, ["terbukti", "upheld"]),
    (.partlyUpheld, ["sebagian", "partly_upheld"]),
    (.unfounded, ["tidak_terbukti", "unfounded"]),
    (.withdrawn, ["dicabut", "withdrawn"]),
  ])

  static let qualities = WordTable<InterviewRecorded.Quality>([
    (.good, ["baik", "good"]),
    (.bad, ["buruk", "bad"]),
  ])

  static let relations = WordTable<ConflictDeclared.Relation>([
    (.owner, ["pemilik", "owner"]),
    (.manager, ["pengurus", "manager"]),
    (.employee, ["karyawan", "employee"]),
    (.kin, ["keluarga", "kin"]),
    (.lender, ["pemberi_pinjaman", "lender"]),
  ])

  static let roles = WordTable<Role>([
    (.governor, ["governor", "pembina", "pengarah"]),
    (.programmeManager, ["programmeManager", "pengelola_program"]),
    (.registrar, ["registrar", "pendaftar"]),
    (.verifierRt, ["verifierRt", "verifikator_rt"]),
    (.verifierDesa, ["verifierDesa", "verifikator_desa"]),
    (.verifierKecamatan, ["verifierKecamatan", "verifikator_kecamatan"]),
    (.verifierDinas, ["verifierDinas", "verifikator_dinas"]),
    (.procurementCommittee, ["procurementCommittee", "panitia_pengadaan"]),
    (.supplier, ["supplier", "pemasok"]),
    (.inspector, ["inspector", "pemeriksa"]),
    (.distributor, ["distributor", "penyalur"]),
    (.complaintOfficer, ["complaintOfficer", "petugas_pengaduan"]),
    (.monitor, ["monitor", "pemantau"]),
    (.auditor, ["auditor"]),
    (.operator, ["operator"]),
  ])
}
