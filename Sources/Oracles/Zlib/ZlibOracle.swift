// Bridge: the system's zlib as an independent oracle for DEFLATE, for tests, targets and benchmarks
// only.
import CZlib

/// Result of inflating a stream with zlib.
package struct ZlibVerdict: Equatable, Sendable {
  /// Final status of zlib.
  package enum Outcome: Equatable, Sendable {
    case accepted
    /// The input ends before the stream does.
    case unexpectedEnd
    case invalid
    case needsDictionary
    /// The output exceeds the caller's limit.
    case outputLimit
  }

  /// Status at the end of the stream, of the input or at the output limit.
  package let outcome: Outcome
  /// Output up to the end or the error.
  package let output: [UInt8]
  /// Number of consumed input bytes.
  package let consumed: Int
  /// Error message of zlib; nil when it sets none.
  package let message: String?
}

/// zlib as an independent oracle for RFC 1950 to 1952, for tests, targets and benchmarks; the
/// parser never uses it.
///
/// A bridge: pointers of the C library stay inside this module.
package enum ZlibOracle {
  /// Wrapper of a stream; the raw values are zlib's window bits.
  package enum Format: Int32, CaseIterable, Sendable {
    case raw = -15
    case zlib = 15
    case gzip = 31
  }

  /// Strategy of `deflateInit2`; it determines the block types in the output.
  package enum Strategy: Int32, CaseIterable, Sendable {
    case standard = 0
    case filtered = 1
    case huffmanOnly = 2
    case runLength = 3
    case fixed = 4
  }

  /// Version of the loaded library.
  package static var version: String { unsafe String(cString: zlibVersion()) }

  /// Inflates one stream.
  ///
  /// - Parameter limit: Maximum number of output bytes.
  package static func inflate(
    _ input: [UInt8], format: Format, limit: Int = 1 << 26
  ) -> ZlibVerdict {
    var input = input
    var stream = unsafe z_stream()
    let size = unsafe Int32(MemoryLayout<z_stream>.size)
    let ready = unsafe inflateInit2_(&stream, format.rawValue, ZLIB_VERSION, size)
    precondition(ready == Z_OK, "zlib could not start")
    defer { _ = unsafe inflateEnd(&stream) }
    var output: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let count = input.count
    let status = unsafe input.withUnsafeMutableBufferPointer { bytes -> Int32 in
      unsafe stream.next_in = bytes.baseAddress
      unsafe stream.avail_in = UInt32(count)
      while true {
        let status = unsafe chunk.withUnsafeMutableBufferPointer { room -> Int32 in
          unsafe stream.next_out = room.baseAddress
          unsafe stream.avail_out = UInt32(room.count)
          return unsafe CZlib.inflate(&stream, Z_NO_FLUSH)
        }
        unsafe output.append(contentsOf: chunk[..<(chunk.count - Int(stream.avail_out))])
        if output.count > limit { return Z_MEM_ERROR }
        if status != Z_OK { return status }
        if unsafe stream.avail_out > 0 && stream.avail_in == 0 { return Z_BUF_ERROR }
      }
    }
    let message = unsafe stream.msg == nil ? nil : String(cString: stream.msg)
    return unsafe ZlibVerdict(
      outcome: outcome(status), output: output, consumed: count - Int(stream.avail_in),
      message: message)
  }

  /// Inflates a stream in one call into an array of `size` bytes, as a baseline for benchmarks.
  /// False when the stream does not end exactly there.
  package static func inflates(_ input: [UInt8], format: Format, to size: Int) -> Bool {
    var input = input
    var stream = unsafe z_stream()
    let ready = unsafe inflateInit2_(
      &stream, format.rawValue, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    precondition(ready == Z_OK, "zlib could not start")
    defer { _ = unsafe inflateEnd(&stream) }
    var output = [UInt8](repeating: 0, count: size)
    let count = input.count
    let status = unsafe input.withUnsafeMutableBufferPointer { bytes -> Int32 in
      unsafe stream.next_in = bytes.baseAddress
      unsafe stream.avail_in = UInt32(count)
      return unsafe output.withUnsafeMutableBufferPointer { room -> Int32 in
        unsafe stream.next_out = room.baseAddress
        unsafe stream.avail_out = UInt32(room.count)
        return unsafe CZlib.inflate(&stream, Z_FINISH)
      }
    }
    return unsafe status == Z_STREAM_END && stream.avail_out == 0
  }

  /// Compresses `input`.
  ///
  /// - Parameters:
  ///   - level: 0...9.
  ///   - memoryLevel: 1...9; 1 gives the shortest blocks.
  package static func deflate(
    _ input: [UInt8], format: Format, level: Int32 = 6, strategy: Strategy = .standard,
    memoryLevel: Int32 = 8
  ) -> [UInt8] {
    var input = input
    var stream = unsafe z_stream()
    let size = unsafe Int32(MemoryLayout<z_stream>.size)
    let ready = unsafe deflateInit2_(
      &stream, level, Z_DEFLATED, format.rawValue, memoryLevel, strategy.rawValue, ZLIB_VERSION,
      size)
    precondition(ready == Z_OK, "zlib could not start")
    defer { _ = unsafe deflateEnd(&stream) }
    let bound = unsafe Int(deflateBound(&stream, UInt(input.count)))
    var output = [UInt8](repeating: 0, count: bound)
    let count = input.count
    let status = unsafe input.withUnsafeMutableBufferPointer { bytes -> Int32 in
      unsafe stream.next_in = bytes.baseAddress
      unsafe stream.avail_in = UInt32(count)
      return unsafe output.withUnsafeMutableBufferPointer { room -> Int32 in
        unsafe stream.next_out = room.baseAddress
        unsafe stream.avail_out = UInt32(room.count)
        return unsafe CZlib.deflate(&stream, Z_FINISH)
      }
    }
    precondition(status == Z_STREAM_END, "the bound holds the whole stream")
    return unsafe Array(output[..<(bound - Int(stream.avail_out))])
  }

  /// CRC-32 computed by zlib.
  package static func crc32(_ bytes: [UInt8]) -> UInt32 {
    unsafe bytes.withUnsafeBufferPointer {
      unsafe UInt32(truncatingIfNeeded: CZlib.crc32(0, $0.baseAddress, UInt32($0.count)))
    }
  }

  /// Adler-32 computed by zlib.
  package static func adler32(_ bytes: [UInt8]) -> UInt32 {
    unsafe bytes.withUnsafeBufferPointer {
      unsafe UInt32(truncatingIfNeeded: CZlib.adler32(1, $0.baseAddress, UInt32($0.count)))
    }
  }

  private static func outcome(_ status: Int32) -> ZlibVerdict.Outcome {
    switch status {
    case Z_STREAM_END: .accepted
    case Z_OK, Z_BUF_ERROR: .unexpectedEnd
    case Z_NEED_DICT: .needsDictionary
    case Z_MEM_ERROR: .outputLimit
    default: .invalid
    }
  }
}
