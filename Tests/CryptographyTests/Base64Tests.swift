import Cryptography
import Foundation
import Testing

@Suite("Base64")
struct Base64Tests {
  @Test("The examples of RFC 4648, section 10, hold both ways")
  func examples() {
    for (bytes, text) in [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
      ("foobar", "Zm9vYmFy"),
    ] {
      #expect(Base64.encode(Array(bytes.utf8)) == text)
      #expect(Base64.decode(text) == Array(bytes.utf8))
    }
  }

  @Test("Bytes of every length to 200 agree with Foundation and come back")
  func everyLength() {
    for length in 0...200 {
      let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 151 &+ length) }
      let text = Base64.encode(bytes)
      #expect(text == Data(bytes).base64EncodedString())
      #expect(text.utf8.count == Base64.encodedCount(length))
      #expect(Base64.decode(text) == bytes)
      #expect(Base64.decode(Array(text.utf8)) == bytes)
      #expect(Base64.encode(bytes[...]) == text)
      #expect(Base64.encode(Data(bytes)) == text)
      var appended = Array("x".utf8)
      Base64.append(bytes, to: &appended)
      #expect(appended == Array("x\(text)".utf8))
      #expect(unsafe Array(text.utf8).withUnsafeBytes { unsafe Base64.isCanonical($0) })
    }
  }

  @Test("Of all four-character texts over a spread of characters exactly those that encoding writes are accepted")
  func exactlyCanonical() {
    let characters = Array("ABCEQgz019+/=-_ \n\u{7F}".utf8) + [0x00, 0x80, 0xFF]
    for a in characters {
      for b in characters {
        for c in characters {
          for d in characters {
            let text = [a, b, c, d]
            let decoded = Base64.decode(text)
            let isCanonical = unsafe text.withUnsafeBytes { unsafe Base64.isCanonical($0) }
            #expect(isCanonical == (decoded != nil))
            if let decoded {
              #expect(Array(Base64.encode(decoded).utf8) == text)
            } else {
              // What Foundation reads and writes back unchanged is canonical, so it must not have been refused.
              let other = Data(base64Encoded: Data(text))
              #expect(other?.base64EncodedData() != Data(text), "\(text)")
            }
          }
        }
      }
    }
  }

  @Test("Texts of a length that is no multiple of four, with padding inside or with white space are refused")
  func refused() {
    for text in [
      "Z", "Zg", "Zg=", "Zm8", "Zm9vYg", "====", "=", "Zg==Zg==", "Zg=v", "Zm9v\n", " Zm9v", "Zm9v Zm9v", "Zm9vZg=\n", "Zh==",
      "Zm9=",
    ] {
      #expect(Base64.decode(text) == nil, "\(text.debugDescription)")
    }
  }

  @Test("Decoding into fixed memory writes what fits and refuses what does not")
  func fixedMemory() {
    let text = Array("Zm9vYg==".utf8)
    for room in 0...6 {
      var output = [UInt8](repeating: 0xEE, count: room)
      let count = unsafe text.withUnsafeBytes { text in
        unsafe output.withUnsafeMutableBytes { unsafe Base64.decode(text, into: $0) }
      }
      #expect(count == (room >= 4 ? 4 : nil))
      #expect(room < 4 || output == Array("foob".utf8) + Array(repeating: 0xEE, count: room - 4))
    }
  }
}
