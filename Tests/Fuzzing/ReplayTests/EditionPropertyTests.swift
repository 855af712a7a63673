import Testing

@testable import FuzzTargets

/// The property of names of both editions is checked only where they can differ.
@Suite struct EditionPropertyTests {
  private func isChecked(_ bytes: some Collection<UInt8>) -> Bool {
    XMLProperties.mayNameBeyondASCII(Array(bytes).span)
  }

  @Test(
    "bytes beyond ASCII, zeros and character references are detected at every offset",
    arguments: [0, 1, 7, 8, 9, 15, 16, 23], [0x80, 0xC3, 0xFF, 0x00, 0x23] as [UInt8])
  func seen(place: Int, byte: UInt8) {
    var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 24)
    bytes[place] = byte
    #expect(isChecked(bytes))
    #expect(isChecked(bytes[...place]))
  }

  @Test("other bytes are not detected, alone and side by side")
  func notSeen() {
    let plain = (UInt8(1)...0x7F).filter { $0 != UInt8(ascii: "#") }
    #expect(!isChecked(plain))
    #expect(!isChecked(Array(plain.reversed())))
    for byte in plain {
      #expect(!isChecked([UInt8](repeating: byte, count: 11)), "\(byte)")
    }
    #expect(!isChecked([UInt8]()))
  }
}
