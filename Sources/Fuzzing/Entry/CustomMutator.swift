// Bridge: libFuzzer's custom mutator and cross-over. Callers see no pointer.
internal import LibFuzzerBridge
internal import Mutation
internal import StableNumbers
internal import TargetInterface

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Mutator of the target of this process: the mutator of its format, libFuzzer's own mutations, or
/// both.
struct CustomMutator {
  /// Not synchronized: a process fuzzes one target on one thread.
  nonisolated(unsafe) static var current: CustomMutator?
  /// Whether libFuzzer has requested a mutation, which it does after running the corpus.
  nonisolated(unsafe) static var hasMutated = false

  /// Creates the mutator of the target's format; nil for plain bytes.
  private let makeMutator: MutatorRegistry.Factory?
  private var weights = MutatorWeights()
  /// Nil in a build that does not record operands.
  private var operands: OperandPass?
  private let schemas: [PairSchema]
  /// Rows of the covering arrays of the format; begins with the first of them that is due.
  private var pairs: PairedInputs?

  /// One mutation in so many is the next row of a covering array, whatever its input is.
  static let pairPeriod: UInt64 = 128

  init(for target: FuzzTarget) {
    // `SCENEFUZZ_MUTATION=bytes` leaves only the mutations of libFuzzer, for comparison.
    let setting = unsafe getenv("SCENEFUZZ_MUTATION").map { unsafe String(cString: $0) }
    let factories =
      unsafe getenv("SCENEFUZZ_WITHOUT_SHAPED") == nil
      ? MutatorRegistry.factories : MutatorRegistry.factoriesWithoutShaped
    makeMutator = setting == "bytes" ? nil : factories[target.format]
    operands = OperandPass(for: target)
    schemas = makeMutator == nil ? [] : MutatorRegistry.schemas[target.format] ?? []
  }

  /// Whether the format has a mutator; plain bytes are left to libFuzzer.
  var hasMutator: Bool { makeMutator != nil }

  /// Returns a changed copy of `input`, of at most `limit` bytes.
  mutating func mutate(_ input: [UInt8], limit: Int, seed: UInt32) -> [UInt8] {
    guard let mutator = makeMutator?(limit) else { return Self.bytes(input, limit: limit) }
    var random = SplitMix64(seed: UInt64(seed))
    if let output = operands?.next(for: input, limit: limit, &random) {
      operands?.record(output)
      return output
    }
    if let output = pair(limit: limit, &random) {
      operands?.record(output)
      return output
    }
    weights.receive(input)
    let way = weights.way(&random)
    var output = input
    if way != .bytes { output = mutator.mutate(output, seed: random.next()) }
    if way != .structure || output == input { output = Self.bytes(output, limit: limit) }
    weights.record(output, by: way)
    operands?.record(output)
    return output
  }

  /// The next row, when one is due and fits.
  private mutating func pair(limit: Int, _ random: inout SplitMix64) -> [UInt8]? {
    guard !schemas.isEmpty, random.next() >> 32 % Self.pairPeriod == 0 else { return nil }
    if pairs == nil { pairs = PairedInputs(schemas, start: random.next() >> 1) }
    // Slices of short inputs take the short ones.
    for _ in 0..<4 {
      if let output = pairs?.next(), output.count <= limit { return output }
    }
    return nil
  }

  func crossOver(_ first: [UInt8], _ second: [UInt8], limit: Int, seed: UInt32) -> [UInt8] {
    makeMutator?(limit).crossOver(first, second, seed: UInt64(seed)) ?? first
  }

  /// Applies one of libFuzzer's own mutations of plain bytes.
  ///
  /// These insert at most a dictionary word or a copied part, so room for half of the input is
  /// enough.
  private static func bytes(_ input: [UInt8], limit: Int) -> [UInt8] {
    let room = min(limit, input.count + max(input.count / 2, 256))
    var buffer = input
    buffer.append(contentsOf: repeatElement(0, count: max(room - input.count, 0)))
    let size = unsafe buffer.withUnsafeMutableBufferPointer {
      unsafe scenefuzz_engine_mutate($0.baseAddress, min(input.count, room), room)
    }
    buffer.removeLast(buffer.count - size)
    return buffer
  }
}

private func read(_ address: UnsafePointer<UInt8>?, _ count: Int) -> [UInt8] {
  unsafe [UInt8](UnsafeBufferPointer(start: address, count: address == nil ? 0 : count))
}

private func write(_ bytes: [UInt8], to address: UnsafeMutablePointer<UInt8>?, _ limit: Int) -> Int
{
  let count = min(bytes.count, limit)
  // One block, not byte by byte: this runs for every execution.
  unsafe UnsafeMutableRawBufferPointer(start: address, count: address == nil ? 0 : count)
    .copyBytes(from: bytes.prefix(address == nil ? 0 : count))
  return count
}

/// libFuzzer's hook that mutates `data` in place. Returns the new length, at most `maximumSize`.
///
/// Deterministic in the seed and the weights so far.
@_cdecl("LLVMFuzzerCustomMutator")
package func customMutator(
  _ data: UnsafeMutablePointer<UInt8>?, _ size: Int, _ maximumSize: Int, _ seed: UInt32
) -> Int {
  unsafe CustomMutator.hasMutated = true
  // The target is unknown before the first input has run. Plain bytes stay in libFuzzer's buffer.
  guard unsafe CustomMutator.current?.hasMutator == true else {
    return unsafe scenefuzz_engine_mutate(data, size, maximumSize)
  }
  let start = FuzzEntry.isTimed ? EntryClock.now : nil
  defer { if let start { EntryClock.addMutation(since: start) } }
  let input = unsafe read(data, size)
  let output =
    unsafe CustomMutator.current?.mutate(input, limit: maximumSize, seed: seed) ?? input
  return unsafe write(output, to: data, maximumSize)
}

/// libFuzzer's hook that crosses two inputs into `out`. Returns the length, or 0 for plain bytes,
/// so that libFuzzer applies another mutation.
@_cdecl("LLVMFuzzerCustomCrossOver")
package func customCrossOver(
  _ first: UnsafePointer<UInt8>?, _ firstSize: Int, _ second: UnsafePointer<UInt8>?,
  _ secondSize: Int, _ out: UnsafeMutablePointer<UInt8>?, _ maximumSize: Int, _ seed: UInt32
) -> Int {
  // Returning the first input unchanged would only run it again.
  guard unsafe CustomMutator.current?.hasMutator == true else { return 0 }
  let start = FuzzEntry.isTimed ? EntryClock.now : nil
  defer { if let start { EntryClock.addMutation(since: start) } }
  let one = unsafe read(first, firstSize)
  let two = unsafe read(second, secondSize)
  let output =
    unsafe CustomMutator.current?.crossOver(one, two, limit: maximumSize, seed: seed) ?? one
  return unsafe write(output, to: out, maximumSize)
}
