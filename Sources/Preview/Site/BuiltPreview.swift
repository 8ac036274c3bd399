import Handbook
import NIOHTTP1

/// Answers requests from a folder that holds a built site, as the server does that publishes it.
package struct BuiltPreview: PreviewService {
  private let basePath: String
  private let read: @Sendable (String) throws -> [UInt8]?

  /// Creates the service.
  ///
  /// `read` gives the bytes of a file by its path in the folder, `nil` for none.
  package init(basePath: String, read: @escaping @Sendable (String) throws -> [UInt8]?) {
    self.basePath = basePath
    self.read = read
  }

  /// Answers with a file of the folder.
  package func answer(_ request: PreviewRequest) async -> PreviewResponse {
    do {
      return try answer(request.path)
    } catch {
      return .refusal(RequestRefusal(.internalServerError, "\(error)"))
    }
  }

  private func answer(_ path: String) throws -> PreviewResponse {
    guard path.hasPrefix(basePath + "/") else {
      return path == "/" || path == basePath ? .redirect(to: basePath + "/") : try notFound(path)
    }
    let file = String(path.dropFirst(basePath.count + 1))
    let isFolder = file.isEmpty || file.hasSuffix("/")
    guard isShown(file) else { return try notFound(path) }
    if let bytes = try read(isFolder ? file + "index.html" : file) {
      return response(.ok, isFolder ? "index.html" : file, bytes)
    }
    if !isFolder, try read(file + "/index.html") != nil {
      return .redirect(to: percentEncoded(path) + "/")
    }
    return try notFound(path)
  }

  /// A build's own marks and what systems leave behind begin with a dot.
  private func isShown(_ file: String) -> Bool {
    file.split(separator: "/").allSatisfy { !$0.hasPrefix(".") || $0 == ".well-known" }
  }

  private func notFound(_ path: String) throws -> PreviewResponse {
    guard let page = try read("404.html") else {
      return .refusal(RequestRefusal(.notFound, "there is nothing here"))
    }
    return response(.notFound, "404.html", page)
  }

  private func response(
    _ status: HTTPResponseStatus, _ file: String, _ bytes: [UInt8]
  ) -> PreviewResponse {
    let type = ContentType.of(file)
    return PreviewResponse(
      status, type, bytes, policy: type.hasPrefix("text/html") ? PagePolicy.of(bytes) : nil)
  }
}
