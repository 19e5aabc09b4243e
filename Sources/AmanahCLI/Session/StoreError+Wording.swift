import Foundation
import Ledger
import LedgerStore

extension StoreError {
  /// The message in the language of this run.
  var words: String {
    switch self {
    case .missing(let path):
      say(
        "\(path): seharusnya ada basis data buku besar, ditemukan tidak ada berkas; pulihkan dari cadangan",
        "\(path): expected a ledger database, found no file; restore it from a backup")
    case .foreign(let path, let version, let found):
      say(
        "\(path): seharusnya basis data Amanah versi \(version), ditemukan berkas lain; singkirkan berkas itu dan pulihkan yang benar [\(found)]",
        "\(path): expected an Amanah database of version \(version), found another file; move it away and restore the right one [\(found)]"
      )
    case .inUse(let path):
      say(
        "\(path): program lain sedang menulis ke buku besar ini; tunggu sampai selesai, lalu ulangi",
        "\(path): another program is writing to this ledger; wait for it, and try again")
    case .notNext(let expected, let found):
      say(
        "ledger.sqlite: seharusnya menulis pada posisi \(expected), ditemukan \(found): program lain telah menulis; ulangi perintah yang sama",
        "ledger.sqlite: expected to write at position \(expected), found \(found): another program has written; give the same command again"
      )
    case .notDurable(let found):
      say(
        "basis data tidak menjamin penyimpanan; tidak ada yang dicatat; pakai SQLite dari sistem [synchronous=\(found)]",
        "the database does not flush what it writes; nothing was recorded; use the system's SQLite [synchronous=\(found)]")
    case .notAFile(let path):
      say(
        "\(path): seharusnya berkas, ditemukan yang lain, misalnya direktori atau pipa; singkirkan dan pulihkan berkas dari cadangan",
        "\(path): expected a file, found something else, such as a directory or a pipe; move it away and restore the file from a backup"
      )
    case .failed(let path, let doing, let code, let reason):
      "\(path): \(doing.words): \(Self.cause(code)) [\(reason), SQLite \(code)]"
    }
  }

  /// What SQLite's result means, and what to do.
  private static func cause(_ code: Int) -> String {
    switch code & 0xFF {
    case 13: FileReason.system(ENOSPC).words
    case 10: FileReason.system(EIO).words
    case 7: FileReason.system(ENOMEM).words
    case 8: FileReason.system(EROFS).words
    case 3, 23: FileReason.system(EACCES).words
    case 14:
      say(
        "tidak dapat dibuka; periksa izin berkas dan direktorinya, panjang nama dan banyaknya berkas terbuka, lalu ulangi",
        "it could not be opened; check the permissions of the file and its directory, the length of the name and the number of open "
          + "files, and try again")
    case 5, 6:
      say(
        "program lain sedang membaca atau menulis; tunggu sampai selesai, lalu ulangi perintah yang sama",
        "another program is reading or writing; wait for it, then give the same command again")
    case 11, 26:
      say(
        "isi berkas rusak, atau disk gagal membacanya; simpan salinan semua berkas, periksa disk, lalu ulangi; bila tetap begini, "
          + "pulihkan berkas ini dari cadangan",
        "the file's content is damaged, or the disk failed to read it; keep a copy of all files, check the disk and try again; if it "
          + "stays so, restore this file from a backup")
    case 19:
      say(
        "isinya bertentangan dengan yang sudah tercatat; jalankan amanah verify dan simpan salinan semua berkas",
        "it contradicts what is recorded already; run amanah verify and keep a copy of all files")
    default:
      say(
        "SQLite menolak; periksa disk, lalu ulangi perintah yang sama",
        "SQLite refused; check the disk, then give the same command again")
    }
  }
}

extension StoreWork {
  fileprivate var words: String {
    switch self {
    case .opening: say("membuka basis data gagal", "opening the database failed")
    case .closing: say("menutup basis data gagal", "closing the database failed")
    case .settling: say("membereskan sisa proses yang terputus gagal", "settling what an interrupted run left failed")
    case .recordingEntries:
      say("mencatat gagal, yang belum diakui tidak tercatat", "recording failed, what is not acknowledged is not recorded")
    case .keepingCheckpoint: say("menyimpan checkpoint gagal", "keeping the checkpoint failed")
    case .recordingSubjectKeys, .recordingSecret:
      say("menyimpan kunci data pribadi gagal", "keeping keys of personal data failed")
    case .erasingKey, .overwritingKey: say("memusnahkan kunci gagal, ulangi", "destroying the key failed, give the command again")
    case .readingSubjectKey, .readingSecret: say("membaca kunci data pribadi gagal", "reading keys of personal data failed")
    case .readingFlushing, .readingSize, .readingEntries, .readingLeaves, .readingTileHashes, .readingNote, .readingAuthors,
      .readingGovernance,
      .readingCheckpoint:
      say("membaca catatan gagal", "reading the entries failed")
    }
  }
}

