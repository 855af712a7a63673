// Bridge: the system's zlib, as the second opinion on DEFLATE. Used by tests, oracles and benchmarks only.
import CZlib

/// What zlib says of a stream.
package struct ZlibVerdict: Equatable, Sendable {
  /// What zlib answers in the end, its status codes in words.
  package enum Outcome: Equatable, Sendable {
    case accepted
    /// The stream may go on: zlib wants more input.
    case unexpectedEnd
    case invalid
    case needsDictionary
    /// More output than the caller allowed.
    case outputLimit
  }

  /// The answer at the end of the stream, of the input or of what is allowed.
  package let outcome: Outcome
  /// All that came out, also before an error.
  package let output: [UInt8]
  /// Bytes of input that zlib took.
  package let consumed: Int
  /// zlib's own words, if it had any.
  package let message: String?
}

/// zlib as a second opinion on RFC 1950 to 1952, for tests, targets and benchmarks; the parser never uses it.
///
/// A bridge: pointers of the C library stay inside this module.
package enum ZlibOracle {
  /// How a stream is wrapped, as zlib's window bits say it.
  package enum Format: Int32, CaseIterable, Sendable {
    case raw = -15
    case zlib = 15
    case gzip = 31
  }

  /// How zlib searches for matches when it writes (`deflateInit2`): it decides which kinds of blocks tests get.
  package enum Strategy: Int32, CaseIterable, Sendable {
    case standard = 0
    case filtered = 1
    case huffmanOnly = 2
    case runLength = 3
    case fixed = 4
  }

  /// The version of the library in use.
  package static var version: String { unsafe String(cString: zlibVersion()) }

  /// Inflates one stream; `limit` bounds the output.
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

  /// Inflates a stream into one array of `size` bytes, as fast as the library goes; false when it does not end there.
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

  /// A stream that zlib writes from `input`. `level` 0...9; `memoryLevel` 1...9, the lowest makes the shortest blocks.
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

  /// CRC-32 by zlib.
  package static func crc32(_ bytes: [UInt8]) -> UInt32 {
    unsafe bytes.withUnsafeBufferPointer {
      unsafe UInt32(truncatingIfNeeded: CZlib.crc32(0, $0.baseAddress, UInt32($0.count)))
    }
  }

  /// Adler-32 by zlib.
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
