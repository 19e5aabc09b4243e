import Foundation
public import Language

/// Why the system refused to read or write: its error number (`errno`), for stores and for files alike.
public struct SystemError: Hashable, Sendable {
  public let number: Int32

  public init(number: Int32) { self.number = number }

  /// Why, and what to do.
  public var words: Bilingual {
    switch number {
    case ENOSPC, EDQUOT:
      Bilingual(
        id: "disk atau jatah penuh; kosongkan ruang, lalu ulangi perintah yang sama: yang sudah tercatat tidak tercatat dua kali",
        en: "the disk or quota is full; free space, then give the same command again: what is recorded is not recorded twice")
    case EFBIG:
      Bilingual(
        id: "berkas melebihi batas ukuran yang diizinkan; naikkan batasnya, lalu ulangi perintah yang sama",
        en: "the file exceeds the allowed size; raise the limit, then give the same command again")
    case EIO:
      Bilingual(
        id:
          "disk gagal membaca atau menulis; periksa disk, lalu ulangi perintah yang sama: yang sudah tercatat tidak tercatat dua kali",
        en: "the disk failed to read or write; check it, then give the same command again: what is recorded is not recorded twice"
      )
    case EROFS:
      Bilingual(
        id: "berkas atau disk hanya dapat dibaca; pakai salinan di disk yang dapat ditulis, atau beri izin menulis",
        en: "the file or the disk can only be read; use a copy on a disk that can be written, or give permission to write")
    case EACCES, EPERM:
      Bilingual(
        id: "izin tidak cukup; beri pengguna ini izin atas berkas dan direktorinya, lalu ulangi",
        en: "permission is lacking; give this user access to the file and its directory, and try again")
    case EMFILE, ENFILE:
      Bilingual(
        id: "terlalu banyak berkas terbuka; naikkan batasnya (ulimit -n), lalu ulangi",
        en: "too many open files; raise the limit (ulimit -n), and try again")
    case ENOMEM:
      Bilingual(
        id: "memori tidak cukup; hentikan program lain, lalu ulangi", en: "memory is short; stop other programs, and try again")
    case ENAMETOOLONG:
      Bilingual(
        id: "nama terlalu panjang; pilih direktori dengan nama pendek",
        en: "the name is too long; choose a directory with a short name")
    case ENOTDIR:
      Bilingual(
        id: "sebagian jalurnya bukan direktori; periksa namanya", en: "a part of the path is no directory; check the name")
    case EISDIR:
      Bilingual(
        id: "seharusnya berkas, ditemukan direktori; periksa namanya", en: "expected a file, found a directory; check the name")
    case ENOENT:
      Bilingual(
        id: "tidak ada berkas atau direktori bernama ini; periksa namanya",
        en: "there is no file or directory of this name; check it")
    case EINTR:
      Bilingual(id: "terputus oleh sinyal; ulangi perintah yang sama", en: "interrupted by a signal; give the same command again")
    default: Self.other(number)
    }
  }

  /// What the system itself says of an error that has no words of ours.
  private static func other(_ number: Int32) -> Bilingual {
    Bilingual(id: "ditolak sistem; periksa, lalu ulangi", en: "the system refused; check it, and try again")
      + Bilingual(" [\(unsafe String(cString: strerror(number)))]")
  }
}
