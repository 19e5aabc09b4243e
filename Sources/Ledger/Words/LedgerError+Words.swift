public import Language
import LedgerStore

/// What an officer reads when a ledger cannot be opened, read or written: where, what was expected and found, and what to do.
/// What only a technician understands stands in square brackets.
extension LedgerError {
  /// The message.
  public var words: Bilingual {
    switch self {
    case .directory(let path, let problem): Bilingual("\(path): ") + problem.words
    case .settings(let path, let problem): Bilingual("\(path): ") + problem.words
    case .locked(let path):
      Bilingual(
        id:
          "\(path): program lain sedang menulis ke buku besar ini; tunggu sampai selesai, atau hentikan program itu, lalu ulangi",
        en: "\(path): another program is writing to this ledger; wait for it or stop it, and try again")
    case .closed:
      Bilingual(
        id: "buku besar ini sudah ditutup oleh perintah ini; ulangi perintahnya",
        en: "this command has closed the ledger already; give it again")
    case .head(let problem): problem.words
    case .readBack(let position):
      Bilingual(
        id:
          "ledger.sqlite, posisi \(position): basis data tidak mengembalikan yang baru ditulis; tidak ada yang ditandatangani atau "
          + "diakui; periksa disk, lalu ulangi perintah yang sama",
        en:
          "ledger.sqlite, position \(position): the database did not give back what was written; nothing was signed or acknowledged; "
          + "check the disk, then give the same command again")
    case .recovery(let position, let reason):
      Bilingual(
        id:
          "ledger.sqlite, posisi \(position): catatan yang ditinggalkan proses yang terputus tidak benar; tidak ada yang ditandatangani; "
          + "simpan salinan semua berkas dan tanyakan kepada auditor [\(reason)]",
        en:
          "ledger.sqlite, position \(position): an entry left by an interrupted run does not verify; nothing was signed; keep a copy of "
          + "all files and ask the auditors [\(reason)]")
    case .tables(let key): Self.tables(disagreeingAbout: key)
    case .key(let name, let problem): Bilingual(id: "kunci \(name): ", en: "key \(name): ") + problem.words
    case .vault(let problem): problem.words
    case .file(let path, let doing, let reason): Bilingual("\(path): ") + doing.words + Bilingual(": ") + reason.words
    case .store(let error): error.words
    case .log(let reason):
      Bilingual(
        id:
          "log buku besar tidak dapat dibaca atau dibuktikan; jalankan amanah verify untuk melihat di mana, dan simpan salinan semua "
          + "berkas [\(reason)]",
        en: "the ledger's log cannot be read or proven; amanah verify tells where; keep a copy of all files [\(reason)]")
    case .published(let path, let problem): Bilingual("\(path): ") + problem.words
    case .clock(let problem): problem.words
    }
  }

  private static func tables(disagreeingAbout key: String) -> Bilingual {
    Bilingual(
      id:
        "ledger.sqlite: tabel notes dan governance tidak sama dengan catatannya mengenai kunci \(key); tidak ada yang dicatat; "
        + "seseorang mengubah basis data, atau berkasnya rusak; simpan salinan semua berkas, lalu pulihkan ledger.sqlite yang terbaru",
      en:
        "ledger.sqlite: the tables notes and governance do not agree with the entries about key \(key); nothing was recorded; "
        + "somebody changed the database, or the file is damaged; keep a copy of all files, then restore the newest ledger.sqlite"
    )
  }
}

