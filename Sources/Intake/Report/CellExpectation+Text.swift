extension CellExpectation {
  /// A noun phrase for a person, such as "16 digits".
  public func text(_ language: IntakeLanguage) -> String {
    values(language) ?? references(language) ?? shapes(language)
  }

  /// What a cell holds.
  private func values(_ language: IntakeLanguage) -> String? {
    switch self {
    case .date: language.pick("tanggal seperti 15/01/2026", "a date such as 15/01/2026, the day first")
    case .dateAndTime:
      language.pick(
        "tanggal seperti 15/01/2026, boleh dengan jam", "a date such as 15/01/2026, the day first, perhaps with a time")
    case .time: language.pick("jam seperti 09:30", "a time such as 09:30")
    case .money: language.pick("rupiah bulat seperti 150.000", "whole rupiah such as 150.000")
    case .quantity: language.pick("jumlah dengan satuan seperti 10 kg", "a quantity with its unit such as 10 kg")
    case .priceUnit: language.pick("kg, l atau butir", "kg, l or butir")
    case .nik: language.pick("NIK 16 angka", "a NIK of 16 digits")
    case .kk: language.pick("nomor KK 16 angka", "a KK number of 16 digits")
    case .yesOrNo: language.pick("ya atau tidak", "yes or no")
    case .code: language.pick("kode tanpa spasi, paling banyak 39 huruf", "a code without spaces of at most 39 characters")
    case .region: language.pick("kode wilayah seperti 18.03.07.2001", "a region code such as 18.03.07.2001")
    case .decile: language.pick("desil 1 sampai 10", "a decile from 1 to 10")
    case .officers: language.pick("nama kunci petugas, beberapa disambung +", "names of officers' keys, joined by +")
    case .fileDigest: language.pick("SHA-256, 64 angka heksadesimal", "a SHA-256 of 64 hexadecimal digits")
    case .evidence: language.pick("bukti seperti foto:<SHA-256>", "evidence such as foto:<SHA-256>")
    case .goods: language.pick("barang seperti beras 10 kg; telur 30 butir", "goods such as beras 10 kg; telur 30 butir")
    case .goodsWithPrices:
      language.pick("barang dan harga seperti beras 10 kg @13.500 #LOT-7", "goods and prices such as beras 10 kg @13.500 #LOT-7")
    case .prices: language.pick("harga seperti beras 13.500/kg", "prices such as beras 13.500/kg")
    case .phone: language.pick("nomor telepon", "a phone number")
    case .text(let maximum): language.pick("teks paling banyak \(maximum) huruf", "text of at most \(maximum) characters")
    case .choice(let words):
      language.pick("salah satu dari: \(words.joined(separator: ", "))", "one of: \(words.joined(separator: ", "))")
    case .choices(let words):
      language.pick(
        "dipisah titik koma, dari: \(words.joined(separator: ", "))", "joined by semicolons, of: \(words.joined(separator: ", "))"
      )
    case .codes: language.pick("kode-kode, dipisah titik koma", "codes joined by semicolons")
    case .regions: language.pick("kode-kode wilayah, dipisah titik koma", "region codes joined by semicolons")
    case .fileName: language.pick("nama berkas di sebelah rencana", "the name of a file beside the plan")
    case .event: language.pick("peristiwa dalam satu baris JSON", "an event as one line of JSON")
    default: nil
    }
  }

  /// What a cell refers to.
  private func references(_ language: IntakeLanguage) -> String? {
    switch self {
    case .knownRecipient: language.pick("nomor peserta yang sudah terdaftar", "a participant number that is registered")
    case .person:
      language.pick(
        "nomor peserta, atau NIK milik tepat satu peserta", "a participant number, or the NIK of exactly one recipient")
    case .sameNIK: language.pick("NIK peserta itu", "the NIK of that participant")
    case .ownNumber:
      language.pick("nomor yang belum dipakai orang lain", "a number that was not given to another person")
    case .regionOfSomethingUnknown:
      language.pick(
        "kode wilayah, karena buku besar belum mengenal tempatnya", "a region code, since the ledger knows none for this row")
    case .ownIdentifier:
      language.pick("id yang belum dipakai peristiwa lain, atau tanpa id", "an id that no other event has, or none")
    case .nothingWithout(let column):
      language.pick("kosong, karena tidak ada \(column.name)", "nothing, because there is no \(column.name)")
    case .nothingWith(let column): language.pick("kosong, karena isi \(column.name)", "nothing, because of \(column.name)")
    case .after(let column): language.pick("waktu sesudah \(column.name)", "a time after \(column.name)")
    case .oneOf(let columns):
      language.pick(
        "isi \(columns.map(\.name).joined(separator: " atau "))", "a value of \(columns.map(\.name).joined(separator: " or "))")
    default: nil
    }
  }

  /// What a row or a file is like.
  private func shapes(_ language: IntakeLanguage) -> String {
    switch self {
    case .cells(let count): language.pick("\(count) sel seperti baris judul", "\(count) cells as in the header")
    case .utf8: language.pick("teks UTF-8", "UTF-8 text")
    case .closedQuote:
      language.pick("tanda kutip yang ditutup, lalu pemisah", "a quote that is closed, then a separator")
    case .recordOf(let bytes): language.pick("baris paling panjang \(bytes) bita", "a row of at most \(bytes) bytes")
    default: language.pick("berkas CSV", "a CSV file")
    }
  }
}
