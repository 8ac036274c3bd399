import Liquid
import Markdown

/// What somebody else's change may bring and cost; a part of what a handbook's own pages may.
struct UntrustedLimits: Sendable {
  /// Pages that differ from the base's, or are new.
  var pages = 2_000
  /// Bytes of such a page's file.
  var pageBytes = 256 << 10
  /// Images that differ from the base's, or are new.
  var images = 500
  /// Bytes of such an image.
  var imageBytes = 8 << 20
  /// Bytes of all of them.
  var allImageBytes = 64 << 20

  static let standard = UntrustedLimits()
}

extension MarkdownOptions {
  /// These, but no more than somebody else's text may have; a site's own limits hold where they are
  /// lower.
  ///
  /// What the site lets through of raw HTML in its own pages, no other may bring.
  var untrusted: MarkdownOptions {
    var options = self
    if options.html == .all { options.html = .allowlist }
    options.limits = MarkdownLimits(
      textBytes: min(limits.textBytes, 256 << 10), nesting: min(limits.nesting, 24),
      leafBytes: min(limits.leafBytes, 8 << 10), tableColumns: min(limits.tableColumns, 32),
      tableCells: min(limits.tableCells, 5_000),
      referenceBytes: min(limits.referenceBytes, 50_000))
    return options
  }
}

extension Environment {
  /// This, for somebody else's templates.
  var untrusted: Environment {
    var environment = self
    environment.limits.steps = min(limits.steps, 500_000)
    environment.limits.outputBytes = min(limits.outputBytes, 2 << 20)
    environment.limits.valueBytes = min(limits.valueBytes, 8 << 20)
    environment.limits.includeDepth = min(limits.includeDepth, 20)
    environment.limits.nesting = min(limits.nesting, 50)
    return environment
  }
}