extension HeadProblem {
  /// What is wrong, and what to do.
  public var words: Bilingual {
    switch self {
    case .missing(let entries):
      Bilingual(
        id:
          "head: seharusnya ada checkpoint bertanda tangan, ditemukan tidak ada berkas, padahal basis data berisi \(entries) catatan; "
          + "pulihkan berkas head dari cadangan",
        en:
          "head: expected the signed checkpoint, found no file, but the database has \(entries) entries; restore the file head from a "
          + "backup")
    case .unreadable(let reason):
      Bilingual(
        id:
          "head: seharusnya checkpoint yang ditandatangani kunci buku besar ini, ditemukan isi lain; pulihkan berkas head dari cadangan "
          + "[\(reason)]",
        en:
          "head: expected a checkpoint signed by the ledger's key, found something else; restore the file head from a backup [\(reason)]"
      )
    case .newer(let head, let entries):
      Bilingual(
        id:
          "head lebih baru: ia menandatangani \(head) catatan, ditemukan \(entries) dalam basis data; ledger.sqlite terpotong atau "
          + "salinan lama; pulihkan yang terbaru; jangan hapus head",
        en:
          "head is newer: it signs \(head) entries, found \(entries) in the database; ledger.sqlite was cut or is an old copy; restore "
          + "the newest; do not remove head")
    case .older(let head, let newest):
      Bilingual(
        id:
          "head lebih lama: ia menandatangani \(head) catatan, basis data mengenal checkpoint \(newest); pulihkan head yang terbaru",
        en: "head is older: it signs \(head) entries, the database knows a checkpoint of \(newest); restore the newest head")
    case .different(let size):
      Bilingual(
        id:
          "head berbeda: pada ukuran \(size) catatan tidak menghasilkan akar yang ditandatangani; catatan telah diubah; jalankan amanah "
          + "verify dan simpan salinan semua berkas",
        en:
          "head is different: at size \(size) the entries do not have the signed root; they were changed; run amanah verify and keep a "
          + "copy of all files")
    }
  }
}

extension DirectoryProblem {
  /// What is wrong, and what to do.
  public var words: Bilingual {
    switch self {
    case .noLedger:
      Bilingual(
        id:
          "seharusnya buku besar dengan amanah.yaml, ditemukan tidak ada; pilih direktori dengan -L, atau buat dengan amanah init",
        en: "expected a ledger with amanah.yaml, found none; choose the directory with -L, or make one with amanah init")
    case .noSettings:
      Bilingual(
        id:
          "seharusnya amanah.yaml di samping berkas buku besar yang lain, ditemukan tidak ada; pulihkan dari cadangan; bila pembuatannya "
          + "terputus, ulangi amanah init yang sama",
        en: "expected amanah.yaml beside the other files of the ledger, found none; restore it from a backup; if amanah init was "
          + "interrupted, give the same command again")
    case .occupied:
      Bilingual(
        id:
          "seharusnya direktori tanpa buku besar, ditemukan buku besar yang lengkap (complete); pakai, atau pilih direktori lain",
        en: "expected a directory without a ledger, found a complete ledger; use it, or choose another directory")
    case .keyInUse(let name, let keyring):
      Bilingual(
        id:
          "seharusnya \(keyring) belum berisi kunci log \(name), ditemukan kunci yang sudah menandatangani riwayat lain; pulihkan buku "
          + "besar itu, atau pilih --origin yang lain",
        en:
          "expected no log key \(name) in \(keyring) yet, found one, which has signed another history; restore that ledger, or choose "
          + "another --origin")
    case .begun(let reason): reason.words
    }
  }
}

extension DirectoryProblem.BegunReason {
  /// What is wrong, and what to do.
  public var words: Bilingual {
    switch self {
    case .entries(let count):
      Bilingual(
        id:
          "seharusnya direktori tanpa buku besar, ditemukan \(count) catatan tanpa amanah.yaml; pulihkan amanah.yaml dari cadangan, atau "
          + "pilih direktori lain",
        en:
          "expected a directory without a ledger, found \(count) entries without amanah.yaml; restore amanah.yaml from a backup, or "
          + "choose another directory")
    case .other:
      Bilingual(
        id:
          "seharusnya direktori tanpa buku besar, ditemukan awal buku besar lain (asal, pembina, judul atau tujuan berbeda); ulangi "
          + "perintah yang dulu, atau pilih direktori lain",
        en:
          "expected a directory without a ledger, found the beginning of another one (other origin, governors, title or purpose); give "
          + "the former command again, or choose another directory")
    case .subjects:
      Bilingual(
        id:
          "seharusnya direktori tanpa buku besar, ditemukan vault.sqlite dengan kunci penerima; pindahkan ke tempat aman, atau pilih "
          + "direktori lain",
        en:
          "expected a directory without a ledger, found vault.sqlite with keys of recipients; move it to a safe place, or choose another "
          + "directory")
    }
  }
}

