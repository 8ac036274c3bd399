package import NIOHTTP1

/// What answers the requests of a preview.
package protocol PreviewService: Sendable {
  /// Answers a request; it always has an answer.
  func answer(_ request: PreviewRequest) async -> PreviewResponse
}

extension PreviewResponse {
  /// The status of an answer.
  package typealias Status = HTTPResponseStatus
}
