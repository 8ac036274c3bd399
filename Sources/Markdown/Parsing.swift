import CArena
import CCMark
import Synchronization

/// A parsed text: cmark's tree, and where the text's lines begin.
struct ParsedText {
  /// The document node.
  let root: Node
  /// The text and its lines.
  let source: SourceText
  /// The footnotes as they were written, those too that the tree has lost.
  let footnotes: [WrittenFootnote]
}

/// Registers cmark's extensions once, before the first parse.
private let registration: Void = cmark_gfm_core_extensions_ensure_registered()

/// Held while a text with strikethrough is parsed: its extension switches a table of the whole
/// process on and off while it parses.
private let strikethroughLock = Mutex<Void>(())

/// Parses `text` and hands the tree to `use`; or, when the text is over a limit, returns the remark
/// that says so.
///
/// No pointer into the tree may outlive the call.
///
/// Lines are fed to cmark one by one, each after the check that makes it cheap, so that cmark's own
/// view of quotes, lists, fences and HTML decides what a limit counts.
func parse<Result>(
  _ text: Bytes, limits: MarkdownLimits, use: (ParsedText) -> Result
) -> Parsed<Result> {
  _ = registration
  let limit = min(limits.textBytes, mostBytes)
  guard text.count <= limit else { return .refused(.textTooLong(text.count, limit: limit)) }
  let mark = arena_begin()
  defer { arena_end(mark) }
  var memory = cmark_mem(calloc: arena_calloc, realloc: arena_realloc, free: arena_free)
  return withUnsafeMutablePointer(to: &memory) { memory in
    let features = Features(of: text)
    guard let parser = cmark_parser_new_with_mem(features.options, memory) else {
      return .refused(.unreadable(at: 0..<text.count))
    }
    attach("table", to: parser)
    attach("tasklist", to: parser)
    if features.hasTilde { attach("strikethrough", to: parser) }
    var feed = GuardedFeed(of: text, to: parser, limits: limits)
    if let remark = feed.run() { return .refused(remark) }
    let footnotes = features.hasFootnotes ? WrittenFootnote.all(in: parser.pointee.root) : []
    guard let root = finish(parser, isAlone: features.hasTilde) else {
      return .refused(.unreadable(at: 0..<text.count))
    }
    return .accepted(
      use(
        ParsedText(
          root: root, source: SourceText(text, lineStarts: feed.lineStarts), footnotes: footnotes)))
  }
}

/// The most bytes that cmark's 32-bit offsets bear, whatever the limits say.
private let mostBytes = 1 << 28

/// Parses the inlines of what was fed.
///
/// Returns the document.
private func finish(_ parser: UnsafeMutablePointer<cmark_parser>, isAlone: Bool) -> Node? {
  guard isAlone else { return cmark_parser_finish(parser) }
  // A pointer may not leave a mutex; its address may.
  let address = strikethroughLock.withLock { _ in UInt(bitPattern: cmark_parser_finish(parser)) }
  return Node(bitPattern: address)
}

/// What came of a parse.
enum Parsed<Result> {
  /// What was made of the tree.
  case accepted(Result)
  /// The limit that the text is over.
  case refused(Remark)
}

private func attach(_ name: String, to parser: UnsafeMutablePointer<cmark_parser>) {
  guard let found = cmark_find_syntax_extension(name) else { return }
  cmark_parser_attach_syntax_extension(parser, found)
}

/// What a text may have in it, as far as its bytes tell.
private struct Features {
  /// Whether there may be strikethrough.
  let hasTilde: Bool
  /// Whether there may be footnotes.
  let hasFootnotes: Bool

  init(of text: Bytes) {
    hasTilde = text.firstIndex(of: UInt8(ascii: "~"), from: 0) != nil
    // cmark reads past the end of a `^` that was written as a character reference after `[`.
    hasFootnotes = text.holds("[^", rare: 1) && !hasEncodedCaret(text)
  }

  var options: CInt {
    CMARK_OPT_SOURCEPOS | (hasFootnotes ? CMARK_OPT_FOOTNOTES : 0)
  }
}

/// Whether `[` stands before a character reference to `^` somewhere.
private func hasEncodedCaret(_ text: Bytes) -> Bool {
  var from = 0
  while let ampersand = text.firstIndex(of: UInt8(ascii: "&"), from: from) {
    from = ampersand + 1
    guard ampersand > 0, text[ampersand - 1] == UInt8(ascii: "[") else { continue }
    let name = text[from...].prefix(12).prefix { $0 != UInt8(ascii: ";") }
    if isCaret(String(decoding: name, as: UTF8.self)) { return true }
  }
  return false
}

/// Whether the name of a character reference, without `&` and `;`, is of `^`.
private func isCaret(_ name: String) -> Bool {
  guard name.first == "#" else { return name == "Hat" }
  let digits = name.dropFirst()
  let isHexadecimal = digits.first == "x" || digits.first == "X"
  return (isHexadecimal ? Int(digits.dropFirst(), radix: 16) : Int(digits)) == 0x5E
}
