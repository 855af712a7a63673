// Bridge: libarchive, which 3D Slicer opens bundles with, as a peer of benchmarks. Loaded with
// dlopen, so that it is optional.
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Zip reader of the installed libarchive.
@safe package struct LibArchive {
  private typealias Open = @convention(c) () -> OpaquePointer?
  private typealias Status = @convention(c) (OpaquePointer?) -> CInt
  private typealias OpenMemory =
    @convention(c) (OpaquePointer?, UnsafeRawPointer?, Int) -> CInt
  private typealias NextHeader =
    @convention(c) (OpaquePointer?, UnsafeMutablePointer<OpaquePointer?>?) -> CInt
  private typealias Name = @convention(c) (OpaquePointer?) -> UnsafePointer<CChar>?
  private typealias Read =
    @convention(c) (OpaquePointer?, UnsafeMutableRawPointer?, Int) -> Int
  private typealias Version = @convention(c) () -> UnsafePointer<CChar>?

  private let new: Open
  private let supportZip: Status
  private let openMemory: OpenMemory
  private let nextHeader: NextHeader
  private let pathname: Name
  private let readData: Read
  private let free: Status
  /// Version string of the library, such as `libarchive 3.6.2`.
  package let version: String

  /// Loads the library; nil when it is not installed.
  package init?() {
    let names = ["libarchive.so.13", "libarchive.so", "libarchive.13.dylib", "libarchive.dylib"]
    // The library stays loaded because the function pointers are stored.
    guard let library = unsafe names.lazy.compactMap({ unsafe dlopen($0, RTLD_NOW) }).first
    else { return nil }
    func function<Type>(_ name: String, _ type: Type.Type) -> Type? {
      guard let symbol = unsafe dlsym(library, name) else { return nil }
      return unsafe unsafeBitCast(symbol, to: type)
    }
    guard let new = unsafe function("archive_read_new", Open.self),
      let supportZip = unsafe function("archive_read_support_format_zip", Status.self),
      let openMemory = unsafe function("archive_read_open_memory", OpenMemory.self),
      let nextHeader = unsafe function("archive_read_next_header", NextHeader.self),
      let pathname = unsafe function("archive_entry_pathname", Name.self),
      let readData = unsafe function("archive_read_data", Read.self),
      let free = unsafe function("archive_read_free", Status.self),
      let version = unsafe function("archive_version_string", Version.self)
    else { return nil }
    unsafe self.new = unsafe new
    unsafe self.supportZip = unsafe supportZip
    unsafe self.openMemory = unsafe openMemory
    unsafe self.nextHeader = unsafe nextHeader
    unsafe self.pathname = unsafe pathname
    unsafe self.readData = unsafe readData
    unsafe self.free = unsafe free
    self.version = unsafe version().map { unsafe String(cString: $0) } ?? "libarchive"
  }

  /// Reads all members of a zip archive, which also checks their CRC-32, and returns the content of
  /// the last member whose name ends with `suffix`. Nil when the library reports an error.
  package func readAll(_ archive: [UInt8], keeping suffix: String) -> [UInt8]? {
    let reader = unsafe new()
    defer { _ = unsafe free(reader) }
    return unsafe archive.withUnsafeBytes { bytes -> [UInt8]? in
      guard unsafe supportZip(reader) == 0,
        unsafe openMemory(reader, bytes.baseAddress, bytes.count) == 0
      else { return nil }
      var kept: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      var entry: OpaquePointer?
      while true {
        let status = unsafe nextHeader(reader, &entry)
        if status == 1 { return kept }
        guard status == 0 else { return nil }
        let name = unsafe pathname(entry).map { unsafe String(cString: $0) } ?? ""
        let isKept = name.utf8.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
        if isKept { kept = [] }
        while true {
          let count = unsafe buffer.withUnsafeMutableBytes {
            unsafe readData(reader, $0.baseAddress, $0.count)
          }
          guard count >= 0 else { return nil }
          if count == 0 { break }
          if isKept { kept += buffer[..<count] }
        }
      }
    }
  }
}
