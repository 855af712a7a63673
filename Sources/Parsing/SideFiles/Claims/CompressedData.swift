internal import ZipReading

/// Compares the claimed size of compressed samples with the content of their stream.
enum CompressedData {
  /// Wrapper of a DEFLATE stream.
  enum Format { case zlib, gzip }

  /// Reports a stream that is invalid, or holds less than `claimed` bytes.
  ///
  /// A claim beyond the maximum ratio of DEFLATE is decided without inflating. Cost: linear in the
  /// output, of which at most ``SideFileLimits/maximumInflatedBytes`` is read; memory is constant.
  static func check(
    _ input: Span<UInt8>, from start: Int, format: Format, claimed: UInt64, at offset: Int,
    _ limits: SideFileLimits, _ report: inout SideFileReport
  ) {
    let available = input.count - start
    let minimum =
      claimed / UInt64(Inflate.formatRatio) + (claimed % UInt64(Inflate.formatRatio) == 0 ? 0 : 1)
    report.claim(minimum, at: offset, available: available)
    guard report.isLastClaimMet else { return }
    let stream = input.extracting(start..<input.count)
    var count: UInt64 = 0
    var failure: InflateError?
    do throws(InflateError) {
      let limit = limits.maximumInflatedBytes
      switch format {
      case .zlib: try ZlibStream.read(stream, limit: limit) { count += UInt64($0.count) }
      case .gzip: try readMembers(stream, limit: limit) { count += UInt64($0.count) }
      }
    } catch {
      failure = error
    }
    if let failure, failure.code == .outputLimit {
      if count < claimed { report.addNote(.uncheckedPart, at: start) }
      return
    }
    if let failure {
      report.addHazard(.invalidStream, at: min(start + failure.offset, input.count))
    }
    if count < claimed {
      report.addHazard(.dataTooShort, at: offset)
    } else if failure == nil, count > claimed {
      report.addNote(.surplusData, at: start)
    }
  }

  /// Inflates the members of a gzip file one after the other, as zlib's file functions do. Bytes
  /// after the last member that begin no other are ignored.
  static func readMembers(
    _ input: Span<UInt8>, limit: Int, _ receive: (Span<UInt8>) -> Void
  ) throws(InflateError) {
    var start = 0
    var room = limit
    repeat {
      do throws(InflateError) {
        start += try GzipMember.read(input.extracting(start..<input.count), limit: room) {
          room -= $0.count
          receive($0)
        }
      } catch {
        throw InflateError(error.code, at: start + error.offset)
      }
    } while start + 1 < input.count && input[start] == 0x1F && input[start + 1] == 0x8B
  }
}
