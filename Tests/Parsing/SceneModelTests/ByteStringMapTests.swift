import Testing

@testable import SceneModel

@Suite struct ByteStringMapTests {
  @Test("a lookup matches whole keys only, and a later pair replaces an earlier one")
  func keys() {
    let keys = (0..<300).map { "key\($0)" }
    var map = ByteStringMap(zip(keys, 0...))
    for (index, key) in keys.enumerated() { #expect(map[Array(key.utf8)[...]] == index) }
    for absent in ["", "key", "key300", "Key1", "key1 "] {
      #expect(map[Array(absent.utf8)[...]] == nil)
    }
    map[Array("key7".utf8)[...]] = 70
    map[Array("key8".utf8)[...]] = nil
    #expect(map[Array("key7".utf8)[...]] == 70)
    #expect(map[Array("key8".utf8)[...]] == 8)
    #expect(map.all.count == 300)
  }
}
