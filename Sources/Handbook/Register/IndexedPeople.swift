import Diagnostics

extension MadeSite {
  /// The authored pages that show people of the register and let search engines in: R57.
  ///
  /// Pages that the program makes never do.
  func indexedPeople() throws(SourceError) -> [Diagnostic] {
    guard let register = site.register else { return [] }
    var findings: [Diagnostic] = []
    for (index, page) in site.pages.enumerated() {
      guard let subject = page.subject, page.source != nil, register.isHiddenFromSearch(subject),
        !page.head.isHiddenFromSearch
      else { continue }
      findings.append(
        Diagnostic(
          "registry-r57", .error, at: try place(of: index),
          "this page shows people of the register, and search engines may list it",
          help: "add 'noindex: true' to its front matter"))
    }
    return findings
  }
}
