// Bridge: waits for asynchronous work on the calling thread, which Swift's library alone cannot.
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Runs asynchronous work to its end on behalf of a synchronous caller.
public enum BlockingTask {
  /// Starts `body` in a task of its own and returns what it returned.
  ///
  /// The calling thread sleeps until then, so it must not be one of the cooperative pool: libFuzzer
  /// calls a target on its own thread. Costs the start of a task and a wake-up.
  public static func run<Result: Sendable>(
    _ body: @escaping @Sendable () async -> Result
  ) -> Result {
    let box = Box<Result>()
    Task { box.finish(with: await body()) }
    return box.wait()
  }
}

/// A result that is not there yet. Every access to `result` holds the mutex.
@safe private final class Box<Result: Sendable>: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var result: Result?

  init() {
    _ = unsafe pthread_mutex_init(mutex, nil)
    _ = unsafe pthread_cond_init(condition, nil)
  }

  deinit {
    _ = unsafe pthread_cond_destroy(condition)
    _ = unsafe pthread_mutex_destroy(mutex)
    unsafe condition.deallocate()
    unsafe mutex.deallocate()
  }

  func finish(with value: Result) {
    _ = unsafe pthread_mutex_lock(mutex)
    result = value
    _ = unsafe pthread_cond_signal(condition)
    _ = unsafe pthread_mutex_unlock(mutex)
  }

  func wait() -> Result {
    _ = unsafe pthread_mutex_lock(mutex)
    defer { _ = unsafe pthread_mutex_unlock(mutex) }
    while true {
      if let result { return result }
      _ = unsafe pthread_cond_wait(condition, mutex)
    }
  }
}
