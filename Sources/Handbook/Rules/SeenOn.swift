import Diagnostics

extension Diagnostic {
  /// The finding with the page that it is seen on, unless it stands in that page's own file.
  ///
  /// A layout's mistake is told once for all pages that use it; who mends it needs one to look at.
  func seen(on page: Page) -> Diagnostic {
    guard place.file.path != page.place.file.path else { return self }
    var finding = self
    finding.notes.append(Note("seen on '\(page.url)'", at: page.place))
    return finding
  }
}

extension Site {
  /// Whether what is found in the file at `path` while a page is made is told, as far as the page decides.
  ///
  /// What a template does on a draft that is not published says nothing of the pages that are; what stands in the draft's
  /// own file is told, and does not count.
  func tells(of path: String, on page: PageIndex) -> Bool {
    isPublished(page) || path == pages[page].place.file.path
  }
}
