import Intake
import Testing
import Vocabulary

@Suite("Cells with numbers")
struct CellNumberTests {
  @Test(
    "Money is whole rupiah, however it is written",
    arguments: [
      ("150000", "150000"), ("150.000", "150000"), ("150,000", "150000"), ("Rp150.000", "150000"), ("Rp 150.000,00", "150000"),
      ("Rp. 150.000,-", "150000"), ("RP150.000,-", "150000"), ("IDR 150,000.00", "150000"), ("150000.0", "150000"),
      ("1.500.000", "1500000"), ("1,500,000.00", "1500000"), ("0", "0"), ("11,050", "11050"), ("Rp11.050", "11050"),
      ("150000,00", "150000"), ("\u{A0}150.000 ", "150000"), ("9007199254740991", "9007199254740991"),
    ])
  func money(text: String, expected: String) {
    #expect(outcome(.money, text) == expected)
  }

  @Test(
    "What is no whole amount is refused for its reason",
    arguments: [
      ("150.000,50", "✗ fraction"), ("150,5", "✗ fraction"), ("0.500", "✗ fraction"), ("-150000", "✗ negative"),
      ("(150000)", "✗ negative"), ("Rp -150000", "✗ negative"), ("1.5E+05", "✗ roundedNumber"),
      ("9007199254740992", "✗ tooLarge"), ("99999999999999999999999", "✗ tooLarge"), ("dua ratus ribu", "✗ text(characters: 14)"),
      ("1.50.000", "✗ text(characters: 8)"), ("1.500,000.00", "✗ text(characters: 12)"), ("150 000", "✗ text(characters: 7)"),
      ("Rp", "✗ missing"), ("", "✗ missing"), ("1.5 juta", "✗ text(characters: 8)"), ("1..500", "✗ text(characters: 6)"),
      ("1500.000", "✗ text(characters: 8)"), ("100.00.", "✗ text(characters: 7)"),
    ])
  func refusedMoney(text: String, expected: String) {
    #expect(outcome(.money, text) == expected)
  }

  @Test(
    "Quantities are recorded in grams, millilitres or pieces",
    arguments: [
      ("10 kg", "10000 g"), ("10kg", "10000 g"), ("10 KG", "10000 g"), ("500 g", "500 g"), ("500 gram", "500 g"),
      ("1,5 kg", "1500 g"),
      ("1.5 kg", "1500 g"), ("0,5 kg", "500 g"), ("0,500 kg", "500 g"), ("1,25 kg", "1250 g"), ("2 l", "2000 ml"),
      ("2 liter", "2000 ml"), ("750 ml", "750 ml"), ("30 butir", "30 pcs"), ("30 pcs", "30 pcs"), ("3 buah", "3 pcs"),
      ("2 bungkus", "2 pcs"), ("1.500 g", "1500 g"), ("1.500.000 kg", "1500000000 g"), ("1.500,5 kg", "1500500 g"),
      ("10,0 kg", "10000 g"), ("30,00 butir", "30 pcs"), ("10\u{A0}kg", "10000 g"), ("0 kg", "0 g"), ("1500 kg", "1500000 g"),
    ])
  func quantities(text: String, expected: String) throws {
    let read = try CellFormat.quantity.read(Cell(text))
    #expect("\(read.quantity) \(read.unit.rawValue)" == expected)
  }

  @Test(
    "What is no quantity is refused for its reason",
    arguments: [
      ("10", "✗ noUnit"), ("10 karung", "✗ unknownUnit"), ("kg", "✗ text(characters: 2)"),
      ("sepuluh kg", "✗ text(characters: 10)"),
      ("1.500 kg", "✗ ambiguousNumber"), ("1,500 kg", "✗ ambiguousNumber"), ("2.000 l", "✗ ambiguousNumber"),
      ("-1 kg", "✗ negative"),
      ("1,2345 kg", "✗ fraction"), ("1,5 butir", "✗ fraction"), ("2,5 g", "✗ fraction"), ("10 kg x", "✗ text(characters: 7)"),
      ("9007199254740991 kg", "✗ tooLarge"), ("9007199254740 kg", "9007199254740000 g"), ("9007199254741 kg", "✗ tooLarge"),
      ("1E+03 kg", "✗ unknownUnit"), ("0,500 butir", "✗ fraction"), ("-", "✗ missing"),
    ])
  func refusedQuantities(text: String, expected: String) {
    let read = Result { () throws(CellProblem) in try CellFormat.quantity.read(Cell(text)) }
    switch read {
    case .success(let measure): #expect("\(measure.quantity) \(measure.unit.rawValue)" == expected)
    case .failure(let problem): #expect("✗ \(problem.found)" == expected)
    }
  }

  @Test(
    "NIK and KK numbers have 16 digits; what a spreadsheet rounded is told apart",
    arguments: [
      ("1803074101550001", "1803074101550001"), ("'1803074101550001", "1803074101550001"),
      ("1803 0741 0155 0001", "1803074101550001"), ("180307.410155.0001", "1803074101550001"),
      ("1.80307E+15", "✗ roundedNumber"), ("1,80307E+15", "✗ roundedNumber"), ("1.8e15", "✗ roundedNumber"),
      ("180307410155123", "✗ digits(15)"), ("18030741015500011", "✗ digits(17)"), ("18030741O1550001", "✗ text(characters: 16)"),
      ("-", "✗ missing"), ("tidak ada", "✗ text(characters: 9)"), ("1803-0741-0155-0001", "✗ text(characters: 19)"),
    ])
  func sixteenDigits(text: String, expected: String) {
    #expect(outcome(.nik, text) == expected)
    #expect(outcome(.kk, text) == expected)
  }

  @Test(
    "Deciles are 1 to 10",
    arguments: [
      ("1", "1"), ("10", "10"), ("0", "✗ digits(1)"), ("11", "✗ digits(2)"), ("2,5", "✗ text(characters: 3)"),
      ("D2", "✗ text(characters: 2)"),
    ])
  func deciles(text: String, expected: String) {
    #expect(outcome(.decile, text) == expected)
  }

  @Test(
    "Phone numbers keep their digits",
    arguments: [
      ("0812-3456-789", "08123456789"), ("+62 812 3456 789", "+628123456789"), ("(0724) 21001", "072421001"),
      ("6.28123E+11", "✗ roundedNumber"), ("tidak ada", "✗ text(characters: 9)"), ("112", "✗ digits(3)"),
    ])
  func phones(text: String, expected: String) {
    #expect(outcome(.phone, text) == expected)
  }
}
