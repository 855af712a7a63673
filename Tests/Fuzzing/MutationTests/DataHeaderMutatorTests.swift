import SideFiles
import Testing
import ZipReading

@testable import Mutation

@Suite("numbers of binary headers and the length of their data are changed")
struct DataHeaderMutatorTests {
  /// A NIfTI-1 file of 2 × 2 bytes.
  private static let nifti: [UInt8] = {
    var bytes = [UInt8](repeating: 0, count: 356)
    for (place, value) in [(0, 92), (1, 1), (40, 2), (42, 2), (44, 2), (70, 2), (72, 8)] {
      bytes[place] = UInt8(value)
    }
    for (place, byte) in [0, 0, 0xB0, 0x43].enumerated() { bytes[108 + place] = UInt8(byte) }
    for (place, byte) in "n+1\0".utf8.enumerated() { bytes[344 + place] = byte }
    return bytes
  }()

  private static let stl =
    [UInt8](repeating: 0, count: 80) + [1, 0, 0, 0]
    + [UInt8](repeating: 0, count: 50)

  private static let appended = Array(
    ("<VTKFile type=\"PolyData\"><PolyData><Piece NumberOfPoints=\"1\"><Points><DataArray "
      + "type=\"UInt8\" NumberOfComponents=\"3\" format=\"appended\" offset=\"0\"/></Points>"
      + "</Piece></PolyData><AppendedData encoding=\"raw\">_\u{3}\0\0\0abc</AppendedData></VTKFile>")
      .utf8)

  /// Whether 3,000 mutations of `input` give a reading with each of the hazards.
  private func reaches(
    _ codes: Set<SideFileHazard.Code>, _ mutator: DataHeaderMutator, _ input: [UInt8],
    _ report: ([UInt8]) -> SideFileReport?
  ) -> Bool {
    var left = codes
    for seed in 0..<3_000 as Range<UInt64> {
      let made = mutator.mutate(input, seed: seed)
      #expect(made.count <= mutator.limit)
      for hazard in report(made)?.hazards ?? [] { left.remove(hazard.code) }
      if left.isEmpty { return true }
    }
    return false
  }

  private func image(_ bytes: [UInt8]) -> SideFileReport? {
    (try? ImageHeader(reading: bytes.span))?.report
  }

  @Test("a NIfTI header gets impossible sizes, offsets and types, also inside gzip")
  func nifti() {
    let mutator = DataHeaderMutator(.imageHeader, limit: 4_096)
    let codes: Set<SideFileHazard.Code> = [
      .dataTooShort, .negativeCount, .offsetOutside, .sizesDisagree,
    ]
    #expect(image(Self.nifti)?.hazards.isEmpty == true)
    #expect(reaches(codes, mutator, Self.nifti, image))
    let crc = CRC32.checksum(Self.nifti.span)
    let trailer = [crc, 356].flatMap { value in
      (0..<4).map { UInt8(truncatingIfNeeded: value >> UInt32(8 * $0)) }
    }
    let gzip =
      [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
      + Deflate.deflate(Self.nifti.span, level: .good) + trailer
    #expect(image(gzip)?.hazards.isEmpty == true)
    #expect(reaches(codes, mutator, gzip, image))
  }

  @Test("a binary STL file gets another count, and appended VTK data another length")
  func counts() {
    let mesh = DataHeaderMutator(.mesh, limit: 4_096)
    #expect(
      reaches([.dataTooShort], mesh, Self.stl) { (try? MeshHeader(reading: $0.span))?.report })
    let vtk = DataHeaderMutator(.vtk, limit: 4_096)
    #expect(
      reaches([.dataTooShort, .sizesDisagree], vtk, Self.appended) {
        (try? VTKXMLHeader(reading: $0.span))?.report
      })
  }

  @Test("equal seeds give equal results, and long results are dropped")
  func bounded() {
    let mutator = DataHeaderMutator(.imageHeader, limit: 356)
    for seed in 0..<200 as Range<UInt64> {
      let made = mutator.mutate(Self.nifti, seed: seed)
      #expect(made == mutator.mutate(Self.nifti, seed: seed))
      #expect(made.count <= 356)
    }
  }

  @Test("two files with binary headers are crossed at the data")
  func crossing() {
    let mutator = DataHeaderMutator(.mesh, limit: 4_096)
    let other = Self.stl + [9]
    let crossed = mutator.crossOver(Self.stl, other, seed: 1)
    #expect(crossed == other)
  }
}
