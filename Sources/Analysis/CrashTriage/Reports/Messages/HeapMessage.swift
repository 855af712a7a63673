/// What allocators and the C library print when the heap or the stack is damaged.
enum HeapMessage {
  /// Beginnings as the allocators of glibc, macOS and Windows print them.
  private static let openings: [(text: String, kind: CrashKind)] = [
    ("free(): double free", .doubleFree), ("double free or corruption", .doubleFree),
    ("free(): invalid", .badFree), ("munmap_chunk(): invalid pointer", .badFree),
    ("free(): ", .heapCorruption), ("malloc(): ", .heapCorruption),
    ("realloc(): ", .heapCorruption), ("munmap_chunk(): ", .heapCorruption),
    ("malloc_consolidate(): ", .heapCorruption), ("corrupted size vs. prev_size", .heapCorruption),
    ("corrupted double-linked list", .heapCorruption),
    ("*** stack smashing detected", .stackBufferOverflow),
    ("*** buffer overflow detected", .otherMemoryError),
    ("malloc: Double free", .doubleFree), ("malloc: Heap corruption", .heapCorruption),
    ("HEAP CORRUPTION", .heapCorruption), ("HEAP: ", .heapCorruption),
    ("Critical error detected c0000374", .heapCorruption),
    ("BUG IN CLIENT OF LIBMALLOC", .heapCorruption), ("BUG IN CLIENT OF ", .abort),
  ]

  /// Parts of the messages of Apple's allocator, which names an address first.
  private static let parts: [(text: String, kind: CrashKind)] = [
    ("pointer being freed was not allocated", .badFree),
    ("pointer being freed already on", .doubleFree), ("double free", .doubleFree),
    ("ncorrect checksum for freed object", .heapCorruption),
    ("modified after being freed", .heapCorruption), ("ree list", .heapCorruption),
  ]

  static func read(_ line: ArraySlice<UInt8>) -> TrapMessage? {
    var body = line
    for opening in ["*** Error in ", "*** glibc detected *** "] where body.starts(with: opening) {
      // `*** Error in `./prog': double free or corruption (!prev): 0x0 ***`
      guard let colon = body.firstIndex(of: ": ") else { return nil }
      body = body[(colon + 2)...]
      return read(opening: body).map {
        TrapMessage(kind: $0, message: sentence(body))
      } ?? TrapMessage(kind: .heapCorruption, message: sentence(body))
    }
    if let kind = read(opening: body) { return TrapMessage(kind: kind, message: sentence(body)) }
    if body.starts(with: "Object 0x"), body.contains("deallocated with") {
      return TrapMessage(kind: .otherMemoryError, message: body.trimmed().text)
    }
    guard let error = body.firstIndex(of: "*** error for object "),
      error == body.startIndex || body.contains("malloc")
    else { return nil }
    let rest = body[error...]
    let kind = parts.first { rest.contains($0.text) }?.kind ?? .heapCorruption
    return TrapMessage(kind: kind, message: rest.dropFirst(4).trimmed().text)
  }

  private static func read(opening body: ArraySlice<UInt8>) -> CrashKind? {
    openings.first { body.starts(with: $0.text) }?.kind
  }

  /// The message without the address at its end, which differs in each run.
  private static func sentence(_ text: ArraySlice<UInt8>) -> String {
    var out = text.trimmed()
    if out.suffix(4).elementsEqual(" ***".utf8) { out = out.dropLast(4).trimmed() }
    if let address = out.lastIndex(of: ": 0x") { out = out[..<address] }
    if out.starts(with: "*** ") { out = out.dropFirst(4) }
    return out.text
  }
}
