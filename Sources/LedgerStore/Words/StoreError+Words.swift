import Foundation
public import Language

extension StoreError {
  /// Where, what was expected and found, and what to do. What only a technician understands stands in square brackets.
  public var words: Bilingual {
    switch self {
    case .missing(let place):
      Bilingual(
        id: "\(place): seharusnya ada basis data buku besar, ditemukan tidak ada berkas; pulihkan dari cadangan",
        en: "\(place): expected a ledger database, found no file; restore it from a backup")
    case .foreign(let place, let version, let found):
      Bilingual(
        id:
          "\(place): seharusnya basis data Amanah versi \(version), ditemukan berkas lain; singkirkan berkas itu dan pulihkan yang benar [\(found)]",
        en:
          "\(place): expected an Amanah database of version \(version), found another file; move it away and restore the right one [\(found)]"
      )
    case .inUse(let place):
      Bilingual(
        id: "\(place): program lain sedang menulis ke buku besar ini; tunggu sampai selesai, lalu ulangi",
        en: "\(place): another program is writing to this ledger; wait for it, and try again")
    case .notNext(let expected, let found):
      Bilingual(
        id:
          "ledger.sqlite: seharusnya menulis pada posisi \(expected), ditemukan \(found): program lain telah menulis; ulangi perintah yang sama",
        en:
          "ledger.sqlite: expected to write at position \(expected), found \(found): another program has written; give the same command again"
      )
    case .notDurable(let found):
      Bilingual(
        id: "basis data tidak menjamin penyimpanan; tidak ada yang dicatat; pakai SQLite dari sistem [\(found)]",
        en: "the database does not flush what it writes; nothing was recorded; use the system's SQLite [\(found)]")
    case .notAFile(let place):
      Bilingual(
        id:
          "\(place): seharusnya berkas, ditemukan yang lain, misalnya direktori atau pipa; singkirkan dan pulihkan berkas dari cadangan",
        en:
          "\(place): expected a file, found something else, such as a directory or a pipe; move it away and restore the file from a backup"
      )
    case .changedMeanwhile(let place):
      Bilingual("\(place): ") + FileWork.replacing.words + Bilingual(": ") + FileReason.changedMeanwhile.words
    case .closed(let place):
      Bilingual(
        id: "\(place): sudah ditutup oleh program ini sendiri; ulangi perintah yang sama",
        en: "\(place): this program has closed it already; give the same command again")
    case .file(let place, let doing, let reason): Bilingual("\(place): ") + doing.words + Bilingual(": ") + reason.words
    case .failed(let place, let doing, let failure):
      Bilingual("\(place): ") + doing.words + Bilingual(": ") + failure.words
        + Bilingual(" [\(failure.reason), \(failure.backend) \(failure.result)]")
    }
  }
}

extension StoreFailure {
  /// What the refusal means, and what to do.
  public var words: Bilingual {
    switch cause {
    case .full: SystemError(number: ENOSPC).words
    case .inputOutput: SystemError(number: EIO).words
    case .outOfMemory: SystemError(number: ENOMEM).words
    case .readOnly: SystemError(number: EROFS).words
    case .denied: SystemError(number: EACCES).words
    case .unreachable:
      Bilingual(
        id: "tidak dapat dibuka; periksa izin berkas dan direktorinya, panjang nama dan banyaknya berkas terbuka, lalu ulangi",
        en:
          "it could not be opened; check the permissions of the file and its directory, the length of the name and the number of open "
          + "files, and try again")
    case .busy:
      Bilingual(
        id: "program lain sedang membaca atau menulis; tunggu sampai selesai, lalu ulangi perintah yang sama",
        en: "another program is reading or writing; wait for it, then give the same command again")
    case .damaged:
      Bilingual(
        id:
          "isi berkas rusak, atau disk gagal membacanya; simpan salinan semua berkas, periksa disk, lalu ulangi; bila tetap begini, "
          + "pulihkan berkas ini dari cadangan",
        en:
          "the file's content is damaged, or the disk failed to read it; keep a copy of all files, check the disk and try again; if it "
          + "stays so, restore this file from a backup")
    case .contradiction:
      Bilingual(
        id: "isinya bertentangan dengan yang sudah tercatat; jalankan amanah verify dan simpan salinan semua berkas",
        en: "it contradicts what is recorded already; run amanah verify and keep a copy of all files")
    case .other:
      Bilingual(
        id: "\(backend) menolak; periksa disk, lalu ulangi perintah yang sama",
        en: "\(backend) refused; check the disk, then give the same command again")
    }
  }
}

extension StoreWork {
  /// What was being done, and that it failed.
  public var words: Bilingual {
    switch self {
    case .opening: Bilingual(id: "membuka basis data gagal", en: "opening the database failed")
    case .closing: Bilingual(id: "menutup basis data gagal", en: "closing the database failed")
    case .recordingEntries:
      Bilingual(
        id: "mencatat gagal, yang belum diakui tidak tercatat", en: "recording failed, what is not acknowledged is not recorded")
    case .replacingHead: Bilingual(id: "mengganti head gagal", en: "replacing the head failed")
    case .keepingCheckpoint: Bilingual(id: "menyimpan checkpoint gagal", en: "keeping the checkpoint failed")
    case .recordingSubjectKeys, .recordingSecret:
      Bilingual(id: "menyimpan kunci data pribadi gagal", en: "keeping keys of personal data failed")
    case .erasingKey, .overwritingKey:
      Bilingual(id: "memusnahkan kunci gagal, ulangi", en: "destroying the key failed, give the command again")
    case .readingSubjectKey, .readingSecret:
      Bilingual(id: "membaca kunci data pribadi gagal", en: "reading keys of personal data failed")
    case .readingFlushing, .readingSize, .readingEntries, .readingLeaves, .readingTileHashes, .readingNote, .readingAuthors,
      .readingGovernance, .readingCheckpoint, .readingHead, .takingSnapshot:
      Bilingual(id: "membaca catatan gagal", en: "reading the entries failed")
    }
  }
}
