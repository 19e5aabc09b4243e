import Testing
import Vocabulary

@testable import Compliance
@testable import Reporting

@Suite("Figures, tables and templates")
struct FigureTests {
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

  @Test("Combining marks take no column, East Asian letters and emoji two")
  func width() {
    #expect(DisplayWidth.of("Abung") == 5)
    #expect(DisplayWidth.of("e\u{301}a\u{308}") == 2)
    #expect(DisplayWidth.of("東京") == 4)
    #expect(DisplayWidth.of("👩‍🌾") == 2)
    #expect(DisplayWidth.truncated("東京都", to: 5) == "東京…")
    #expect(DisplayWidth.truncated("東京都", to: 4) == "東…")
    #expect(DisplayWidth.truncated("cukup", to: 5) == "cukup")
    #expect(DisplayWidth.truncated("terlalu", to: 5) == "terl…")
  }

  @Test("A table aligns its columns, and flexible ones give way first")
  func table() {
    var table = TextTable([.init("Kode"), .init("Nama", isFlexible: true), .init("Banyak", isRightAligned: true)])
    table.append(["A", "Nama yang panjang sekali", "7"])
    table.append(["BB", "東京", "1.204"])
    #expect(
      table.lines(width: 28) == [
        "Kode  Nama            Banyak",
        "A     Nama yang pan…       7",
        "BB    東京             1.204",
      ])
  }

  @Test("Text wraps at spaces, and what follows the lead is indented as far")
  func wrapping() {
    #expect(WrappedText.lines("satu dua tiga empat", width: 11, lead: "- ") == ["- satu dua", "  tiga", "  empat"])
    #expect(WrappedText.lines("panjangsekali", width: 8) == ["panjang…"])
  }

  @Test("A part in brackets goes when its gap has no filling")
  func template() {
    let template = Template("Dari {a}[ sampai {b}][, {c}].")
    #expect(template.filled { $0.uppercased() } == "Dari A sampai B, C.")
    #expect(template.filled { $0 == "a" ? "x" : nil } == "Dari x.")
    #expect(template.filled { _ in nil } == "Dari –.")
    #expect(template.gaps == ["a", "b", "c"])
  }

  @Test("Shares to show give small kinds all and the rest evenly, never above the limit")
  func quotas() {
    #expect(ShownShares.quotas([5, 1000, 20, 1000], limit: 225) == [5, 100, 20, 100])
    #expect(ShownShares.quotas([3, 4], limit: 100) == [3, 4])
    #expect(ShownShares.quotas([3, 4], limit: 0) == [0, 0])
    #expect(ShownShares.quotas([], limit: 9) == [])
  }

  @Test("A bar fills its columns exactly and drops no share")
  func bars() {
    for met in 0...40 {
      for violated in 0...12 {
        for open in 0...12 where met + violated + open > 0 {
          var count = RollUp.Count()
          (count.met, count.violated, count.notAssessable) = (met, violated, open)
          let bar = ShareBar(count, columns: 10).cell.text
          #expect(bar.count == 10)
          #expect(bar.contains("█") == (met > 0) && bar.contains("×") == (violated > 0) && bar.contains("·") == (open > 0))
        }
      }
    }
  }

  @Test("Short amounts are told in rupiah, short goods in their unit, however alike the numbers are")
  func shortAmounts() {
    let money = Reason(code: .amountShort, entries: [], value: 199_000, threshold: 199_500)
    let goods = Reason(code: .amountShort, entries: [], value: 199_000, threshold: 199_500, unit: .g)
    #expect(FigureText(money, Words(.id)).threshold == "Rp199.500")
    #expect(FigureText(goods, Words(.id)).threshold == "199,5 kg")
    #expect(FigureText(goods, Words(.en)).value == "199 kg")
  }
}
