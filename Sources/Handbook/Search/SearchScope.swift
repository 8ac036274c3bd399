import Register

extension Site {
  /// Whether readers find a page by searching: the one place that decides what the index knows.
  ///
  /// Drafts that are not published, pages with `noindex`, the page for what is not found, those that
  /// `search.exclude` names and certificates whose holders are not listed are not found. A listed
  /// certificate is, by its number: its `noindex` is for search engines.
  func isFound(_ index: PageIndex) -> Bool {
    let page = pages[index]
    guard let search = settings.search, isPublished(index), links.leadsToItself(index),
      page.listing != .nowhere, page.path.text != "/404.html"
    else { return false }
    if let path = page.source?.path, search.exclude.contains(where: { matches($0, path) }) {
      return false
    }
    if case .certificate(let id)? = page.subject {
      return isListed(certificate: id) && !(page.source != nil && page.head.isHiddenFromSearch)
    }
    return !page.head.isHiddenFromSearch
  }

  /// What readers may limit a search to: the page's kind, else the section it stands in.
  func searchGroup(of index: PageIndex) -> String {
    if let kind = kind(of: index)?.name ?? pages[index].head.kind, kind != Kind.ofNone {
      let words = kind.replacing("-", with: " ").replacing("_", with: " ")
      return words.prefix(1).uppercased() + words.dropFirst()
    }
    return navigation.sectionOfPage[index].map { navigation.entries[$0].title } ?? ""
  }

  private func isListed(certificate id: String) -> Bool {
    guard let register = register?.register, let certificate = register.registry.certificate(id)
    else { return false }
    return register.visibility(of: certificate) == .listed
  }
}
