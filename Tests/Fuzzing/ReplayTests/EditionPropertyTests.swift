import Testing

@testable import FuzzTargets

/// The property on the two editions' names is asked only where they can differ.
@Suite struct EditionPropertyTests {
  private func asks(_ bytes: some Collection<UInt8>) -> Bool {
    XMLProperties.mayNameBeyondASCII(Array(bytes).span)
  }

  @Test(
    "bytes beyond ASCII, zeros and references to characters are seen wherever they stand",
    arguments: [0, 1, 7, 8, 9, 15, 16, 23], [0x80, 0xC3, 0xFF, 0x00, 0x23] as [UInt8])
  func seen(place: Int, byte: UInt8) {
    var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 24)
    bytes[place] = byte
    #expect(asks(bytes))
    #expect(asks(bytes[...place]))
  }

  @Test("other bytes are none of them, alone and side by side")
  func notSeen() {
    let plain = (UInt8(1)...0x7F).filter { $0 != UInt8(ascii: "#") }
    #expect(!asks(plain))
    #expect(!asks(Array(plain.reversed())))
    for byte in plain {
      #expect(!asks([UInt8](repeating: byte, count: 11)), "\(byte)")
    }
    #expect(!asks([UInt8]()))
  }
}
