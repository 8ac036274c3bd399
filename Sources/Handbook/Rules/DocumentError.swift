package import Diagnostics

/// Why a file that the program itself once wrote cannot be used.
package enum DocumentError: Error, Equatable, CustomStringConvertible {
  /// It is no JSON.
  case syntax(JSON.SyntaxError)
  /// It is JSON, but not of the form that was expected: a baseline, or a `handbook.json`.
  case form(expected: String)

  /// One clause, without a final full stop.
  package var description: String {
    switch self {
    case .syntax(let error): "it is no JSON at byte \(error.offset): \(error.message)"
    case .form(let expected): "it is no \(expected)"
    }
  }
}

extension JSON {
  /// Reads a document that the program once wrote.
  init(document bytes: [UInt8]) throws(DocumentError) {
    do throws(SyntaxError) {
      self = try JSON(parsing: bytes)
    } catch {
      throw .syntax(error)
    }
  }
}
