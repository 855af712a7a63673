import Dispatch
import Synchronization

/// Threads outside Swift's cooperative pool, for tasks that wait for files and child processes.
///
/// The cooperative pool has one thread per processor, and every task of the process shares it. A
/// task that blocks there delays all others, and busy tasks delay whoever reads the output of a
/// child. Sessions, builds and child processes run here instead.
package final class BlockingThreads: TaskExecutor {
  /// Serial queues: each gets a thread of its own while it has work, however busy the pool is.
  private let queues: [DispatchQueue]
  /// Jobs waiting or running in each queue.
  private let jobs: Mutex<[Int]>

  /// The threads that every part of the harness shares.
  package static let shared = BlockingThreads(count: 16)

  init(count: Int) {
    queues = (0..<count).map { DispatchQueue(label: "scenefuzz.blocking.\($0)") }
    jobs = Mutex(Array(repeating: 0, count: count))
  }

  /// Runs `body`, its child tasks, and the actors it calls on these threads.
  package static func run<Result, Failure>(
    _ body: () async throws(Failure) -> Result
  ) async throws(Failure) -> Result {
    try await withTaskExecutorPreference(shared, operation: body)
  }

  package func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let index = jobs.withLock { jobs in
      let index = jobs.indices.min { jobs[$0] < jobs[$1] } ?? 0
      jobs[index] += 1
      return index
    }
    queues[index].async {
      SystemBridge.run(job, on: self)
      self.jobs.withLock { $0[index] -= 1 }
    }
  }
}
