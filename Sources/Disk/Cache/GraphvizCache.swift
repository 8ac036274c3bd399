import Digest
import Handbook

/// What `dot` answered, in `.handbook/cache` of a site, by what it was asked and by its version.
struct GraphvizCache: Sendable {
  private let files: CacheFolder

  /// The bytes of the digest before an answer.
  private static let digestLength = 32

  /// The answers that a site keeps.
  init(_ site: SiteFolder) {
    files = CacheFolder(site: site, ending: ".graph", readLimit: 8 << 20, mostKept: 32)
  }

  /// The answer to a request; `nil` where none is kept, or what is kept is none.
  func answer(to request: GraphvizRequest, of version: String) -> [UInt8]? {
    guard let bytes = files.read(name(request, version)) else { return nil }
    let answer = Array(bytes.dropFirst(Self.digestLength))
    // A digit that is another would move a line, and nobody could tell.
    guard SHA256(of: answer).bytes.elementsEqual(bytes.prefix(Self.digestLength)),
      request.accepts(answer)
    else { return nil }
    return answer
  }

  /// Keeps the answer to a request.
  func keep(_ answer: [UInt8], to request: GraphvizRequest, of version: String) {
    files.write(SHA256(of: answer).bytes + answer, to: name(request, version))
  }

  private func name(_ request: GraphvizRequest, _ version: String) -> String {
    String(SHA256(of: Array("\(version)\n".utf8) + request.text).hex.prefix(32))
  }
}
