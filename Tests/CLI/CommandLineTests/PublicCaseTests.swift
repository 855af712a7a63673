import Foundation
import ProcessSupport
import TestSupport
import Testing

/// Files made after those that people posted: each gets the answer that is right for it.
@Suite("check on public cases")
struct PublicCaseTests {
  private struct Line: Decodable {
    struct Hazard: Decodable {
      let code: String
      let severity: String
      let member: String?
      let message: String
    }

    let reader: String
    let verdict: String
    let readerVerdict: String
    let hazards: [Hazard]
    let notes: [Hazard]
    let counts: [String: Int]
  }

  private func check(_ name: String) async throws -> Line {
    let file = Repository.root.appendingPathComponent("Tests/CLI/PublicCases/\(name)").path
    let (_, output) = try await CommandLineBench().run(["check", "--json", file])
    return try JSONDecoder().decode(Line.self, from: Data(output.utf8))
  }

  @Test(
    "a side file is read by its content, accepted, and its deviation is stated",
    arguments: [
      ("a01-fcsv-crlf.fcsv", "fcsv", "SAFE", ["carriageReturn"]),
      ("a10-fcsv-columns-swapped.fcsv", "fcsv", "CAUTION", ["columnsContradict"]),
      ("a22-ctbl-surplus.ctbl", "colors", "SAFE", ["surplusWords"]),
      ("a23-colortable.txt", "colors", "SAFE", []),
      ("a59-nrrd-datafile-fmt.nhdr", "nrrd", "SAFE", []),
    ])
  func sideFiles(_ name: String, _ reader: String, _ verdict: String, _ codes: [String])
    async throws
  {
    let line = try await check(name)
    #expect(line.reader == reader)
    #expect(line.readerVerdict == "accepted")
    #expect(line.verdict == verdict)
    #expect(Set((line.hazards + line.notes).map(\.code)).isSuperset(of: codes))
  }

  @Test("a color table is a color table, whatever its extension")
  func colors() async throws {
    let line = try await check("a23-colortable.txt")
    #expect(line.counts["colors"] == 2)
  }

  @Test("a pattern of data files names each of them; a step of 0 is refused or a hazard")
  func patterns() async throws {
    let file = Repository.root.appendingPathComponent(
      "Tests/CLI/PublicCases/a59-nrrd-datafile-fmt.nhdr")
    let (_, output) = try await CommandLineBench().run(["dump", file.path])
    #expect(output.contains("\"slice_001.raw\"") && output.contains("\"slice_002.raw\""))
    #expect(!output.contains("slice_003.raw"))
    #expect(
      ["BROKEN", "CAUTION"].contains(try await check("a68-nrrd-datafile-fmt-step0.nhdr").verdict))
  }

  @Test("names that other systems cannot hold are hazards, each at its member")
  func names() async throws {
    let space = try await check("a90-mrb-trailing-space.mrb")
    #expect(["CAUTION", "DANGEROUS"].contains(space.verdict))
    #expect(Set(space.hazards.compactMap(\.member)).contains("myscene /myscene .mrml"))
    let windows = try await check("a91-mrb-windows-names.mrb")
    #expect(["CAUTION", "DANGEROUS"].contains(windows.verdict))
    let members = [
      "CON", "aux.nrrd", "NUL.txt", "COM1.vtk", "name.", "a:b.nrrd", "what?.nrrd", "a*b.nrrd",
      "a|b.nrrd", "a<b>.nrrd", "a\"b.nrrd", "trail /x.nrrd",
    ].map { "S/Data/\($0)" }
    let found = Set(windows.hazards.filter { $0.severity != "note" }.compactMap(\.member))
    for member in members { #expect(found.contains(member), "\(member)") }
    #expect(!found.contains("S/S.mrml"))
  }

  @Test("names that fall together on other systems are hazards of the later one")
  func twins() async throws {
    let line = try await check("c86-unicode-twins.zip")
    #expect(["CAUTION", "DANGEROUS"].contains(line.verdict))
    let twins = line.hazards.filter { $0.code.hasSuffix("Twin") || $0.code == "duplicateName" }
    #expect(twins.count >= 4)
  }

  @Test("a bundle whose side files are refused is not safe, and names both")
  func sideFilesOfBundle() async throws {
    let line = try await check("a96-mrb-bad-side-files.mrb")
    #expect(["CAUTION", "DANGEROUS"].contains(line.verdict))
    let refused = line.hazards.filter { $0.code == "fileRefused" }.compactMap(\.member)
    #expect(Set(refused) == ["Data/F.mrk.json", "Data/c.ctbl"])
  }
}