extension SettingsProblem {
  /// What is wrong, and what to do.
  public var words: Bilingual {
    let restore = Bilingual(id: "; pulihkan berkas ini dari cadangan", en: "; restore this file from a backup")
    return switch self {
    case .unreadable(let reason):
      Bilingual(
        id: "seharusnya YAML dengan version, origin, logKey, title, zone, ditemukan isi lain",
        en: "expected YAML with version, origin, logKey, title, zone, found something else") + restore + Bilingual(" [\(reason)]")
    case .version(let found):
      Bilingual(id: "seharusnya version 1, ditemukan \(found)", en: "expected version 1, found \(found)") + restore
    case .zone(let found):
      Bilingual(id: "zone: seharusnya 7, 8 atau 9, ditemukan \(found)", en: "zone: expected 7, 8 or 9, found \(found)") + restore
    case .logKey(let reason):
      Bilingual(
        id: "logKey: seharusnya kunci pemeriksa, ditemukan isi lain", en: "logKey: expected a verifier key, found something else")
        + restore
        + Bilingual(" [\(reason)]")
    case .name(let expected):
      Bilingual(
        id: "logKey: seharusnya kunci bernama \(expected), ditemukan nama lain",
        en: "logKey: expected a key named \(expected), found another")
        + restore
    }
  }
}

extension ClockProblem {
  /// What is wrong, and what to do.
  public var words: Bilingual {
    switch self {
    case .production:
      Bilingual(
        id: "jam hanya dapat disetel pada buku besar latihan; yang ini untuk kerja nyata; pakai tanpa --clock",
        en: "the clock can be set in an exercise ledger only; this one is for production; give the command without --clock")
    case .outOfRange:
      Bilingual(
        id: "jam mesin menunjukkan tahun di luar 2000 sampai 2099; setel jam mesin, lalu ulangi perintah yang sama",
        en: "the machine's clock shows a year outside 2000 to 2099; set it, then give the same command again")
    case .setOutOfRange: Bilingual(id: "waktu di luar 2000 sampai 2099", en: "a time outside 2000 to 2099")
    }
  }
}

extension PublishProblem {
  /// What is wrong, and what to do.
  public var words: Bilingual {
    switch self {
    case .otherLog:
      Bilingual(
        id: "seharusnya checkpoint lama yang ditandatangani kunci log ini, ditemukan yang lain; pilih direktori lain",
        en: "expected an earlier checkpoint signed by this log's key, found another; choose another directory")
    case .larger(let published, let size):
      Bilingual(
        id:
          "seharusnya terbitan paling banyak \(size) catatan, ditemukan \(published); buku besar ini salinan lama: pulihkan yang terbaru",
        en: "expected at most \(size) published entries, found \(published); this ledger is an old copy: restore the newest")
    case .otherHistory(let published, let size):
      Bilingual(
        id:
          "seharusnya akar buku besar ini pada \(published) catatan, ditemukan akar lain; buku besar ini (\(size) catatan) dan yang diterbitkan bercabang: bandingkan dengan amanah verify --remember, pulihkan yang benar, dan simpan keduanya",
        en:
          "expected this ledger's root at \(published) entries, found another; this ledger (\(size) entries) and the published one have diverged: compare them with amanah verify --remember, restore the right one, and keep both"
      )
    }
  }
}
