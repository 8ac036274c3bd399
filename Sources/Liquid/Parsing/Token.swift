import Diagnostics

/// A word or sign inside a tag.
struct Token: Sendable {
  /// What it is.
  var kind: Kind
  /// Where it stands in the file.
  var range: SourceRange
  /// What it says when it is an identifier.
  var word = Word()

  /// What a token is.
  enum Kind: Sendable, Equatable {
    case identifier
    /// In quotes, which its range includes.
    case string
    case number
    case comparison(Comparison)
    case pipe, dot, dotDot, colon, comma
    case openSquare, closeSquare, openRound, closeRound
    case question, dash
    /// `=`, which only Jekyll's parameters and other languages use.
    case assignment
    case end
  }
}

extension Token.Kind {
  /// What to call it in a message.
  var name: String {
    switch self {
    case .identifier: "a name"
    case .string: "a text in quotes"
    case .number: "a number"
    case .comparison(let comparison): "'\(comparison.rawValue)'"
    case .pipe: "'|'"
    case .dot: "'.'"
    case .dotDot: "'..'"
    case .colon: "':'"
    case .comma: "','"
    case .openSquare: "'['"
    case .closeSquare: "']'"
    case .openRound: "'('"
    case .closeRound: "')'"
    case .question: "'?'"
    case .dash: "'-'"
    case .assignment: "'='"
    case .end: "the end of the tag"
    }
  }
}
