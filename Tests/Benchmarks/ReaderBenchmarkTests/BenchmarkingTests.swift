import Foundation
import LibArchiveOracle
import Testing
import XMLReading
import ZipReading

@testable import ReaderBenchmarks

@Suite struct BenchmarkingTests {
  @Test("the generated scene is well-formed, of the given size, and deterministic")
  func scene() throws {
    let scene = GeneratedScene(size: 200_000).bytes
    #expect(scene.count >= 200_000 && scene.count < 300_000)
    #expect(scene == GeneratedScene(size: 200_000).bytes)
    let document = try XMLDocument(reading: scene.span)
    let ratio = Double(document.attributeCount) / Double(document.elementCount)
    #expect((12...30).contains(ratio), "\(ratio) attributes to an element")
  }

  @Test("every row has a unique name, its numbers, and is one line of JSON")
  func rows() throws {
    var benchmark = XMLBenchmark()
    benchmark.size = 100_000
    benchmark.runs = 1
    benchmark.hostile = []
    benchmark.real = Array("<MRML/>".utf8)
    var rows: [BenchmarkRow] = []
    benchmark.run { rows.append($0) }
    #expect(
      rows.map(\.name) == [
        "events-generated", "document-generated", "events-real", "document-real",
        "pieces-generated",
      ])
    for row in rows {
      #expect(row.ours > 0)
      #expect((row.peer ?? 0) > 0)
      let fields = try #require(
        try JSONSerialization.jsonObject(with: JSONEncoder().encode(row)) as? [String: Any])
      #expect(
        Set(fields.keys).isSuperset(of: [
          "name", "ours", "peer", "peerName", "unit", "ratio", "runs",
        ]))
    }
  }

  @Test("inflating and opening bundles is measured against zlib, listing without a peer")
  func zipRows() {
    var benchmark = ZipBenchmark()
    benchmark.size = 100_000
    benchmark.runs = 1
    var rows: [BenchmarkRow] = []
    benchmark.runInflate { rows.append($0) }
    var notes: [String] = []
    benchmark.runBundle {
      rows.append($0)
    } note: {
      notes.append($0)
    }
    let isThere = LibArchive() != nil
    #expect(notes.count == (isThere ? 0 : 1))
    let alone = ["stream", "stream-x4", "list-8192", "list-65535"]
    #expect(
      rows.map(\.name) == ["inflate-scene", "inflate-mixed", "crc32", "bundle-zlib"]
        + (isThere ? ["bundle-libarchive"] : []) + alone)
    #expect(rows.allSatisfy { $0.ours > 0 })
    #expect(rows.allSatisfy { ($0.peer == nil) == alone.contains($0.name) })
  }

  @Test(
    "libarchive, where installed, reads archives of our writer and reports a wrong checksum"
  )
  func libarchive() throws {
    guard let library = LibArchive() else { return }
    var writer = ZipWriter()
    writer.add(name: "a.mrml", contents: Array("<MRML/>".utf8), method: .deflated(.good))
    writer.add(name: "b", contents: [1, 2, 3])
    var archive = writer.finish()
    #expect(library.readAll(archive, keeping: ".mrml") == Array("<MRML/>".utf8))
    // The last byte of the second content.
    let directory = try #require(try? ZipArchive(reading: archive.span)).directory.lowerBound
    archive[directory - 1] ^= 1
    #expect(library.readAll(archive, keeping: ".mrml") == nil)
    #expect(library.readAll([], keeping: "") == nil)
  }

  @Test(
    "a hostile shape is read to its end or refused within bounds",
    arguments: HostileShape.all.map(\.name))
  func hostile(name: String) throws {
    let shape = try #require(HostileShape.all.first { $0.name == name })
    let bytes = shape.make()
    let refusal: XMLError.Code?
    do throws(XMLError) {
      _ = try XMLDocument(reading: bytes.span)
      refusal = nil
    } catch {
      refusal = error.code
    }
    let expected: [String: XMLError.Code] = [
      "billion-laughs": .expansionRatioLimit, "quadratic-blowup": .expansionRatioLimit,
    ]
    #expect(refusal == expected[name])
  }

  @Test("the median is the middle value")
  func median() {
    #expect(BenchmarkRow.median([3, 1, 2]) == 2)
    #expect(BenchmarkRow.median([5]) == 5)
  }
}
