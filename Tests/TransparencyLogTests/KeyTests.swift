import Cryptography
import Testing
import TransparencyLog

@Suite("Named keys")
struct KeyTests {
  private struct File: Decodable {
    struct Good: Decodable {
      let name: String
      let seed: Hex
      let publicKey: Hex
      let keyID: String
      let verifier: String
      let signer: String
    }
    struct Refused: Decodable {
      let text: String
      let error: String
    }
    let good: [Good]
    let refusedVerifiers: [Refused]
  }

  @Test("Names and seeds give the known texts, and the texts give the keys back")
  func good() throws {
    for vector in try Vectors.load("keys", as: File.self).good {
      let signer = SignerKey(
        name: try KeyName(vector.name), signingKey: try SigningKey(seed: SecretBytes(vector.seed.bytes)))
      #expect(signer.verifier.text == vector.verifier)
      #expect(signer.textExposingSecret == vector.signer)
      #expect(signer.keyID == UInt32(vector.keyID, radix: 16))
      #expect(signer.verifier.publicKey.bytes == vector.publicKey.bytes)
      #expect(try VerifierKey(vector.verifier) == signer.verifier)
      #expect(try SignerKey(vector.signer).verifier == signer.verifier)
    }
  }

  @Test("The key of the external vector has its text")
  func external() throws {
    let seed = SecretBytes((0..<32).map { UInt8($0) })
    let signer = SignerKey(name: try KeyName("bansos.example/ledger"), signingKey: try SigningKey(seed: seed))
    #expect(signer.verifier.text == "bansos.example/ledger+548fdf22+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4")
  }

  @Test("Every malformed verifier text is refused for its reason")
  func refused() throws {
    for vector in try Vectors.load("keys", as: File.self).refusedVerifiers {
      var refusal: String?
      do { _ = try VerifierKey(vector.text) } catch { refusal = error.refusal }
      #expect(refusal == vector.error, "\(vector.text.debugDescription)")
    }
  }

  @Test("Malformed signer texts are refused, and the refusal does not repeat the secret")
  func refusedSigners() throws {
    let good = try Vectors.load("keys", as: File.self).good[0].signer
    let parts = good.split(separator: "+")
    let other = "PRIVATE+KEY+\(parts[2])+00000000+\(parts[4])"
    for (text, wanted) in [
      ("", "malformed"), (String(good.dropFirst(8)), "malformed"), (good + "\n", "malformed"), (good.lowercased(), "malformed"),
      (String(good.dropLast()), "malformed"), (other, "wrongKeyID"), ("PRIVATE+KEY++548fdf22+\(parts[4])", "invalidName"),
      ("PRIVATE+KEY+\(parts[2])+\(parts[3])+Ag==", "unknownType"), ("PRIVATE+KEY+\(parts[2])+\(parts[3])+AQ==", "invalidKey"),
    ] {
      do {
        _ = try SignerKey(text)
        Issue.record("accepted \(wanted)")
      } catch {
        #expect(error.refusal == wanted)
        #expect(!"\(error)".contains(parts[4]))
      }
    }
  }

  @Test("A signer key does not print its secret")
  func noLeak() throws {
    let signer = SignerKey.generate(name: try KeyName("a.example"))
    let secret = Base64.encode(signer.signingKey.seed.copyWithoutProtection())
    var dumped = ""
    dump(signer, to: &dumped)
    for text in ["\(signer)", String(reflecting: signer), dumped] {
      #expect(!text.contains(secret))
      #expect(text.contains("32 bytes") || text.contains("SecretBytes"))
    }
  }

  @Test("Key names are compared by bytes, and none has spaces, plus signs or control characters")
  func names() throws {
    #expect(try KeyName("\u{E9}") != KeyName("e\u{301}"))
    #expect(try KeyName("a.example/b-1_c") < KeyName("a.example/c"))
    let spaces = "\u{20}\u{85}\u{A0}\u{1680}\u{2000}\u{200A}\u{2028}\u{2029}\u{202F}\u{205F}\u{3000}\t\n\u{B}\u{C}\r"
    for space in spaces.unicodeScalars {
      #expect(throws: KeyTextError.invalidName, "U+\(String(space.value, radix: 16))") { try KeyName("a\(space)b") }
    }
    for name in ["", "+", "a+b", "\u{0}", "a\u{1F}"] {
      #expect(throws: KeyTextError.invalidName) { try KeyName(name) }
    }
  }
}
