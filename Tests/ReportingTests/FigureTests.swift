import Language
import Testing
import Vocabulary

@testable import Compliance
@testable import Reporting

@Suite("Widths, tables and shares")
struct FigureTests {
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
