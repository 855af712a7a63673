import Synchronization

/// Bounded history of a reduction: the original and the inputs kept last.
final class KeptInputs: Sendable {
  private static let most = 8
  private let state: Mutex<[[UInt8]]>

  init(_ original: [UInt8]) { state = Mutex([original]) }

  var inputs: [[UInt8]] { state.withLock { $0 } }

  func append(_ input: [UInt8]) {
    state.withLock { kept in
      kept.append(input)
      if kept.count > Self.most { kept.remove(at: 1) }
    }
  }
}
