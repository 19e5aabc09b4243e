import Language
import Testing

@Suite("Words in two languages")
struct WordsTests {
  private let open = Bilingual(id: "terbuka", en: "open")

  @Test("Words are joined language by language, and picked by whoever knows it")
  func joined() {
    var words = Bilingual("lot-1: ") + open
    words += Bilingual(id: ", ditutup", en: ", closed")
    #expect(words[.id] == "lot-1: terbuka, ditutup")
    #expect(words[.en] == "lot-1: open, closed")
    #expect([open, Bilingual("KK"), open].joined(separator: "; ") == Bilingual(id: "terbuka; KK; terbuka", en: "open; KK; open"))
    #expect([Bilingual]().joined(separator: "; ") == Bilingual(""))
  }

  @Test("A part in brackets goes when its gap has no filling")
  func template() {
    let template = Template("Dari {a}[ sampai {b}][, {c}].")
    #expect(template.filled { $0.uppercased() } == "Dari A sampai B, C.")
    #expect(template.filled { $0 == "a" ? "x" : nil } == "Dari x.")
    #expect(template.filled { _ in nil } == "Dari –.")
    #expect(template.gaps == ["a", "b", "c"])
  }

  @Test("Numbered gaps are filled in order; one that nothing fills is a dash")
  func numbered() {
    #expect(Template("{1} dari {0}").filled(["7", "3"]) == "3 dari 7")
    #expect(Template("{0}/{1}/{x}").filled(["7"]) == "7/–/–")
  }
}
