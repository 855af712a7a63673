import ByteReading
import SideFiles
import SlicerURL
import Testing

@testable import Mutation

/// Hazards and refusals that a bounded number of mutations of valid texts produces.
@Suite struct TextMutatorTests {
  static let fiducials = Array(
    """
    # Markups fiducial file version = 5.13
    # CoordinateSystem = LPS
    # columns = id,x,y,z,ow,ox,oy,oz,vis,sel,lock,label,desc,associatedNodeID
    1,10.5,-20,30,0,0,0,1,1,1,0,F-1,,vtkMRMLModelNode1,2,0

    """.utf8)
  static let colors = Array("# Color table\n0 black 0 0 0 255\n1 red 255 0 0 255\n".utf8)
  static let columns = Array(
    "LabelValue,Name,Color_R,Color_G,Color_B,Color_A\n0,black,0,0,0,255\n1,red,255,0,0,255\n".utf8)
  static let header = Array(
    """
    NRRD0005
    type: unsigned char
    dimension: 3
    space: left-posterior-superior
    sizes: 4 4 4
    kinds: domain domain domain
    encoding: raw
    Segment0_ID:=Segment_1
    Segment0_Extent:=0 1 0 1 0 1


    """.utf8)
  static let link = Array(
    "slicer://viewer/?studyUID=1.2.840&dicomweb_endpoint=https%3A%2F%2Fhost%2F".utf8)

  /// Passes at most `count` texts to `read`, each a mutation of a valid one or of an earlier
  /// result, until it returns true.
  static func grow(
    _ format: TextFormat, from seeds: [[UInt8]], count: UInt64 = 12_000, _ read: ([UInt8]) -> Bool
  ) {
    let mutator = TextMutator(format, limit: 4_096)
    var pool = seeds
    for seed in 0..<count {
      let child = mutator.mutate(pool[Int(seed % UInt64(pool.count))], seed: seed)
      if read(child) { return }
      pool.append(child)
      if pool.count == 32 { pool = seeds }
    }
  }

  @Test("every hazard of a fiducial file is produced")
  func fiducialHazards() {
    let wanted: Set<SideFileHazard.Code> = [
      .invalidUTF8, .controlCharacter, .lateHeader, .unknownVersion, .missingColumn,
      .surplusColumn, .unclosedQuote, .foreignSeparator, .notANumber, .nonFiniteNumber,
      .unknownStatus,
    ]
    var missing = wanted
    Self.grow(.fiducials, from: [Self.fiducials]) { text in
      if let file = try? FiducialFile(reading: text.span) {
        for hazard in file.report.hazards { missing.remove(hazard.code) }
      }
      return missing.isEmpty
    }
    #expect(missing.isEmpty)
  }

  @Test("every hazard of a color table is produced, as text and as columns")
  func colorHazards() {
    let wanted: Set<SideFileHazard.Code> = [
      .invalidUTF8, .componentOutOfRange, .missingAlpha, .oddQuotes, .nameOfQuotes, .hugeTable,
      .lineOfBlanks, .commentInColumns, .shortRow, .notANumber, .missingColumn,
    ]
    var missing = wanted
    Self.grow(.colors, from: [Self.colors, Self.columns]) { text in
      for form in [ColorTableFile.Form.text, .columns(separator: UInt8(ascii: ","))] {
        guard let table = try? ColorTableFile(reading: text.span, form: form) else { continue }
        for hazard in table.report.hazards { missing.remove(hazard.code) }
      }
      return missing.isEmpty
    }
    #expect(missing.isEmpty)
  }

  @Test("every refusal and hazard of an NRRD header is produced")
  func headerHazards() {
    var refusals: Set = [
      "missingMagic", "headerNotEnded", "unknownField", "repeatedField", "dimensionMissing",
      "invalidField", "missingField",
    ]
    var hazards: Set<SideFileHazard.Code> = [
      .duplicateName, .pathOutside, .hugeImage, .invalidUTF8,
    ]
    Self.grow(.header, from: [Self.header]) { text in
      do throws(SideFileError) {
        for hazard in try NRRDHeader(reading: text.span).report.hazards {
          hazards.remove(hazard.code)
        }
      } catch {
        refusals.remove(error.name)
      }
      return refusals.isEmpty && hazards.isEmpty
    }
    #expect(refusals.isEmpty)
    #expect(hazards.isEmpty)
  }

