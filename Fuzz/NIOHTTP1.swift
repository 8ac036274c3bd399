/// What `PreviewRequest` asks of swift-nio's module of this name, so that fuzzing it takes no build of
/// swift-nio, whose own parser is fuzzed by others.
public struct HTTPRequestHead {
  public var method: HTTPMethod
  public var uri: String
  public var headers: HTTPHeaders
  public var version: (major: Int, minor: Int) = (1, 1)

  public init(method: HTTPMethod, uri: String, headers: [(String, String)]) {
    self.method = method
    self.uri = uri
    self.headers = HTTPHeaders(fields: headers)
  }
}

public struct HTTPMethod: Equatable, Sendable {
  var rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public static let GET = HTTPMethod(rawValue: "GET")
  public static let HEAD = HTTPMethod(rawValue: "HEAD")
}

public struct HTTPHeaders {
  fileprivate var fields: [(String, String)]

  public subscript(name: String) -> [String] {
    fields.filter { $0.0.lowercased() == name }.map(\.1)
  }

  public func contains(name: String) -> Bool { !self[name].isEmpty }

  public func first(name: String) -> String? { self[name].first }
}

public enum HTTPResponseStatus: Sendable, Equatable {
  case methodNotAllowed, httpVersionNotSupported, badRequest, payloadTooLarge, forbidden
}
