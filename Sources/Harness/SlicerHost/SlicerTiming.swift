package import ProcessSupport

/// Measures the loading time of the real reader.
package struct SlicerTiming: Sendable {
  /// Installed environment of the real reader.
  package var environment: SlicerEnvironment

  package init(environment: SlicerEnvironment) { self.environment = environment }

  /// Seconds of one load of a scene, without the description of its nodes; nil without an answer.
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
