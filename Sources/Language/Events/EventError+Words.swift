public import Vocabulary

extension EventError {
  /// One sentence for a person: where, what was expected, what was found. In English it is the description.
  public var words: Bilingual {
    let place = pointer.isEmpty ? "tingkat teratas" : pointer
    return Bilingual(
      id: "di \(place) (bita \(offset)): seharusnya \(expected.words.id), ditemukan \(found.words.id)", en: description)
  }
}

extension EventError.Expected {
  /// A noun phrase for a person. In English it is the description.
  public var words: Bilingual { Bilingual(id: json ?? ranges ?? grammar, en: description) }

  private var json: String? {
    switch self {
    case .value: "nilai JSON"
    case .object: "objek"
    case .array: "larik"
    case .string: "teks dalam tanda kutip"
    case .boolean: "true atau false"
    case .distinctItems: "isi yang semuanya berbeda"
    case .member(let name): "anggota \"\(name)\""
    case .knownMember: "hanya anggota yang ada dalam skema"
    case .distinctMembers: "tiap anggota satu kali"
    case .punctuation(let punctuation): punctuation.indonesian
    case .plainString: "teks UTF-8 tanpa huruf kendali"
    case .plainInteger: "bilangan bulat tanpa pecahan, eksponen, -0 atau nol di depan, paling besar 9007199254740991"
    case .depth(let levels): "paling dalam \(levels) tingkat"
    case .endOfLine: "akhir baris"
    default: nil
    }
  }

  private var ranges: String? {
    switch self {
    case .integer(let range): "bilangan bulat dari \(range.lowerBound) sampai \(range.upperBound)"
    case .text(let range): "teks \(range.lowerBound) sampai \(range.upperBound) huruf"
    case .base64(let range): "base64 kanonis \(range.lowerBound) sampai \(range.upperBound) huruf"
    case .items(let range): "\(range.lowerBound) sampai \(range.upperBound) isi"
    default: nil
    }
  }

  private var grammar: String {
    switch self {
    case .identifier: "UUID versi 7 dengan huruf kecil"
    case .code: "kode 1 sampai 39 huruf A-Z a-z 0-9 . _ / -, yang pertama huruf atau angka"
    case .region: "kode wilayah seperti 18.03.07.2001"
    case .keyName: "nama kunci"
    case .origin: "nama asal buku besar"
    case .verifierKey: "kunci pemeriksa (nama+id+base64)"
    case .dateTime: "waktu yang ada seperti 2026-04-16T09:11:40+07:00, pada +07:00, +08:00 atau +09:00"
    case .date: "hari yang ada seperti 2026-04-16"
    case .digest: "32 bita dalam base64 kanonis"
    case .tag: "16 bita dalam base64 kanonis"
    case .choice(let texts): "salah satu dari \(texts.joined(separator: ", "))"
    case .eventType: "jenis yang ada skemanya"
    default: description
    }
  }
}

extension EventError.Punctuation {
  fileprivate var indonesian: String {
    switch self {
    case .colon: "titik dua"
    case .commaOrBrace: "koma atau kurung kurawal tutup"
    case .commaOrBracket: "koma atau kurung siku tutup"
    case .quotationMark: "tanda kutip tutup"
    case .headerKeys: "kunci-kunci kepala menurut urutannya"
    }
  }
}

extension EventError.Found {
  /// A noun phrase for a person. In English it is the description.
  public var words: Bilingual { Bilingual(id: values ?? faults, en: description) }

  private var values: String? {
    switch self {
    case .object: "objek"
    case .array: "larik"
    case .string(let bytes): "teks \(bytes) bita"
    case .integer: "bilangan bulat"
    case .fraction: "pecahan"
    case .exponent: "eksponen"
    case .leadingZero: "nol di depan"
    case .negativeZero: "-0"
    case .tooLarge: "bilangan yang lebih besar"
    case .boolean: "true atau false"
    case .null: "null"
    case .items(let count): "\(count) isi"
    case .text(let scalars): "\(scalars) huruf"
    case .outOfRange: "nilai di luar batas"
    default: nil
    }
  }

  private var faults: String {
    switch self {
    case .repeatedItem: "isi yang berulang"
    case .missingMember: "tidak ada"
    case .unknownMember: "anggota lain"
    case .repeatedMember: "anggota yang berulang"
    case .whiteSpace: "spasi"
    case .byteOrderMark: "tanda urutan bita (BOM)"
    case .controlCharacter: "huruf kendali"
    case .invalidUTF8: "bita yang bukan UTF-8"
    case .invalidEscape: "escape yang keliru"
    case .loneSurrogate: "separuh pasangan surrogate"
    case .deeperNesting: "susunan yang lebih dalam"
    case .trailingBytes(let count): "\(count) bita lagi"
    case .endOfLine: "akhir baris"
    case .strayByte: "bita yang tidak memulai apa pun"
    default: description
    }
  }
}
