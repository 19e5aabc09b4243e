import Foundation
import TestSupport

/// Five families of one village, written by hand, with what goes wrong for some of them.
enum TinyDistrict {
  static let origin = "bansos.example/kecil"
  /// The instant of judgement.
  static let asOf = "2026-02-20T12:00:00+07:00"
  /// What must never be printed, except by `disclose`.
  static let personal = [
    "Siti", "Kosasih", "Wahyuni", "Slamet", "Mardiana", "1803075001700001", "1803070101050001", "081200000001", "Melati",
  ]

  static let files: [String: String] = [
    "sandi.txt": "kata sandi latihan\n",
    "sandi-salah.txt": "bukan itu\n",
    "kunci.csv": """
    kunci,pemegang,peran,wilayah,program,mulai
    manajer-1,P-002,pengelola_program,18.03,,2026-01-01
    pendaftar-1,P-003,pendaftar,18.03.07,,2026-01-01
    rt-1,P-004,verifikator_rt,18.03.07.2004,,2026-01-01
    penyalur-1,P-005,penyalur,18.03.07,SEMBAKO,2026-01-01
    auditor-1,P-006,auditor,,,2026-01-01
    operator-1,P-007,operator,,,2026-01-01

    """,
    "program.jsonl": #"""
    {"type":"programme.declared","at":"2026-01-02T09:00:00+07:00","data":{"programme":"SEMBAKO","name":"Program Sembako","kind":"food","region":"18.03"}}
    {"type":"rules.published","at":"2026-01-02T09:00:00+07:00","data":{"programme":"SEMBAKO","version":"1","validFrom":"2026-01-01","region":"18.03","legalBasis":"Bahan latihan","amountTolerance":50,"requiredLevels":["rt"],"staleAfter":183,"maximumDecile":5,"excludedClasses":["asn"],"onePerFamily":true,"deathGrace":0,"recordWithin":240,"commodities":[],"requiredGroups":[],"packagedForbidden":false,"ceilings":[],"referenceTolerance":1000,"valueTolerance":1000,"requiredEvidence":[],"separateDuties":true,"forbiddenOwners":["asn"],"selectionSigners":1,"answerWithin":14,"closeWithin":60}}
    {"type":"period.opened","at":"2026-01-02T09:00:00+07:00","data":{"programme":"SEMBAKO","period":"2026-02","from":"2026-02-08","until":"2026-02-15","region":"18.03"}}

    """#,
    "bnba.csv": """
    no_peserta;nik;no_kk;nama;alamat;telepon;kode_desa;desil;status_identitas;tanggal
    KCL-001;1803075001700001;1803070101050001;Siti Aminah;Jl. Melati 3;081200000001;18.03.07.2004;2;nik;05/01/2026
    KCL-002;1803071202650002;1803070101050002;Kosasih;Jl. Kenanga 4;;18.03.07.2004;3;nik;05/01/2026
    KCL-003;1803075503800003;1803070101050003;Wahyuni;Jl. Mawar 5;;18.03.07.2004;8;nik;05/01/2026
    KCL-004;1803070704550004;1803070101050004;Slamet;Jl. Dahlia 6;;18.03.07.2004;1;nik;05/01/2026
    KCL-005;;;Mardiana;Tanpa rumah tetap;;18.03.07.2004;1;tanpa;05/01/2026

    """,
    "verval.csv": """
    no_peserta,tingkat,hasil,cara,tanggal
    KCL-001,rt,layak,kunjungan,2026-01-10
    KCL-002,rt,layak,kunjungan,2026-01-10
    KCL-003,rt,layak,kunjungan,2026-01-10
    KCL-004,rt,layak,kunjungan,2026-01-11
    KCL-005,rt,layak,kunjungan,2026-01-11

    """,
    "ewarong.csv": """
    kode_outlet,nama,kode_wilayah,program,tanggal
    EW-1,E-Warong Latihan,18.03.07.2004,SEMBAKO,2026-01-12

    """,
    "hak.csv": """
    no_peserta,program,periode,kode_outlet,nilai,tanggal
    KCL-001,SEMBAKO,2026-02,EW-1,Rp200.000,2026-02-01
    KCL-002,SEMBAKO,2026-02,EW-1,Rp200.000,2026-02-01
    KCL-003,SEMBAKO,2026-02,EW-1,Rp200.000,2026-02-01
    KCL-004,SEMBAKO,2026-02,EW-1,Rp200.000,2026-02-01
    KCL-005,SEMBAKO,2026-02,EW-1,Rp200.000,2026-02-01

    """,
    // One in order, one short with a fee, one of a family that is not poor, one too late; the fifth is never served.
    "salur.csv": """
    no_peserta,program,periode,kode_outlet,tanggal,pengambil,tunai,potongan
    KCL-001,SEMBAKO,2026-02,EW-1,2026-02-09 09:00,sendiri,200.000,
    KCL-002,SEMBAKO,2026-02,EW-1,2026-02-09 09:10,sendiri,190.000,10.000
    KCL-003,SEMBAKO,2026-02,EW-1,2026-02-09 09:20,sendiri,200.000,
    KCL-004,SEMBAKO,2026-02,EW-1,2026-02-16 09:30,sendiri,200.000,

    """,
    "salur-salah.csv": """
    no_peserta,program,periode,kode_outlet,tanggal,pengambil,tunai,catatan
    KCL-005,SEMBAKO,2026-02,EW-1,46062,sendiri,200.000,Mardiana
    KCL-099,SEMBAKO,2026-02,EW-1,2026-02-10,sendiri,dua ratus ribu,-
    KCL-005,SEMBAKO,2026-02,EW-1,2026-02-10,tetangga,1803075001700001,-
    KCL-005,SEMBAKO,2026-02,EW-1,2026-02-10,sendiri,200.000,-

    """,
    "rencana.csv": """
    daftar,berkas,petugas,waktu_catat
    keys,kunci.csv,pembina-1,2026-01-02T08:30:00+07:00
    events,program.jsonl,manajer-1,2026-01-02T09:30:00+07:00
    registrations,bnba.csv,pendaftar-1,2026-01-05T15:00:00+07:00
    verifications,verval.csv,rt-1,2026-01-11T15:00:00+07:00
    outlets,ewarong.csv,manajer-1,2026-01-12T15:00:00+07:00
    entitlements,hak.csv,manajer-1,2026-02-01T15:00:00+07:00
    handovers,salur.csv,penyalur-1,2026-02-16T15:00:00+07:00

    """,
  ]

  /// A directory with the lists, removed with the others when the tests end.
  static func folder() throws -> String {
    let folder = try ScratchFolder.make()
    for (name, text) in files { try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)")) }
    return folder
  }

  /// The arguments of `amanah init` for this district.
  static let creation = [
    "init", "ledger", "--origin", origin, "--title", "Latihan Kecil", "--governor", "pembina-1=P-001", "--exercise", "--clock",
    "2026-01-02T08:00:00+07:00", "--passphrase-file", "sandi.txt",
  ]

  /// Made once: a ledger with everything imported. Tests work on copies.
  private static let prepared = Result { () throws -> String in
    let folder = try Self.folder()
    let plan = ["import", "--plan", "rencana.csv", "-L", "ledger", "--passphrase-file", "sandi.txt"]
    for arguments in [creation, plan] {
      let outcome = try Tool.run(arguments, in: folder)
      guard outcome.status == 0 else { throw Tool.Failure(description: "\(arguments[0]): \(outcome.errors)") }
    }
    return folder
  }

  /// A directory of one's own with the lists and the imported ledger in `ledger`.
  static func recorded() throws -> String {
    let copy = try ScratchFolder.make() + "/district"
    try FileManager.default.copyItem(atPath: try prepared.get(), toPath: copy)
    return copy
  }

  /// The log's verifier key of the ledger in `folder`.
  static func key(in folder: String) throws -> String {
    let settings = try String(contentsOfFile: folder + "/ledger/amanah.yaml", encoding: .utf8)
    guard let key = settings.firstMatch(of: /logKey: '?([^'\n]+)/)?.output.1 else {
      throw Tool.Failure(description: "amanah.yaml has no logKey")
    }
    return String(key)
  }
}