  @Test("every hazard of a link is produced")
  func linkHazards() {
    var missing = Set(SlicerURLHazard.Code.allCases)
    Self.grow(.link, from: [Self.link]) { text in
      if let link = try? SlicerURL(reading: text.span) {
        for hazard in link.hazards { missing.remove(hazard.code) }
      }
      return missing.isEmpty
    }
    #expect(missing.isEmpty)
  }

  static let annotation = Array(
    "# Name = F\n# textColor = 0.5,0.25,1\n# pointOpacity = 1\ntext|F|1|1\npoint|-1.5|2|3|1|1\n"
      .utf8)
  static let volumeProperty = Array(
    "1\n1\n0.9\n0.1\n0.2\n10\n4 0 0 255 1\n4 0 1 255 1\n8 0 0 0 0 255 1 1 1\n".utf8)
  static let report = Array(
    """
    ==7==ERROR: AddressSanitizer: heap-buffer-overflow on address 0x60 at pc 0x51
    READ of size 1 at 0x60 thread T0
        #0 0x51 in $s4main3runyyF /a/b.swift:1:2
        #1 0x52 in main /a/main.swift:3
    SUMMARY: AddressSanitizer: heap-buffer-overflow

    """.utf8)

  @Test("every hazard of an annotation file is produced")
  func annotationHazards() {
    var missing: Set<SideFileHazard.Code> = [
      .longLine, .invalidUTF8, .wrongLength, .missingColumn, .nonFiniteNumber,
    ]
    Self.grow(.annotations, from: [Self.annotation]) { text in
      if let file = try? AnnotationFile(reading: text.span) {
        for hazard in file.report.hazards { missing.remove(hazard.code) }
      }
      return missing.isEmpty
    }
    #expect(missing.isEmpty)
  }

  @Test("every hazard of a volume property file is produced")
  func volumePropertyHazards() {
    var missing: Set<SideFileHazard.Code> = [
      .missingLine, .negativeCount, .countMismatch, .nonFiniteNumber, .positionsNotAscending,
    ]
    Self.grow(.volumeProperties, from: [Self.volumeProperty]) { text in
      if let file = try? VolumePropertyFile(reading: text.span) {
        for hazard in file.report.hazards { missing.remove(hazard.code) }
      }
      return missing.isEmpty
    }
    #expect(missing.isEmpty)
  }

  @Test("reports of every kind that triage knows are produced from a sanitizer report")
  func reports() {
    let heads = [
      "AddressSanitizer", "libFuzzer: timeout", "Program received signal", "stop reason = ",
      "Exception Type:", "Program crashed:", "Stack trace of thread", "crashReport",
      "PROPERTY VIOLATED",
      "ThreadSanitizer", "Fatal error:", "Direct leak of",
    ].map { Array($0.utf8) }
    var missing = Set(heads)
    var maximumLines = 0
    Self.grow(.reports, from: [Self.report], count: 4_000) { text in
      for head in missing where text.firstRange(of: head) != nil { missing.remove(head) }
      maximumLines = max(maximumLines, text.split(separator: 0x0A).count)
      return missing.isEmpty && maximumLines > 50
    }
    #expect(missing.isEmpty)
    #expect(maximumLines > 50)
  }

  static let formats: [(String, TextFormat, [UInt8])] = [
    ("fiducials", .fiducials, fiducials), ("colors", .colors, columns), ("header", .header, header),
    ("annotations", .annotations, annotation),
    ("volume properties", .volumeProperties, volumeProperty), ("reports", .reports, report),
    ("link", .link, link), ("values", .values, Array("role:id id {k=v};other:x;".utf8)),
  ]

  @Test("every mutation changes a text of every format", arguments: TextMutation.all.map(\.name))
  func mutations(name: String) throws {
    let mutation = try #require(TextMutation.all.first { $0.name == name })
    for (format, known, text) in Self.formats {
      let mutator = TextMutator(known, limit: 4_096)
      let isChanged = (0..<40 as Range<UInt64>).contains {
        mutator.apply(mutation, to: text, seed: $0) != nil
      }
      #expect(isChanged, "\(name) does not change \(format)")
    }
  }

  @Test("the same seed makes the same text within the limit, for any input")
  func bounded() {
    for (_, known, text) in Self.formats {
      let mutator = TextMutator(known, limit: 100)
      for input in [text.prefix(100).map { $0 }, [], [0], [0x0A, 0x2C, 0x0A]] {
        for seed in 0..<50 as Range<UInt64> {
          let result = mutator.mutate(input, seed: seed)
          #expect(result == mutator.mutate(input, seed: seed))
          #expect(result.count <= 100)
          #expect(mutator.crossOver(input, text, seed: seed).count <= 100)
        }
      }
    }
  }
}
