public import Language

extension CellFinding {
  /// A noun phrase for a person, such as "15 digits". Repeats nothing of the content.
  public var words: Bilingual {
    numbers ?? dates ?? references ?? bytes
  }

  private var numbers: Bilingual? {
    switch self {
    case .missing: Bilingual(id: "kosong", en: "nothing")
    case .text(let count): Bilingual(id: "teks \(count) huruf", en: "text of \(count) characters")
    case .digits(let count): Bilingual(id: "\(count) angka", en: "\(count) digits")
    case .roundedNumber:
      Bilingual(
        id: "angka seperti 1,8E+15 yang sudah dibulatkan lembar kerja: ambil lagi dari sumbernya sebagai teks",
        en: "a number such as 1.8E+15 that a spreadsheet has rounded: take it again from its source, as text")
    case .fraction: Bilingual(id: "pecahan", en: "a fraction")
    case .ambiguousNumber:
      Bilingual(
        id: "angka yang bisa berarti ribuan atau pecahan: tulis 1500 kg atau 1,5 kg",
        en: "a number that could mean thousands or a fraction: write 1500 kg or 1,5 kg")
    case .negative: Bilingual(id: "angka negatif", en: "a negative number")
    case .tooLarge: Bilingual(id: "terlalu besar atau panjang", en: "something too large or too long")
    case .tooMany(let count): Bilingual(id: "\(count), terlalu banyak", en: "\(count), which is too many")
    case .repeated: Bilingual(id: "isi yang berulang", en: "the same thing twice")
    case .noUnit: Bilingual(id: "angka tanpa satuan", en: "a number without a unit")
    case .unknownUnit: Bilingual(id: "satuan yang tidak dikenal", en: "an unknown unit")
    case .noPrice: Bilingual(id: "barang tanpa @harga", en: "goods without @price")
    case .unwantedDetail: Bilingual(id: "harga atau lot yang tidak perlu", en: "a price or a lot that does not belong there")
    default: nil
    }
  }

  private var dates: Bilingual? {
    switch self {
    case .spreadsheetDay:
      Bilingual(
        id: "angka hari lembar kerja: format sel sebagai tanggal", en: "a spreadsheet's day number: format the cell as a date")
    case .noSuchDay:
      Bilingual(
        id: "tanggal yang tidak ada di kalender; tulis hari dahulu, lalu bulan",
        en: "a day that does not exist; the day comes before the month")
    case .noSuchTime: Bilingual(id: "jam yang tidak ada", en: "a time that does not exist")
    case .yearOfTwoDigits: Bilingual(id: "tahun dua angka", en: "a year of two digits")
    case .yearOutOfRange: Bilingual(id: "tahun di luar jangkauan", en: "a year out of range")
    case .otherOffset: Bilingual(id: "zona selain WIB, WITA, WIT", en: "a zone other than WIB, WITA, WIT")
    case .noLater: Bilingual(id: "waktu yang tidak sesudahnya", en: "a time that is not after it")
    case .twoTimes: Bilingual(id: "dua jam yang berbeda", en: "two different times")
    default: nil
    }
  }

  private var references: Bilingual? {
    switch self {
    case .nobody: Bilingual(id: "tidak ada yang cocok", en: "nobody whom the ledger knows")
    case .severalPersons(let count): Bilingual(id: "\(count) peserta atau lebih", en: "\(count) recipients or more")
    case .anotherPerson: Bilingual(id: "orang lain", en: "another person")
    case .identifierOfRecorded(let position, let place):
      Bilingual(
        id: "id peristiwa lain, yang tercatat di \(position).\(place)",
        en: "the id of another event, which is recorded at \(position).\(place)")
    case .identifierOfRow(let row):
      Bilingual(id: "id peristiwa lain, di baris \(row)", en: "the id of another event, in row \(row)")
    case .something: Bilingual(id: "ada isinya", en: "a value")
    case .refusedEvent(let error): Bilingual(id: "bukan peristiwa", en: "no event") + Bilingual(": ") + error.words
    default: nil
    }
  }

  private var bytes: Bilingual {
    switch self {
    case .cells(let count): Bilingual(id: "\(count) sel", en: "\(count) cells")
    case .notUTF8(let cell):
      Bilingual(
        id: "huruf bukan UTF-8 di sel \(cell), agaknya Windows-1252: simpan sebagai \"CSV UTF-8\"",
        en: "bytes that are not UTF-8 in cell \(cell), most likely Windows-1252: save as \"CSV UTF-8\"")
    case .utf16: Bilingual(id: "UTF-16: simpan sebagai \"CSV UTF-8\"", en: "UTF-16: save as \"CSV UTF-8\"")
    case .workbook: Bilingual(id: "buku kerja: simpan sebagai \"CSV UTF-8\"", en: "a workbook: save as \"CSV UTF-8\"")
    case .openQuote:
      Bilingual(
        id: "tanda kutip terbuka; sesudahnya tidak terbaca", en: "a quote that stays open; nothing behind it could be read")
    case .textAfterQuote(let cell): Bilingual(id: "teks sesudah kutip di sel \(cell)", en: "text after the quote in cell \(cell)")
    case .controlCharacter: Bilingual(id: "huruf kendali", en: "a control character")
    default: Bilingual(id: "lebih panjang", en: "more")
    }
  }
}
