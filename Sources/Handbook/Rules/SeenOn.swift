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
