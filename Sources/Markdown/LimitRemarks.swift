import Diagnostics

// The wording of `limit-exceeded`.
extension Remark {
  static func textTooLong(_ bytes: Int, limit: Int) -> Remark {
    overLimit(
      "this page's text has \(bytes) bytes; at most \(limit) are allowed", at: 0..<min(bytes, 1),
      help: "divide it into several pages", setting: "text")
  }

  static func nestedTooDeeply(_ depth: Int, limit: Int, at range: SourceRange) -> Remark {
    overLimit(
      "\(depth) quotes and lists are nested here; at most \(limit) may be", at: range,
      help: "nest fewer", setting: "nesting")
  }

  static func leafTooLong(_ bytes: Int, limit: Int, at range: SourceRange) -> Remark {
    overLimit(
      "this paragraph, cell or HTML block has at least \(bytes) bytes; at most \(limit) are allowed",
      at: range, help: "divide it with an empty line", setting: "paragraph")
  }

  static func tooManyColumns(_ columns: Int, limit: Int, at range: SourceRange) -> Remark {
    overLimit(
      "this table has \(columns) columns; at most \(limit) are allowed", at: range,
      help: "divide it into several tables", setting: "columns")
  }

  static func tooManyCells(_ cells: Int, limit: Int, at range: SourceRange) -> Remark {
    overLimit(
      "this table has at least \(cells) cells; at most \(limit) are allowed", at: range,
      help: "divide it into several tables", setting: "cells")
  }

  static func referencesTooLong(_ bytes: Int, limit: Int, at range: SourceRange) -> Remark {
    overLimit(
      "the reference links up to here expand to \(bytes) bytes; at most \(limit) are allowed",
      at: range, help: "use shorter URLs or fewer links", setting: "references")
  }

  /// For what cmark never says, as its memory does not run out before the process ends.
  static func unreadable(at range: SourceRange) -> Remark {
    Remark(
      "limit-exceeded", at: range, "this text could not be read",
      help: "divide it into several pages")
  }

  static func outputTooLong(_ bytes: Int, limit: Int, at range: SourceRange) -> Remark {
    overLimit(
      "the HTML of this text has at least \(bytes) bytes; at most \(limit) are allowed", at: range,
      help: "divide it into several pages", setting: "text")
  }

  private static func overLimit(
    _ message: String, at range: SourceRange, help: String, setting: String
  ) -> Remark {
    Remark(
      "limit-exceeded", at: range, message,
      help: "\(help), or raise `\(setting)` under `limits` in site.yml")
  }
}
