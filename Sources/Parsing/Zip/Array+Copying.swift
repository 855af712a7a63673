extension [UInt8] {
  init(copying span: Span<UInt8>) {
    self = [UInt8](capacity: span.count) { output in
      for index in span.indices { output.append(span[index]) }
    }
  }
}
