package import Diagnostics

/// Makes HTML of Markdown text, as GitHub reads it, and all that a site wants to know of it.
///
/// `text` is valid UTF-8 with any line ends. `resolve` is asked once for every URL, in the order of
/// the HTML, and may render other texts meanwhile; never after the end of the call. A text over a limit
/// is not parsed: the result has one remark and nothing else. Nothing traps and nothing is kept between
/// calls but memory. O(*length*) for what people write; the limits bound the rest.
///
/// `settles` is asked of each link before `resolve`, with the URL's bytes and what tells where they stand: where it answers `true`, the
/// link is written as it stands and `resolve` is not asked, which spares finding its place where nobody wants it. Who answers `false`
/// must not have asked where they stand.
package func render(
  _ text: UnsafeBufferPointer<UInt8>, options: MarkdownOptions,
  settles: @escaping (UnsafeBufferPointer<UInt8>, () -> SourceRange) -> Bool = { _, _ in false },
  resolve: @escaping (Link) -> Destination
) -> RenderedMarkdown {
  let parsed = parse(text, limits: options.limits) { document in
    var renderer = Renderer(document.source, options: options, settles: settles, resolve: resolve)
    return renderer.render(document)
  }
  switch parsed {
  case .accepted(let rendered): return rendered
  case .refused(let remark):
    var rendered = RenderedMarkdown()
    rendered.remarks = [remark]
    return rendered
  }
}

/// Makes HTML of Markdown text; see the function for buffers, which copies nothing.
package func render(
  _ text: [UInt8], options: MarkdownOptions,
  settles: @escaping (UnsafeBufferPointer<UInt8>, () -> SourceRange) -> Bool = { _, _ in false },
  resolve: @escaping (Link) -> Destination
) -> RenderedMarkdown {
  text.withUnsafeBufferPointer {
    render($0, options: options, settles: settles, resolve: resolve)
  }
}
