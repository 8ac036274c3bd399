import NIOHTTP1

/// Takes any bytes as the head of a request, line by line: what is let through has one host of this
/// machine and a path that cannot lead out of a site.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  let words = lines[0].split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
  guard words.count == 2 else { return -1 }
  let head = HTTPRequestHead(
    method: HTTPMethod(rawValue: String(words[0])), uri: String(words[1]),
    headers: lines.dropFirst().compactMap { line in
      let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      return parts.count == 2 ? (String(parts[0]), parts[1].trimmed) : nil
    })
  let hosts = HostRule(allowing: ["desk.example"])
  do throws(RequestRefusal) {
    let request = try PreviewRequest(head, hosts: hosts)
    let parts = request.path.utf8.split(separator: 0x2F, omittingEmptySubsequences: false)
    precondition(request.path.utf8.first == 0x2F)
    precondition(!parts.contains { $0.elementsEqual("..".utf8) || $0.elementsEqual(".".utf8) })
    precondition(!request.path.utf8.contains { $0 < 0x20 || $0 == 0x7F || $0 == 0x5C })
    let host = request.host.lowercased()
    precondition(["localhost", "127.0.0.1", "[::1]", "desk.example"].contains { host.contains($0) })
    precondition(!host.contains("@") && !host.contains("/"))
  } catch {
    precondition(!error.reason.isEmpty)
  }
  return 0
}

extension Substring {
  fileprivate var trimmed: String {
    String(drop { $0 == " " || $0 == "\t" }.prefix { $0 != "\r" })
  }
}