extension FileWork {
  /// What was being done, and that it failed.
  var words: String {
    switch self {
    case .opening: say("membuka gagal", "opening failed")
    case .reading: say("membaca gagal", "reading failed")
    case .creating: say("membuat berkas gagal", "creating the file failed")
    case .writing: say("menulis gagal", "writing failed")
    case .flushing: say("memastikan tersimpan di disk gagal", "flushing to the disk failed")
    case .closing: say("menutup gagal", "closing failed")
    case .replacing: say("mengganti berkas gagal", "replacing the file failed")
    case .listing: say("membaca isi direktori gagal", "listing the directory failed")
    case .locking: say("mengunci buku besar gagal", "locking the ledger failed")
    case .makingDirectory: say("membuat direktori gagal", "making the directory failed")
    }
  }
}

extension FileReason {
  /// Why, and what to do.
  var words: String {
    switch self {
    case .system(let number): Self.words(number)
    case .notAFile:
      say(
        "seharusnya berkas, ditemukan yang lain, misalnya direktori atau pipa; singkirkan dan pulihkan berkas dari cadangan",
        "expected a file, found something else, such as a directory or a pipe; move it away and restore the file from a backup")
    case .notADirectory:
      say(
        "seharusnya direktori, ditemukan yang lain; pilih tempat lain",
        "expected a directory, found something else; choose another place")
    case .changedMeanwhile:
      say(
        "seharusnya head yang ditulis proses ini, ditemukan yang lain: program lain mengubahnya; pastikan hanya satu yang menulis, lalu ulangi",
        "expected the head that this process wrote, found another: some program changed it; make sure that only one writes, and try again"
      )
    }
  }

  private static func words(_ number: Int32) -> String {
    switch number {
    case ENOSPC, EDQUOT:
      say(
        "disk atau jatah penuh; kosongkan ruang, lalu ulangi perintah yang sama: yang sudah tercatat tidak tercatat dua kali",
        "the disk or quota is full; free space, then give the same command again: what is recorded is not recorded twice")
    case EFBIG:
      say(
        "berkas melebihi batas ukuran yang diizinkan; naikkan batasnya, lalu ulangi perintah yang sama",
        "the file exceeds the allowed size; raise the limit, then give the same command again")
    case EIO:
      say(
        "disk gagal membaca atau menulis; periksa disk, lalu ulangi perintah yang sama: yang sudah tercatat tidak tercatat dua kali",
        "the disk failed to read or write; check it, then give the same command again: what is recorded is not recorded twice")
    case EROFS:
      say(
        "berkas atau disk hanya dapat dibaca; pakai salinan di disk yang dapat ditulis, atau beri izin menulis",
        "the file or the disk can only be read; use a copy on a disk that can be written, or give permission to write")
    case EACCES, EPERM:
      say(
        "izin tidak cukup; beri pengguna ini izin atas berkas dan direktorinya, lalu ulangi",
        "permission is lacking; give this user access to the file and its directory, and try again")
    case EMFILE, ENFILE:
      say(
        "terlalu banyak berkas terbuka; naikkan batasnya (ulimit -n), lalu ulangi",
        "too many open files; raise the limit (ulimit -n), and try again")
    case ENOMEM:
      say("memori tidak cukup; hentikan program lain, lalu ulangi", "memory is short; stop other programs, and try again")
    case ENAMETOOLONG:
      say(
        "nama terlalu panjang; pilih direktori dengan nama pendek", "the name is too long; choose a directory with a short name")
    case ENOTDIR: say("sebagian jalurnya bukan direktori; periksa namanya", "a part of the path is no directory; check the name")
    case EISDIR:
      say("seharusnya berkas, ditemukan direktori; periksa namanya", "expected a file, found a directory; check the name")
    case ENOENT:
      say("tidak ada berkas atau direktori bernama ini; periksa namanya", "there is no file or directory of this name; check it")
    case EINTR: say("terputus oleh sinyal; ulangi perintah yang sama", "interrupted by a signal; give the same command again")
    default:
      say("ditolak sistem; periksa, lalu ulangi", "the system refused; check it, and try again")
        + " [\(unsafe String(cString: strerror(number)))]"
    }
  }
}
