import FuzzTargets
import SceneModel
import Testing
import ZipReading

@Suite("Typed inputs")
struct InputProviderTests {
  @Test("numbers come from the end, texts from the start, and both end where they meet")
  func ends() {
    var values = InputProvider(Array("skull".utf8) + [3, 7])
    #expect(values.integer(in: 0...UInt8(9)) == 7)
    #expect(values.text(atMost: 9) == "sku")
    #expect(values.count == 2)
    #expect(values.rest() == Array("ll".utf8))
    #expect(values.count == 0)
  }

  @Test("after the last byte every number is the lowest of its range and every text is empty")
  func exhausted() {
    var values = InputProvider([])
    #expect(values.integer(in: 5...9) == 5)
    #expect(values.integer(Int64.self) == .min)
    #expect(values.flag() == false)
    #expect(values.text(atMost: 4) == "")
    #expect(values.choice(of: [3, 4]) == 3)
    #expect(values.choice(of: [Int]()) == nil)
    #expect(values.rest() == [])
  }

  @Test("an integer lies within its bounds, for every width and the widest ranges")
  func bounds() {
    for byte in UInt8.min...UInt8.max {
      let bytes = [UInt8](repeating: byte, count: 16)
      var values = InputProvider(bytes)
      #expect((-128...127).contains(values.integer(in: Int8.min...Int8.max)))
      #expect((-3...4).contains(values.integer(in: -3...Int(4))))
      #expect(values.integer(in: UInt64(9)...9) == 9)
      var wide = InputProvider(bytes)
      #expect(wide.integer(UInt64.self) == UInt64(byte) &* 0x0101_0101_0101_0101)
      #expect(wide.count == 8)
      #expect(wide.integer(in: Int.min...(Int.max - 1)) < .max)
    }
  }

  @Test("an integer of a small range takes one byte, of a wide one its width")
  func widths() {
    var values = InputProvider([UInt8](repeating: 1, count: 8))
    _ = values.integer(in: 0...255)
    #expect(values.count == 7)
    _ = values.integer(in: 0...256)
    #expect(values.count == 5)
    _ = values.integer(UInt32.self)
    #expect(values.count == 1)
  }

  @Test("every scene is read and every archive is opened", arguments: 0..<200)
  func files(seed: UInt64) throws {
    var state = seed
    let bytes = (0..<Int(seed)).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 33)
    }
    var values = InputProvider(bytes)
    let scene = values.scene()
    #expect(throws: Never.self) { try Scene(reading: scene.span) }
    let archive = values.archive()
    let read = try ZipArchive(reading: archive.span)
    for index in read.members.indices {
      #expect(throws: Never.self) { try read.contents(of: index, in: archive.span) }
    }
  }

  private static let asynchronous = FuzzTarget(
    name: "tasks", property: "No digit.", maximumLength: 9, fileExtension: "txt",
    asynchronous: { input async throws(PropertyViolation) in
      await Task.yield()
      async let sum = input.reduce(0) { $0 + Int($1) }
      guard await sum < 1_000 else {
        throw PropertyViolation(property: "sum", place: "input", expected: "small", found: "large")
      }
    })

  @Test("an asynchronous target ends before its call returns, and its violation is thrown")
  func asynchronousTarget() throws {
    let (small, large) = (Array("abc".utf8), [UInt8](repeating: 255, count: 9))
    for _ in 0..<200 {
      try Self.asynchronous.run(small.span)
      let error = #expect(throws: PropertyViolation.self) {
        try Self.asynchronous.run(large.span)
      }
      #expect(error?.property == "sum")
    }
  }
}
