/// Makes paths of any text: what comes out stays below the output, and is what went in.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let text = String(decoding: bytes, as: UTF8.self)
  precondition(percentDecoded(percentEncoded(text)).map { $0.utf8.elementsEqual(text.utf8) } == true)
  for path in [text, percentDecoded(text) ?? ""] {
    let urls = [
      URLPath("/" + path), URLPath(contentPath: "content/" + path),
      URLPath(contentPath: "content/" + path + ".md"),
    ]
    let outputs = [OutputPath(path)] + urls.map(\.outputPath)
    for output in outputs.compactMap(\.self) { check(output) }
    for url in urls {
      _ = (url.encoded, url.key, url.parent, url.ancestors.count)
    }
  }
  // A text is a pattern and a path, cut where it likes.
  let parts = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
  if parts.count == 2 { _ = matches(String(parts[0]), String(parts[1])) }
  let anchor = slug(of: bytes)
  precondition(String(validating: anchor, as: UTF8.self) != nil)
  precondition(!anchor.contains { [0x20, 0x22, 0x23, 0x25, 0x26, 0x3C, 0x3E, 0x2F].contains($0) })
  return 0
}

private func check(_ output: OutputPath) {
  let parts = output.text.utf8.split(separator: 0x2F, omittingEmptySubsequences: false)
  precondition(
    parts.allSatisfy { part in
      !part.isEmpty && part.count <= 200 && !part.elementsEqual("..".utf8)
        && part.first != 0x2D && !part.contains { $0 < 0x20 || $0 == 0x5C }
    })
}
