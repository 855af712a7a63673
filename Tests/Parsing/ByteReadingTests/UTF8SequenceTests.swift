import ByteReading
import Testing

@Suite struct UTF8SequenceTests {
  @Test("every scalar value reads back as written")
  func roundTrip() {
    for scalar in [0x41, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF] as [UInt32]
    {
      var bytes: [UInt8] = []
      bytes.appendUTF8(scalar)
      let found = bytes.span.utf8Sequence(at: 0, limit: bytes.count)
      #expect(found == .scalar(scalar, length: bytes.count))
      for cut in 1..<max(bytes.count, 1) {
        #expect(bytes.span.utf8Sequence(at: 0, limit: cut) == .truncated)
      }
    }
  }

  static let malformed: [[UInt8]] = [
    [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80],
    [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF],
    [0xC3, 0x41], [0xE2, 0x82, 0x41],
  ]

  @Test("overlong forms, surrogates and stray bytes are malformed", arguments: malformed)
  func refused(bytes: [UInt8]) {
    #expect(bytes.span.utf8Sequence(at: 0, limit: bytes.count) == .malformed)
  }

  @Test("a word has its first byte in the lowest bits")
  func word() {
    let bytes: [UInt8] = [9, 1, 2, 3, 4, 5, 6, 7, 8]
    #expect(bytes.span.word(at: 1) == 0x0807_0605_0403_0201)
  }

  @Test("a word that is set is read again, and its neighbours stay")
  func setWord() {
    var bytes = [UInt8](repeating: 9, count: 10)
    var span = bytes.mutableSpan
    span.setWord(0x0807_0605_0403_0201, at: 1)
    #expect(bytes == [9, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  }
}
