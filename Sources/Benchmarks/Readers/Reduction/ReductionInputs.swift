internal import ZipReading

/// Starting inputs for the benchmark of reducers: each shows the reduction sample of its name among
/// much else. Deterministic.
enum ReductionInputs {
  static func input(_ name: String) -> [UInt8]? {
    switch name {
    case "xml-reference": scene(84_000, inside: reference)
    case "xml-instruction":
      scene(
        8_000,
        inside:
          "<SceneView id=\"v1\"><View><Camera a=\"1\"><?note seen?></Camera></View></SceneView>")
    case "xml-entity":
      scene(
        4_000, inside: "<Text id=\"t1\" author=\"&who;\"/>",
        doctype: "<!DOCTYPE MRML [\n"
          + "<!ENTITY lab \"Lab 4\">\n<!ENTITY who \"reader\">\n]>\n")
    case "xml-namespaces":
      scene(
        8_000,
        inside: "<Layer xmlns:plan=\"urn:plan\" xmlns:dose=\"urn:dose\" name=\"L\">"
          + "<Beam plan:number=\"3\" dose:unit=\"Gy\" x=\"1\"/></Layer>")
    case "scene-cycle":
      scene(
        20_000,
        inside: "<LinearTransform id=\"vtkMRMLLinearTransformNode901\" "
          + "transformNodeRef=\"vtkMRMLLinearTransformNode902\" name=\"up\"/>\n"
          + "<LinearTransform id=\"vtkMRMLLinearTransformNode902\" hideFromEditors=\"false\" "
          + "transformNodeRef=\"vtkMRMLLinearTransformNode901\"/>")
    case "scene-roles": scene(20_000, inside: "")
    case "scene-list":
      scene(
        20_000, inside: "<ROI id=\"r1\" bounds=\"-12.5 30.25 -7.75 88.125 0.5 19.0\" locked=\"0\"/>"
      )
    case "zip-names": archive(duplicate: true)
    case "zip-deflate": archive(duplicate: false)
    case "bundle-reference": bundle(scene(12_000, inside: reference))
    case "bundle-file":
      bundle(scene(6_000, inside: "<ModelStorage id=\"s9\" fileName=\"Data/Skin surface.vtk\"/>"))
    case "url-query": link("&dicomweb.studyUID=1.2.840.10008&access=a", fragment: "")
    case "url-escape": link("&file=../../etc/scene.mrml", fragment: "#layout=FourUp")
    case "json-points": markups(oddPoint: true)
    case "json-nesting": markups(oddPoint: false)
    default: nil
    }
  }

  private static let reference =
    "<Crosshair id=\"vtkMRMLCrosshairNode7\" name=\"Crosshair\" crosshairMode=\"ShowBasic\" "
    + "navigation=\"true\" associatedNodeRef=\"vtkMRMLModelNode2\"/>"

  /// A generated scene with more in the middle, and a document type after its first line.
  private static func scene(_ size: Int, inside: String, doctype: String = "") -> [UInt8] {
    let bytes = GeneratedScene(size: size).bytes
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    // Nodes begin with a space and a tag; picks one in the middle.
    let middle = lines.indices.dropFirst(lines.count / 2).first {
      lines[$0].starts(with: " <".utf8)
    }
    var out: [UInt8] = []
    for (index, line) in lines.enumerated() {
      if index == 1 { out += doctype.utf8 }
      if index == middle { out += inside.utf8 + [0x0A] }
      out += line
      if index + 1 < lines.count { out.append(0x0A) }
    }
    return out
  }

  private static func archive(duplicate: Bool) -> [UInt8] {
    var writer = ZipWriter(style: .slicer)
    writer.add(name: "study/", contents: [])
    for number in 1...12 {
      let line = "series \(number) has \(number * 31) slices of \(number + 2) mm"
      let text = (0..<number).map { "\(line), part \($0)" }.joined(separator: "\n")
      let hasTwice = !duplicate && number == 7
      writer.add(
        name: "study/series \(duplicate && number == 9 ? 4 : number).txt",
        contents: Array((hasTwice ? text + "\n" + line + "\nend\n" + line : text).utf8),
        method: number % 2 == 0 ? .stored : .deflated(.good))
    }
    return writer.finish()
  }

  private static func bundle(_ scene: [UInt8]) -> [UInt8] {
    var writer = ZipWriter(style: .slicer)
    writer.add(name: "Case 12/", contents: [])
    writer.add(name: "Case 12/Data/", contents: [])
    for name in ["CTChest.nrrd", "Skin surface.vtk", "Landmarks.mrk.json", "Liver.seg.nrrd"] {
      let contents = (0..<400).map { "\(name) \($0 * $0 % 97)\n" }.joined()
      writer.add(
        name: "Case 12/Data/\(name)", contents: Array(contents.utf8), method: .deflated(.good))
    }
    writer.add(name: "Case 12/Case 12.mrml", contents: scene, method: .deflated(.good))
    writer.add(name: "Case 12/Case 12.png", contents: Array("no picture".utf8))
    return writer.finish()
  }

  private static func link(_ more: String, fragment: String) -> [UInt8] {
    let parameters = (1...20).map { "&series\($0)=1.2.840.113619.2.55.\($0)%20part" }.joined()
    return Array(
      ("slicer://viewer/?download=https%3A%2F%2Fexample.org%2Fcase.mrb&dicomweb.studyUID=1.2.3"
        + parameters + more + fragment).utf8)
  }

  private static func markups(oddPoint: Bool) -> [UInt8] {
    let points = (1...30).map { number in
      let position = oddPoint && number == 17 ? "[4.5, -2.25]" : "[\(number).5, -\(number), 0.125]"
      return """
              {"id": "\(number)", "label": "F-\(number)", "position": \(position),
               "orientation": [-1.0, 0.0, 0.0], "selected": true,
               "measurement": {"enabled": false, "value": -\(number).75}, "visibility": true}
        """
    }
    return Array(
      """
      {
        "@schema": "https://example.org/markups-schema-v1.0.3.json#",
        "markups": [
          {
            "type": "Fiducial", "coordinateSystem": "LPS", "locked": false,
            "controlPoints": [
      \(points.joined(separator: ",\n"))
            ],
            "display": {"visibility": true, "opacity": 1.0, "color": [0.4, 1.0, 0.0]}
          }
        ]
      }
      """.utf8)
  }
}
