import Synchronization

/// Process groups of the children that run now, for an end at once.
enum LiveChildren {
  private static let groups = Mutex<Set<Int32>>([])

  static func add(_ group: Int32) { groups.withLock { _ = $0.insert(group) } }

  static func remove(_ group: Int32) { groups.withLock { _ = $0.remove(group) } }

  /// Kills every child with its own children, and leaves them to the system.
  static func killAll() {
    for group in groups.withLock({ $0 }) { SystemBridge.killGroup(group) }
  }
}
