internal import Vocabulary

/// The words of the closed lists, Indonesian first, as docs/lists.md gives them. English words are those of the schemas.
enum Words {
  static let yesOrNo = WordTable<Bool>([
    (true, ["ya", "y", "yes", "1", "v", "x", "true"]),
    (false, ["tidak", "t", "no", "0", "false"]),
  ])

  static let profileClasses = WordTable<ProfileClass>([
    (.asn, ["asn", "pns"]),
    (.tni, ["tni"]),
    (.polri, ["polri"]),
    (.kepalaDesa, ["kepala_desa"]),
    (.perangkatDesa, ["perangkat_desa"]),
    (.pelaksanaProgram, ["pelaksana_program"]),
    (.pejabatBumn, ["pejabat_bumn"]),
  ])

  static let identityStatuses = WordTable<IdentityStatus>([
    (.nik, ["nik"]),
    (.kk, ["kk"]),
    (.none, ["tanpa", "none"]),
    (.pending, ["proses", "pending"]),
  ])

  static let registrationSources = WordTable<RecipientRegistered.Source>([
    (.dtsen, ["dtsen"]),
    (.dtks, ["dtks"]),
    (.bnba, ["bnba"]),
    (.proposal, ["usulan", "proposal"]),
    (.shelter, ["rumah_singgah", "shelter"]),
    (.other, ["lainnya", "other"]),
  ])

  static let proposalSources = WordTable<RecipientProposed.Source>([
    (.`self`, ["mandiri", "sendiri", "self"]),
    (.village, ["desa", "kelurahan", "village"]),
    (.socialWorker, ["pendamping", "tksk", "psm", "social_worker"]),
    (.shelter, ["rumah_singgah", "shelter"]),
    (.complaint, ["pengaduan", "complaint"]),
    (.other, ["lainnya", "other"]),
  ])

  static let statuses = WordTable<RecipientStatusChanged.Status>([
    (.active, ["aktif", "active"]),
    (.moved, ["pindah", "moved"]),
    (.deceased, ["meninggal", "deceased"]),
    (.graduated, ["graduasi", "graduated"]),
    (.deactivated, ["nonaktif", "deactivated"]),
  ])

  static let levels = WordTable<Level>([
    (.rt, ["rt"]),
    (.desa, ["desa", "kelurahan"]),
    (.kecamatan, ["kecamatan"]),
    (.dinas, ["dinas"]),
  ])

  static let verificationOutcomes = WordTable<VerificationRecorded.Outcome>([
    (.eligible, ["layak", "eligible"]),
    (.ineligible, ["tidak layak", "ineligible"]),
    (.deferred, ["ditunda", "deferred"]),
  ])

  static let instruments = WordTable<VerificationRecorded.Instrument>([
    (.homeVisit, ["kunjungan", "home_visit"]),
    (.deliberation, ["musyawarah", "deliberation"]),
    (.documents, ["berkas", "documents"]),
    (.survey, ["survei", "survey"]),
    (.other, ["lainnya", "other"]),
  ])

  static let eligibilityOutcomes = WordTable<EligibilityDecided.Outcome>([
    (.eligible, ["layak", "eligible"]),
    (.ineligible, ["tidak layak", "ineligible"]),
  ])

  static let methods = WordTable<ProcurementOpened.Method>([
    (.open, ["terbuka", "open"]),
    (.selective, ["terbatas", "selective"]),
    (.direct, ["langsung", "direct"]),
  ])

  static let inspectionOutcomes = WordTable<LotInspected.Outcome>([
    (.passed, ["lulus", "passed"]),
    (.failed, ["gagal", "failed"]),
  ])

  static let evidenceKinds = WordTable<EvidenceKind>([
    (.photo, ["foto", "photo"]),
    (.signature, ["tanda_tangan", "signature"]),
    (.thumbprint, ["cap_jempol", "thumbprint"]),
    (.bast, ["bast"]),
    (.receipt, ["kuitansi", "receipt"]),
    (.letter, ["surat", "letter"]),
    (.minutes, ["berita_acara", "minutes"]),
    (.card, ["kartu", "card"]),
    (.other, ["lainnya", "other"]),
  ])
}
