public import Language

extension CellExpectation {
  /// A noun phrase for a person, such as "16 digits".
  public var words: Bilingual {
    values ?? references ?? shapes
  }

  /// What a cell holds.
  private var values: Bilingual? {
    switch self {
    case .date: Bilingual(id: "tanggal seperti 15/01/2026", en: "a date such as 15/01/2026, the day first")
    case .dateAndTime:
      Bilingual(
        id: "tanggal seperti 15/01/2026, boleh dengan jam", en: "a date such as 15/01/2026, the day first, perhaps with a time")
    case .time: Bilingual(id: "jam seperti 09:30", en: "a time such as 09:30")
    case .money: Bilingual(id: "rupiah bulat seperti 150.000", en: "whole rupiah such as 150.000")
    case .quantity: Bilingual(id: "jumlah dengan satuan seperti 10 kg", en: "a quantity with its unit such as 10 kg")
    case .priceUnit: Bilingual(id: "kg, l atau butir", en: "kg, l or butir")
    case .nik: Bilingual(id: "NIK 16 angka", en: "a NIK of 16 digits")
    case .kk: Bilingual(id: "nomor KK 16 angka", en: "a KK number of 16 digits")
    case .yesOrNo: Bilingual(id: "ya atau tidak", en: "yes or no")
    case .code: Bilingual(id: "kode tanpa spasi, paling banyak 39 huruf", en: "a code without spaces of at most 39 characters")
    case .region: Bilingual(id: "kode wilayah seperti 18.03.07.2001", en: "a region code such as 18.03.07.2001")
    case .decile: Bilingual(id: "desil 1 sampai 10", en: "a decile from 1 to 10")
    case .officers: Bilingual(id: "nama kunci petugas, beberapa disambung +", en: "names of officers' keys, joined by +")
    case .fileDigest: Bilingual(id: "SHA-256, 64 angka heksadesimal", en: "a SHA-256 of 64 hexadecimal digits")
    case .evidence: Bilingual(id: "bukti seperti foto:<SHA-256>", en: "evidence such as foto:<SHA-256>")
    case .goods: Bilingual(id: "barang seperti beras 10 kg; telur 30 butir", en: "goods such as beras 10 kg; telur 30 butir")
    case .goodsWithPrices:
      Bilingual(
        id: "barang dan harga seperti beras 10 kg @13.500 #LOT-7", en: "goods and prices such as beras 10 kg @13.500 #LOT-7")
    case .prices: Bilingual(id: "harga seperti beras 13.500/kg", en: "prices such as beras 13.500/kg")
    case .phone: Bilingual(id: "nomor telepon", en: "a phone number")
    case .text(let maximum): Bilingual(id: "teks paling banyak \(maximum) huruf", en: "text of at most \(maximum) characters")
    case .choice(let words):
      Bilingual(id: "salah satu dari: \(words.joined(separator: ", "))", en: "one of: \(words.joined(separator: ", "))")
    case .choices(let words):
      Bilingual(
        id: "dipisah titik koma, dari: \(words.joined(separator: ", "))",
        en: "joined by semicolons, of: \(words.joined(separator: ", "))"
      )
    case .codes: Bilingual(id: "kode-kode, dipisah titik koma", en: "codes joined by semicolons")
    case .regions: Bilingual(id: "kode-kode wilayah, dipisah titik koma", en: "region codes joined by semicolons")
    case .fileName: Bilingual(id: "nama berkas di sebelah rencana", en: "the name of a file beside the plan")
    case .event: Bilingual(id: "peristiwa dalam satu baris JSON", en: "an event as one line of JSON")
    default: nil
    }
  }

  /// What a cell refers to.
  private var references: Bilingual? {
    switch self {
    case .knownRecipient: Bilingual(id: "nomor peserta yang sudah terdaftar", en: "a participant number that is registered")
    case .person:
      Bilingual(
        id: "nomor peserta, atau NIK milik tepat satu peserta", en: "a participant number, or the NIK of exactly one recipient")
    case .sameNIK: Bilingual(id: "NIK peserta itu", en: "the NIK of that participant")
    case .ownNumber:
      Bilingual(id: "nomor yang belum dipakai orang lain", en: "a number that was not given to another person")
    case .regionOfSomethingUnknown:
      Bilingual(
        id: "kode wilayah, karena buku besar belum mengenal tempatnya",
        en: "a region code, since the ledger knows none for this row")
    case .ownIdentifier:
      Bilingual(id: "id yang belum dipakai peristiwa lain, atau tanpa id", en: "an id that no other event has, or none")
    case .nothingWithout(let column):
      Bilingual(id: "kosong, karena tidak ada \(column.name)", en: "nothing, because there is no \(column.name)")
    case .nothingWith(let column): Bilingual(id: "kosong, karena isi \(column.name)", en: "nothing, because of \(column.name)")
    case .after(let column): Bilingual(id: "waktu sesudah \(column.name)", en: "a time after \(column.name)")
    case .oneOf(let columns):
      Bilingual(
        id: "isi \(columns.map(\.name).joined(separator: " atau "))",
        en: "a value of \(columns.map(\.name).joined(separator: " or "))")
    default: nil
    }
  }

  /// What a row or a file is like.
  private var shapes: Bilingual {
    switch self {
    case .cells(let count): Bilingual(id: "\(count) sel seperti baris judul", en: "\(count) cells as in the header")
    case .utf8: Bilingual(id: "teks UTF-8", en: "UTF-8 text")
    case .closedQuote:
      Bilingual(id: "tanda kutip yang ditutup, lalu pemisah", en: "a quote that is closed, then a separator")
    case .recordOf(let bytes): Bilingual(id: "baris paling panjang \(bytes) bita", en: "a row of at most \(bytes) bytes")
    default: Bilingual(id: "berkas CSV", en: "a CSV file")
    }
  }
}
