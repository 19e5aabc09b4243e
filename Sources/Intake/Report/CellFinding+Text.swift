extension CellFinding {
  /// A noun phrase for a person, such as "15 digits". Repeats nothing of the content.
  public func text(_ language: IntakeLanguage) -> String {
    numbers(language) ?? dates(language) ?? references(language) ?? bytes(language)
  }

  private func numbers(_ language: IntakeLanguage) -> String? {
    switch self {
    case .missing: language.pick("kosong", "nothing")
    case .text(let count): language.pick("teks \(count) huruf", "text of \(count) characters")
    case .digits(let count): language.pick("\(count) angka", "\(count) digits")
    case .roundedNumber:
      language.pick(
        "angka seperti 1,8E+15 yang sudah dibulatkan lembar kerja: ambil lagi dari sumbernya sebagai teks",
        "a number such as 1.8E+15 that a spreadsheet has rounded: take it again from its source, as text")
    case .fraction: language.pick("pecahan", "a fraction")
    case .ambiguousNumber:
      language.pick(
        "angka yang bisa berarti ribuan atau pecahan: tulis 1500 kg atau 1,5 kg",
        "a number that could mean thousands or a fraction: write 1500 kg or 1,5 kg")
    case .negative: language.pick("angka negatif", "a negative number")
    case .tooLarge: language.pick("terlalu besar atau panjang", "something too large or too long")
    case .tooMany(let count): language.pick("\(count), terlalu banyak", "\(count), which is too many")
    case .repeated: language.pick("isi yang berulang", "the same thing twice")
    case .noUnit: language.pick("angka tanpa satuan", "a number without a unit")
    case .unknownUnit: language.pick("satuan yang tidak dikenal", "an unknown unit")
    case .noPrice: language.pick("barang tanpa @harga", "goods without @price")
    case .unwantedDetail: language.pick("harga atau lot yang tidak perlu", "a price or a lot that does not belong there")
    default: nil
    }
  }

  private func dates(_ language: IntakeLanguage) -> String? {
    switch self {
    case .spreadsheetDay:
      language.pick(
        "angka hari lembar kerja: format sel sebagai tanggal", "a spreadsheet's day number: format the cell as a date")
    case .noSuchDay:
      language.pick(
        "tanggal yang tidak ada di kalender; tulis hari dahulu, lalu bulan",
        "a day that does not exist; the day comes before the month")
    case .noSuchTime: language.pick("jam yang tidak ada", "a time that does not exist")
    case .yearOfTwoDigits: language.pick("tahun dua angka", "a year of two digits")
    case .yearOutOfRange: language.pick("tahun di luar jangkauan", "a year out of range")
    case .otherOffset: language.pick("zona selain WIB, WITA, WIT", "a zone other than WIB, WITA, WIT")
    case .noLater: language.pick("waktu yang tidak sesudahnya", "a time that is not after it")
    case .twoTimes: language.pick("dua jam yang berbeda", "two different times")
    default: nil
    }
  }

  private func references(_ language: IntakeLanguage) -> String? {
    switch self {
    case .nobody: language.pick("tidak ada yang cocok", "nobody whom the ledger knows")
    case .severalPersons(let count): language.pick("\(count) peserta atau lebih", "\(count) recipients or more")
    case .anotherPerson: language.pick("orang lain", "another person")
    case .identifierOfRecorded(let position, let place):
      language.pick(
        "id peristiwa lain, yang tercatat di \(position).\(place)",
        "the id of another event, which is recorded at \(position).\(place)")
    case .identifierOfRow(let row): language.pick("id peristiwa lain, di baris \(row)", "the id of another event, in row \(row)")
    case .something: language.pick("ada isinya", "a value")
    case .refusedEvent(let error): language.pick("bukan peristiwa", "no event") + ": \(error.text(language))"
    default: nil
    }
  }

  private func bytes(_ language: IntakeLanguage) -> String {
    switch self {
    case .cells(let count): language.pick("\(count) sel", "\(count) cells")
    case .notUTF8(let cell):
      language.pick(
        "huruf bukan UTF-8 di sel \(cell), agaknya Windows-1252: simpan sebagai \"CSV UTF-8\"",
        "bytes that are not UTF-8 in cell \(cell), most likely Windows-1252: save as \"CSV UTF-8\"")
    case .utf16: language.pick("UTF-16: simpan sebagai \"CSV UTF-8\"", "UTF-16: save as \"CSV UTF-8\"")
    case .workbook: language.pick("buku kerja: simpan sebagai \"CSV UTF-8\"", "a workbook: save as \"CSV UTF-8\"")
    case .openQuote:
      language.pick(
        "tanda kutip terbuka; sesudahnya tidak terbaca", "a quote that stays open; nothing behind it could be read")
    case .textAfterQuote(let cell): language.pick("teks sesudah kutip di sel \(cell)", "text after the quote in cell \(cell)")
    case .controlCharacter: language.pick("huruf kendali", "a control character")
    default: language.pick("lebih panjang", "more")
    }
  }
}
