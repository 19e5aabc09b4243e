import Language
import Testing
import Vocabulary

@Suite("Figures")
struct FiguresTests {
  private let id = Figures(.id)
  private let en = Figures(.en)

  @Test("Money and numbers are grouped as the language does")
  func money() {
    #expect(id.rupiah(150_000) == "Rp150.000")
    #expect(en.rupiah(150_000) == "Rp150,000")
    #expect(id.rupiah(-1_234_567) == "−Rp1.234.567")
    #expect(id.signedRupiah(999) == "+Rp999")
    #expect(id.number(Int64.min) == "−9.223.372.036.854.775.808")
    #expect(id.number(0) == "0")
    #expect(id.number(1000) == "1.000")
  }

  @Test("Grams become kilograms, millilitres litres, and trailing zeros go")
  func quantities() {
    #expect(id.quantity(10_500, unit: "g") == "10,5 kg")
    #expect(en.quantity(10_050, unit: "g") == "10.05 kg")
    #expect(id.quantity(999, unit: "g") == "999 g")
    #expect(id.quantity(2000, unit: "ml") == "2 liter")
    #expect(en.quantity(30, unit: "pcs") == "30 pcs")
    #expect(id.quantity(-1500, unit: "g") == "−1,5 kg")
  }

  @Test("A share that is not nothing is never shown as 0 %, nor one that is not all as 100 %")
  func percent() {
    #expect(id.percent(0, of: 7) == "0%")
    #expect(id.percent(7, of: 7) == "100%")
    #expect(id.percent(1, of: 100_000) == "<0,1%")
    #expect(en.percent(99_999, of: 100_000) == ">99.9%")
    #expect(id.percent(1, of: 8) == "12,5%")
    #expect(id.percent(1, of: 40) == "2,5%")
    #expect(id.percent(39, of: 40) == "97,5%")
    #expect(id.percent(0, of: 0) == "–")
  }

  @Test("Days, hours, dates and instants are written in words")
  func times() throws {
    #expect(en.days(1) == "1 day")
    #expect(en.days(14) == "14 days")
    #expect(id.hours(72) == "72 jam")
    #expect(id.instant(try #require(Timestamp("2026-08-17T09:05:00+08:00"))) == "17 Agustus 2026, 09.05 WITA")
    #expect(en.instant(try #require(Timestamp("2026-08-17T09:05:00+09:00"))) == "17 August 2026, 09:05 WIT")
  }
}
