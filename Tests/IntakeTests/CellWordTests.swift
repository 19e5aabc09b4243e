import Cryptography
import Intake
import Testing
import Vocabulary

@Suite("Cells with words, codes and goods")
struct CellWordTests {
  @Test("Yes and no are said in many ways")
  func yesOrNo() {
    for text in ["ya", "Y", "YES", "1", "v", "X", "true"] { #expect(outcome(.yesOrNo, text) == "true") }
    for text in ["tidak", "T", "no", "0", "False"] { #expect(outcome(.yesOrNo, text) == "false") }
    #expect(outcome(.yesOrNo, "mungkin") == "✗ text(characters: 7)")
    #expect(outcome(.yesOrNo, "n/a") == "✗ missing")
  }

  @Test(
    "Codes stand as they are",
    arguments: [
      ("EW-001", "EW-001"), ("2026-01", "2026-01"), ("sp/2026.1_a", "sp/2026.1_a"), ("EW 001", "✗ text(characters: 6)"),
      ("-x", "✗ text(characters: 2)"), ("1.8E+15", "1.8E+15"), ("é", "✗ text(characters: 1)"),
      (String(repeating: "a", count: 39), String(repeating: "a", count: 39)),
      (String(repeating: "a", count: 40), "✗ text(characters: 40)"),
    ])
  func codes(text: String, expected: String) {
    if text == "1.8E+15" {
      // `+` is no character of a code, so the spreadsheet's damage shows.
      #expect(outcome(.code, text) == "✗ roundedNumber")
    } else {
      #expect(outcome(.code, text) == expected)
    }
  }

  @Test(
    "Regions have their dots",
    arguments: [
      ("18", "18"), ("18.03", "18.03"), ("18.03.07", "18.03.07"), ("18.03.07.2001", "18.03.07.2001"),
      ("1803072001", "✗ digits(10)"), ("18.3", "✗ text(characters: 4)"), ("18.03.07.4001", "✗ text(characters: 13)"),
      ("Abung Selatan", "✗ text(characters: 13)"),
    ])
  func regions(text: String, expected: String) {
    #expect(outcome(.region, text) == expected)
  }

  @Test("Text loses its line breaks and double spaces, and keeps its letters")
  func text() {
    #expect(outcome(.text(), " Siti \n  Aminah\u{A0}binti  X ") == "Siti Aminah binti X")
    #expect(outcome(.text(maximum: 5), "ééééé") == "ééééé")
    #expect(outcome(.text(maximum: 5), "éééééé") == "✗ tooLarge")
    #expect(outcome(.text(), "a\u{1F}b") == "✗ controlCharacter")
  }

  @Test("Several officers sign in their order, short names are completed")
  func officers() {
    let format = CellFormat.officers(origin: "lampura")
    #expect(outcome(format, "komite-1 + komite-2") == "[\"lampura/komite-1\", \"lampura/komite-2\"]")
    #expect(outcome(format, "lampura/a+ombudsman/b") == "[\"lampura/a\", \"ombudsman/b\"]")
    #expect(outcome(format, "a+lampura/a") == "✗ repeated")
    #expect(outcome(format, "a++b") == "✗ text(characters: 4)")
    #expect(outcome(format, "Pak Budi") == "✗ text(characters: 8)")
    #expect(outcome(format, (0..<17).map { "k\($0)" }.joined(separator: "+")) == "✗ tooMany(17)")
  }

  @Test("Evidence is a kind and the SHA-256 of a file")
  func evidence() throws {
    let hex = String(repeating: "0aF", count: 21) + "1"
    let read = try CellFormat.evidence.read(Cell("Foto: \(hex); tanda tangan:\(hex.uppercased())\nBAST:\(hex)"))
    #expect(read.map(\.kind) == [.photo, .signature, .bast])
    #expect(Set(read.map(\.digest)).count == 1)
    #expect(read[0].digest.bytes.prefix(3) == [0x0A, 0xF0, 0xAF])
    #expect(outcome(.evidence, "foto:abc123") == "✗ text(characters: 11)")
    #expect(outcome(.evidence, "selfie:\(hex)") == "✗ text(characters: 71)")
    #expect(outcome(.evidence, "foto:\(hex);foto:\(hex)") == "✗ repeated")
    #expect(outcome(.evidence, (0..<9).map { "foto:\($0)" + hex.dropFirst() }.joined(separator: ";")) == "✗ tooMany(9)")
  }

  @Test("Goods with prices are commodity, quantity, price and perhaps a lot")
  func pricedGoods() throws {
    let read = try CellFormat.goodsWithPrices.read(
      Cell("Beras 10 kg @13.500 #LOT-7; telur 30 butir @Rp2.000/butir #LOT-8\nMinyak Goreng 1 l @ 15.000"))
    #expect(
      read == [
        Item(commodity: Code("beras")!, quantity: Quantity(10_000), unit: .g, unitPrice: Rupiah(13_500), lot: Code("LOT-7")!),
        Item(commodity: Code("telur")!, quantity: Quantity(30), unit: .pcs, unitPrice: Rupiah(2_000), lot: Code("LOT-8")!),
        Item(commodity: Code("minyak-goreng")!, quantity: Quantity(1_000), unit: .ml, unitPrice: Rupiah(15_000)),
      ])
  }

  @Test(
    "Goods that lack something are refused for it",
    arguments: [
      ("beras 10 kg", "✗ noPrice"), ("beras 10 @13.500", "✗ noUnit"), ("beras sepuluh kilo @13.000", "✗ text(characters: 7)"),
      ("ber&as! 10 kg @13.000", "✗ text(characters: 21)"), ("beras 10 karung @13.000", "✗ unknownUnit"),
      ("beras 10 kg @13.500/l", "✗ unknownUnit"), ("beras 10 kg @13.500 #", "✗ text(characters: 21)"),
      ("10 kg @1", "✗ text(characters: 8)"),
      ("beras 10 kg @13,5", "✗ fraction"), ("beras 10 kg 13.500", "✗ text(characters: 18)"), (";", "✗ text(characters: 1)"),
    ])
  func refusedGoods(text: String, expected: String) {
    #expect(outcome(.goodsWithPrices, text) == expected)
  }

  @Test("Goods without prices refuse prices and lots")
  func plainGoods() throws {
    let read = try CellFormat.goods(atMost: 2).read(Cell("beras 10 kg; telur 30 butir"))
    #expect(read.map(\.commodity.description) == ["beras", "telur"])
    #expect(outcome(.goods(atMost: 2), "beras 10 kg @13.500") == "✗ unwantedDetail")
    #expect(outcome(.goods(atMost: 2), "a 1 kg;b 1 kg;c 1 kg") == "✗ tooMany(3)")
  }

  @Test("Prices are per kilogram, litre or piece")
  func prices() throws {
    let read = try CellFormat.prices.read(Cell("beras 13.500/kg; telur Rp 2.000/butir; minyak goreng 15.000 / l"))
    #expect(
      read == [
        Price(commodity: Code("beras")!, unit: .g, unitPrice: Rupiah(13_500)),
        Price(commodity: Code("telur")!, unit: .pcs, unitPrice: Rupiah(2_000)),
        Price(commodity: Code("minyak-goreng")!, unit: .ml, unitPrice: Rupiah(15_000)),
      ])
    #expect(outcome(.prices, "beras 13.500") == "✗ noUnit")
    #expect(outcome(.prices, "beras 13/g") == "✗ unknownUnit")
    #expect(outcome(.priceUnit, "gram") == "✗ unknownUnit")
    #expect(outcome(.priceUnit, "Kg") == "g")
  }

  @Test("Several NIKs of owners are sorted, each once")
  func owners() {
    #expect(outcome(.niks, "1803070202600002; '1803074101550001") == "[\"1803070202600002\", \"1803074101550001\"]")
    #expect(outcome(.niks, "1803070202600002;1803070202600002") == "✗ repeated")
    #expect(outcome(.niks, "1803070202600002;12") == "✗ digits(2)")
  }
}
