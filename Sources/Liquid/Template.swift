public import Diagnostics
public import Values

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A template that is read and can be rendered as often as wanted, on any thread.
public struct Template: Sendable {
  private let program: Program

  /// Reads a template, and the partials that it names where they are not read yet.
  ///
  /// There is always a template: what is wrong with the text is found, prints nothing when rendered,
  /// and the rest is rendered. Findings of partials have notes with the includes that lead there;
  /// they are found again with each template that includes them. O(*bytes*).
  ///
  /// - Parameters:
  ///   - source: The file, and the part of it that is template text.
  ///   - environment: How the template and its partials are read, and what they may do.
  ///   - partials: The partials that it may include.
  /// - Returns: The template, and what is wrong with the text in the order of the text, file by file.
  public static func parse(
    _ source: TemplateSource, in environment: Environment, partials: Partials = .none
  ) -> Diagnosed<Template> {
    let program = Program(Unit(source, environment), partials)
    return Diagnosed(Template(program: program), program.diagnostics)
  }

  /// Whether a part of a text holds any `{{` or `{%`, without which it is a template of itself.
  public static func isNeeded(for bytes: [UInt8], in range: SourceRange) -> Bool {
    let range = range.clamped(to: 0..<bytes.count)
    return firstTag(in: bytes, from: range.lowerBound, to: range.upperBound) != nil
  }

  /// Whether `{{ text }}` prints the variable of that name, and not a value that the word is by itself, as `nil` is.
  public static func isVariable(_ text: String) -> Bool {
    var parser = MarkupParser(Array(text.utf8), Environment())
    guard let expression = try? parser.only(), case .path(let path) = expression else {
      return false
    }
    return path.name == text && path.keys.isEmpty
  }

  /// The parts of a text that a template prints as they stand, between `raw` and `endraw`, in order.
  public static func rawParts(of bytes: [UInt8], in range: SourceRange) -> [SourceRange] {
    var scanner = Scanner(bytes, range.clamped(to: 0..<bytes.count))
    var parts: [SourceRange] = []
    while let item = scanner.next() {
      guard case .tag(let tag) = item else { continue }
      if tag.word == .raw, let inside = scanner.skipVerbatim(until: Word.raw.closing) {
        parts.append(inside)
      } else if tag.word == .doc {
        _ = scanner.skipVerbatim(until: Word.doc.closing)
      }
    }
    return parts
  }

  /// Whether rendering may ask for the global name `root`, and if it is given for `key` of it.
  ///
  /// Partials are counted in. Names that are known only when rendering may be any.
  public func mayRead(_ root: String, _ key: String? = nil) -> Bool {
    program.mayRead(root, key)
  }

  /// Renders the template, adding what it prints to `output`.
  ///
  /// The same scope gives the same bytes and findings. Names that the template assigns hide those of
  /// the scope. Allocates only for what filters build and for findings.
  ///
  /// - Parameters:
  ///   - scope: Answers for the global names.
  ///   - output: Where what is printed is added; keep it between renderings to reuse its memory.
  /// - Returns: What was found, and where finished bodies stand.
  public func render(_ scope: some ValueObject, into output: inout [UInt8]) -> Rendering {
    var segments: SegmentMap?
    return render(scope, into: &output, segments: &segments)
  }

  /// Renders the template and adds to `map` where each printed byte was written: text at its own
  /// place, what a tag prints at the tag.
  public func render(
    _ scope: some ValueObject, into output: inout [UInt8], mapping map: inout SegmentMap
  ) -> Rendering {
    var segments: SegmentMap? = map
    defer { if let segments { map = segments } }
    return render(scope, into: &output, segments: &segments)
  }

  private func render(
    _ scope: some ValueObject, into output: inout [UInt8], segments: inout SegmentMap?
  ) -> Rendering {
    // Who keeps the memory of what was printed last prints much the same again.
    var renderer = Renderer(program, scope, size: max(1024, output.capacity - output.count))
    swap(&renderer.segments, &segments)
    var rendering = renderer.render()
    swap(&renderer.segments, &segments)
    let start = output.count
    rendering.bodies = rendering.bodies.map { $0.lowerBound + start..<$0.upperBound + start }
    renderer.output.copy(to: &output)
    return rendering
  }

  /// Where the next `{{` or `{%` stands.
  static func firstTag(in bytes: [UInt8], from start: Int, to end: Int) -> Int? {
    bytes.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, end <= bytes.count else { return nil }
      var position = start
      while position + 1 < end {
        guard let hit = memchr(base + position, Int32(UInt8(ascii: "{")), end - position - 1) else {
          return nil
        }
        position = UnsafeRawPointer(hit) - base
        let following = bytes[position + 1]
        if following == UInt8(ascii: "{") || following == UInt8(ascii: "%") { return position }
        position += 1
      }
      return nil
    }
  }
}

/// What a rendering found, beside what it printed.
public struct Rendering: Sendable {
  /// What is wrong, in the order in which it happened; each place and message once.
  public var diagnostics: [Diagnostic] = []
  /// Where `HTML.isBody` values stand in the output, in order.
  public var bodies: [Range<Int>] = []
}
