package import Diagnostics
import Handbook
import NIOHTTP1

/// Answers requests from a site that is being edited.
package actor LivePreview: PreviewService {
  private let site: PreviewSite
  private let token: String
  private let folder: String
  /// The HTML of pages as they could be shown last, by path, those seen longest ago first.
  private var lastGood: [(path: String, html: [UInt8])] = []
  private static let remembered = 64

  /// Creates the service.
  ///
  /// `folder` is the site's absolute path; `token`, which nobody can guess, is in the addresses of
  /// what only the preview's own pages may ask for.
  package init(_ site: PreviewSite, folder: String, token: String) {
    self.site = site
    self.folder = folder
    self.token = token
  }

  /// Answers from the site as it is now.
  package func answer(_ request: PreviewRequest) async -> PreviewResponse {
    if request.path == "/_handbook" { return .redirect(to: "/_handbook/") }
    if request.path.hasPrefix("/_handbook/") {
      return await ownAnswer(String(request.path.dropFirst("/_handbook/".count)), request)
    }
    guard let live = await site.current() else { return await broken() }
    let base = live.basePath
    guard request.path == base || request.path.hasPrefix(base + "/") else {
      return request.path == "/"
        ? .redirect(to: base + "/") : await notFound(request.path, live)
    }
    let path = String(request.path.dropFirst(base.count))
    guard !path.isEmpty else { return .redirect(to: base + "/") }
    do {
      return try await answer(path, live)
    } catch {
      return await broken(PreviewFailure.sentence(for: error))
    }
  }

  private func answer(_ path: String, _ live: LiveSite) async throws -> PreviewResponse {
    switch live.resource(at: path) {
    case .page:
      guard
        let page = try await site.page({ live in
          if case .page(let number) = live.resource(at: path) { number } else { nil }
        })
      else { return await notFound(path, live) }
      return await shown(page, at: path, live)
    case .folder(let folder): return .redirect(to: live.basePath + folder)
    case .source(let entry): return PreviewResponse(.ok, ContentType.of(path), try live.read(entry))
    case .bytes(let bytes):
      let type = path.hasSuffix("/") ? ContentType.of("index.html") : ContentType.of(path)
      return PreviewResponse(.ok, type, bytes, policy: PreviewResponse.ownPolicy)
    case .needsWholeSite:
      guard let bytes = await site.wholeSiteFile(at: path) else {
        return await notFound(path, live)
      }
      return PreviewResponse(.ok, ContentType.of(path), bytes)
    case nil:
      guard let file = live.unreadablePage(at: path) else { return await notFound(path, live) }
      return instead(of: file.source, at: path, Panel.Words(findings: file.findings), live)
    }
  }

  /// The page with its panel; as it was shown last, or its source, where it cannot be shown.
  private func shown(_ page: LivePage, at path: String, _ live: LiveSite) async -> PreviewResponse {
    let whole = await site.findings
    var words = Panel.Words(state: page.isDraft ? "Draft, not published" : nil)
    words.findings = page.findings
    if let whole, whole.isCurrent {
      // Those that the whole site tells of this page's file, and of what it is made of.
      words.findings = whole.report.findings.filter { $0.place.file.path == page.source }
      words.findings += page.findings.filter { $0.place.file.path != page.source }
    }
    words.total = whole.map { $0.report.findings.count }
    if let problem = await site.currentProblem { words.state = "As it was: \(problem)" }
    guard !page.isReadable else {
      remember(page.html, at: path)
      return self.page(page.markedHTML, words, live)
    }
    return instead(of: page.source, at: path, words, live)
  }

  /// The page as it was shown last, or its source.
  private func instead(
    of source: String?, at path: String, _ words: Panel.Words, _ live: LiveSite
  ) -> PreviewResponse {
    var words = words
    if let before = lastGood.last(where: { $0.path == path }) {
      words.state = "As it was before: what is written now cannot be shown"
      return page(before.html, words, live)
    }
    words.state = "Its source: the page cannot be shown"
    let bytes = source.flatMap { try? live.read(path: $0) } ?? []
    return page(ownPages(live).source(source ?? path, bytes), words, live)
  }

  private func page(
    _ html: [UInt8], _ words: Panel.Words, _ live: LiveSite?,
    _ status: PreviewResponse.Status = .ok
  ) -> PreviewResponse {
    PreviewResponse(
      status, "text/html; charset=utf-8", panel(live).added(to: html, words),
      policy: live?.hostPolicy ?? PagePolicy.of(html))
  }

  /// What is answered to all who wait while a page does not come to its end: the finding, and the
  /// same address again in a moment.
  package nonisolated func startingAgain(_ finding: Diagnostic) -> PreviewResponse {
    let own = OwnPages(
      files: "/_handbook/\(token)/",
      list: FindingList(folder: folder, editor: FindingList.usualEditor), basePath: "")
    var response = PreviewResponse(
      .serviceUnavailable, "text/html; charset=utf-8", own.startingAgain(finding),
      policy: PreviewResponse.ownPolicy)
    response.comesAgain = true
    return response
  }

  private func remember(_ html: [UInt8], at path: String) {
    lastGood.removeAll { $0.path == path }
    lastGood.append((path, html))
    if lastGood.count > Self.remembered { lastGood.removeFirst() }
  }

  private func notFound(_ path: String, _ live: LiveSite) async -> PreviewResponse {
    let whole = await site.findings
    let words = Panel.Words(total: whole.map { $0.report.findings.count })
    if live.notFoundPage != nil, let page = try? await site.page({ $0.notFoundPage }) {
      return self.page(page.html, words, live, .notFound)
    }
    return self.page(ownPages(live).notFound(path), words, live, .notFound)
  }

  private func broken(_ reason: String? = nil) async -> PreviewResponse {
    let known = await site.currentProblem
    return page(
      ownPages(nil).broken(reason ?? known ?? "it is being read"), Panel.Words(), nil,
      .internalServerError)
  }

  // MARK: What is the preview's own

  private func ownAnswer(_ path: String, _ request: PreviewRequest) async -> PreviewResponse {
    switch path {
    case "": return await overview()
    case "\(token)/live.js":
      return PreviewResponse(.ok, ContentType.of(path), Array(PanelFiles.script.utf8))
    case "\(token)/panel.css":
      return PreviewResponse(.ok, ContentType.of(path), Array(PanelFiles.style.utf8))
    case "\(token)/page.css":
      return PreviewResponse(
        .ok, ContentType.of(path), Array((PanelFiles.pageStyle + PanelFiles.style).utf8))
    case "\(token)/notices": return notices(request)
    default:
      return .refusal(RequestRefusal(.notFound, "the preview has nothing there"))
    }
  }

  /// Notices go to pages of this very server alone.
  private func notices(_ request: PreviewRequest) -> PreviewResponse {
    let isOwn = request.origin.map { $0.lowercased() == "http://" + request.host.lowercased() }
    let isNear = request.fetchSite.map { $0 == "same-origin" }
    guard isOwn ?? true, isNear ?? true else {
      return .refusal(RequestRefusal(.forbidden, "only the preview's own pages are told"))
    }
    return .notices
  }

  private func overview() async -> PreviewResponse {
    let live = await site.current()
    let whole = await site.findings
    let own = ownPages(live)
    let html = own.overview(
      title: live?.title ?? "Handbook", live?.pageSummaries(whole?.report) ?? [], whole?.report,
      isCurrent: whole?.isCurrent ?? false, problem: await site.currentProblem)
    return PreviewResponse(
      .ok, "text/html; charset=utf-8", panel(live).added(to: html, Panel.Words()),
      policy: PreviewResponse.ownPolicy)
  }

  private var files: String { "/_handbook/\(token)/" }

  private func list(_ live: LiveSite?) -> FindingList {
    FindingList(folder: folder, editor: live?.editorPattern ?? FindingList.usualEditor)
  }

  private func panel(_ live: LiveSite?) -> Panel { Panel(files: files, list: list(live)) }

  private func ownPages(_ live: LiveSite?) -> OwnPages {
    OwnPages(files: files, list: list(live), basePath: live?.basePath ?? "")
  }
}
