import Diagnostics
import Register
import Values

/// The pages that the program makes from the register.
///
/// Each is laid out by `registry/NAME`, the site's own or the built-in one, inside the layout that
/// the site's pages usually have.
struct RegisterPages {
  let view: RegisterView

  private var registry: Registry { view.register.registry }

  /// What stands at a URL.
  private enum Owner {
    case page(PageIndex)
    case other
  }

  /// Returns `authored` and behind them the generated pages.
  ///
  /// An authored page, alias or file that
  /// stands at a generated page's URL takes its place, and is told what it shows.
  func added(to authored: [Page], files: [PublishedFile]) -> [Page] {
    var pages = authored
    var taken: [String: Owner] = [:]
    for file in files { taken[key(file.url)] = .other }
    for page in authored {
      for alias in page.head.aliases { taken[key(Redirects.split(alias.value).path)] = .other }
    }
    for (index, page) in authored.enumerated() { taken[key(page.path)] = .page(index) }
    for subject in RegisterSubject.always + view.entries {
      guard let path = subject.path else { continue }
      switch taken.updateValue(.other, forKey: key(path)) {
      case nil: pages.append(page(subject, at: path))
      case .page(let index):
        pages[index].subject = subject
        if case .nowhere = listing(of: subject) { pages[index].listing = .nowhere }
      case .other: break
      }
    }
    return pages
  }

  private func key(_ path: URLPath) -> String { path.key.lowercased() }

  private func page(_ subject: RegisterSubject, at path: URLPath) -> Page {
    var head = PageHead()
    head.layout = Located(value: "registry/" + subject.template, range: 0..<0)
    head.description = description(of: subject)
    head.order = RegisterSubject.always.firstIndex(of: subject).map { Double(100 + $0) }
    head.isHiddenFromSearch = view.isHiddenFromSearch(subject)
    let title = title(of: subject)
    return Page(
      origin: .generated(registry.place(of: range(of: subject))), subject: subject,
      listing: listing(of: subject), head: Boxed(head), path: path, url: path.encoded, bodyStart: 0,
      title: title, navigationTitle: navigationTitle(of: subject) ?? title)
  }

  private func listing(of subject: RegisterSubject) -> PageListing {
    switch subject {
    case .overview, .organisations, .courses, .coverage, .certificates, .people, .expiring,
      .changes, .verifying:
      return .everywhere
    case .organisation, .course: return .listsOnly
    case .certificate(let id):
      let isListed = registry.certificate(id).map { view.register.visibility(of: $0) == .listed }
      return isListed ?? false ? .listsOnly : .nowhere
    }
  }

  private func range(of subject: RegisterSubject) -> SourceRange {
    let range = subject.entryID.flatMap { id in
      registry.organisation(id)?.range ?? registry.course(id)?.range
        ?? registry.certificate(id)?.range
    }
    return range ?? 0..<0
  }
}

extension [Page] {
  /// The pages, and those that are made from the register, where there is one.
  func adding(_ register: RegisterView?, files: [PublishedFile]) -> [Page] {
    register.map { RegisterPages(view: $0).added(to: self, files: files) } ?? self
  }
}

extension RegisterPages {
  private func title(of subject: RegisterSubject) -> String {
    switch subject {
    case .overview: "The register"
    case .organisations: "Organisations"
    case .courses: "Courses"
    case .coverage: "Coverage of the elements"
    case .certificates: "Certificates"
    case .people: "People who chose to be named"
    case .expiring: "Terms ending soon"
    case .changes: "Changes to the register"
    case .verifying: "Checking a certificate"
    case .organisation(let id): registry.organisation(id)?.name?.value ?? id
    case .course(let id): courseTitle(id)
    case .certificate(let id): "Certificate \(id)"
    }
  }

  private func navigationTitle(of subject: RegisterSubject) -> String? {
    switch subject {
    case .overview: "Register"
    case .coverage: "Coverage"
    case .people: "People"
    case .changes: "Changes"
    case .verifying: "Check a certificate"
    case .course(let id): registry.course(id)?.title?.value
    case .organisations, .courses, .certificates, .expiring, .organisation, .certificate: nil
    }
  }

  private func courseTitle(_ id: String) -> String {
    guard let course = registry.course(id), let title = course.title?.value else { return id }
    return title + (course.version.map { ", version \($0.value)" } ?? "")
  }

  private func description(of subject: RegisterSubject) -> String {
    switch subject {
    case .overview:
      "Which organisations may award certificates, which certificates stand, and how to read each status."
    case .organisations:
      "Every organisation in the register, with its status and the term it rests on."
    case .courses: "Every course in the register, with its level, version and what it covers."
    case .coverage: "Which organisation teaches which element, at which level, as audited."
    case .certificates:
      "How many certificates stand at each level, and a way to look one up by its number."
    case .people: "Certificate holders who agreed to be shown by name."
    case .expiring: "Accreditations that end within six months and have no next term yet."
    case .changes: "What was entered, changed and withdrawn, the newest first."
    case .verifying: "How to check a certificate by its number."
    case .organisation(let id):
      "Status, terms, courses, audits and history of \(registry.organisation(id)?.name?.value ?? id)."
    case .course(let id): "What \(courseTitle(id)) covers, as audited."
    case .certificate:
      "What this certificate is, who awarded it and what it is worth on the day shown."
    }
  }
}
