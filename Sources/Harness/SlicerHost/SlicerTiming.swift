package import ProcessSupport

/// How long the real reader takes.
package struct SlicerTiming: Sendable {
  /// The environment of the real reader, which must be made.
  package var environment: SlicerEnvironment

  /// Times that reader.
  package init(environment: SlicerEnvironment) { self.environment = environment }

  /// Seconds for one loading of a scene, without the time that the worker takes to tell of it; nil for no answer.
  package func seconds(_ bytes: [UInt8]) async throws(RunFailure) -> Double? {
    let scratch = try TemporaryFolder()
    defer { scratch.remove() }
    let path = scratch.path + "/scene.mrml"
    try WorkFolder.write(bytes, to: path)
    return try await SlicerWorker.run(environment) { worker in
      var limits = SlicerWorker.Limits()
      limits.seconds = 3600
      return try await worker.load([path], limits, values: false).first?.seconds
    }
  }
}
