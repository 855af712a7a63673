public import ZipReading

extension SceneBundle {
  /// Returns a bundle in Slicer's layout: the folder `name/`, the files in `name/Data/`, the scene
  /// `name/name.mrml` and, if given, the thumbnail `name/name.png`. Equal arguments give equal
  /// bytes.
  ///
  /// - Parameters:
  ///   - name: Base name of the bundle; trailing blanks are removed.
  ///   - scene: The scene, which names its files as `Data/FILE`.
  ///   - data: File name below `Data/` and content, in the order of writing.
  ///   - thumbnail: A PNG picture of the scene; nil writes none.
  ///   - method: Compression of files; Slicer stores them.
  public static func make(
    name: String, scene: [UInt8], data: [(String, [UInt8])], thumbnail: [UInt8]? = nil,
    method: ZipWriter.Compression = .stored
  ) -> [UInt8] {
    var base = Substring(name)
    while base.last == " " { base.removeLast() }
    var writer = ZipWriter(style: .slicer)
    writer.add(name: "\(base)/", contents: [])
    for (file, contents) in data {
      writer.add(name: "\(base)/Data/\(file)", contents: contents, method: method)
    }
    writer.add(name: "\(base)/\(base).mrml", contents: scene, method: method)
    if let thumbnail {
      writer.add(name: "\(base)/\(base).png", contents: thumbnail, method: method)
    }
    return writer.finish()
  }
}
