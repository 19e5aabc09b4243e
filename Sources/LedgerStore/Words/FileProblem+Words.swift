public import Language

extension FileWork {
  /// What was being done, and that it failed.
  public var words: Bilingual {
    switch self {
    case .opening: Bilingual(id: "membuka gagal", en: "opening failed")
    case .reading: Bilingual(id: "membaca gagal", en: "reading failed")
    case .creating: Bilingual(id: "membuat berkas gagal", en: "creating the file failed")
    case .writing: Bilingual(id: "menulis gagal", en: "writing failed")
    case .flushing: Bilingual(id: "memastikan tersimpan di disk gagal", en: "flushing to the disk failed")
    case .closing: Bilingual(id: "menutup gagal", en: "closing failed")
    case .replacing: Bilingual(id: "mengganti berkas gagal", en: "replacing the file failed")
    case .listing: Bilingual(id: "membaca isi direktori gagal", en: "listing the directory failed")
    case .locking: Bilingual(id: "mengunci buku besar gagal", en: "locking the ledger failed")
    case .makingDirectory: Bilingual(id: "membuat direktori gagal", en: "making the directory failed")
    }
  }
}

extension FileReason {
  /// Why, and what to do.
  public var words: Bilingual {
    switch self {
    case .system(let number): SystemError(number: number).words
    case .notAFile:
      Bilingual(
        id: "seharusnya berkas, ditemukan yang lain, misalnya direktori atau pipa; singkirkan dan pulihkan berkas dari cadangan",
        en:
          "expected a file, found something else, such as a directory or a pipe; move it away and restore the file from a backup")
    case .notADirectory:
      Bilingual(
        id: "seharusnya direktori, ditemukan yang lain; pilih tempat lain",
        en: "expected a directory, found something else; choose another place")
    case .changedMeanwhile:
      Bilingual(
        id:
          "seharusnya head yang ditulis proses ini, ditemukan yang lain: program lain mengubahnya; pastikan hanya satu yang menulis, lalu ulangi",
        en:
          "expected the head that this process wrote, found another: some program changed it; make sure that only one writes, and try again"
      )
    }
  }
}
