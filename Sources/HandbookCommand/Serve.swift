import ArgumentParser
import Diagnostics
import Disk
import Glibc
import Handbook
import Preview

/// `handbook serve`: shows the site in a browser while it is edited.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Show the site in your browser while you edit it.",
    discussion: """
      Open pages change as you save. What is wrong with a page is shown on it, and what is wrong \
      with the whole handbook at /_handbook/. Drafts are shown at their own address, and marked. \
      Nothing is written. Stop it with Ctrl-C.
      """)

  @OptionGroup var place: SitePlace

  @Option(
    name: .long, help: "The port; the next free one where another program has it.")
  var port = 8000

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Listen on this address instead of this machine's own (127.0.0.1 and ::1), as containers need.",
      valueName: "address"))
  var bind: String?

  @Option(
    name: .customLong("allow-host"),
    help: ArgumentHelp(
      "Answer under this host name too; may be repeated. Others than localhost get 403.",
      valueName: "name"))
  var hosts: [String] = []

  @Flag(
    name: .long, help: "Look for changes every half second, where the file system tells of none.")
  var poll = false

  @Flag(name: .long, help: "Open the site in the browser.")
  var open = false

  @Flag(name: .long, help: "Show drafts in menus and lists too, and let their findings count.")
  var drafts = false

  @OptionGroup var view: SiteView

  @Option(
    name: .long,
    help: ArgumentHelp("Show a site as it was built, in this folder, instead.", valueName: "dir"),
    completion: .directory)
  var built: String?

  func validate() throws {
    guard (0...65535).contains(port) else {
      throw ValidationError("a port is a number from 0 to 65535")
    }
  }

  func run() async throws {
    do {
      Descriptors.raiseLimit()
      if let built {
        try await serve(built)
      } else {
        try await serve(try SiteFolder.find(place.site))
      }
    } catch let error as ExitCode {
      throw error
    } catch {
      Console.error("handbook: \(Failure.sentence(for: error))\n")
      throw Run.couldNotRun
    }
  }

  private func serve(_ folder: SiteFolder) async throws {
    let before = Resumption.given
    let feed = try WatchedSources(folder, polls: poll)
    let audience = Audience()
    let watchdog = Watchdog()
    let today = try view.day()
    let endless = EndlessPages(before?.endless ?? [], limit: watchdog.limitText)
    let history = GitHistory(folder)
    let graphviz = Graphviz(folder, cache: .reads)
    let preview = PreviewSite(feed, audience: audience) { [view, drafts] in
      var options = BuildOptions(
        asOf: (try? view.day()) ?? today, url: view.url?.url, includesDrafts: drafts,
        workers: Machine.processors)
      options.watch = watchdog
      options.endless = endless
      options.history = { history.read() }
      options.graphviz = { graphviz.answer(to: $0) }
      return options
    }
    let token = before?.token ?? Self.token()
    let service = LivePreview(preview, folder: folder.path, token: token)
    let server = try await start(service, audience, inheriting: before?.sockets ?? [])
    watchdog.start { work in
      Self.startAgain(server, service, without: work, endless, token)
    }
    if before == nil { announce(server.port) }
    if let live = await preview.current(), before == nil {
      Console.error("\(live.title): \(live.pageCount) pages, read.\n")
    }
    await preview.follow { Console.error("note: \($0)\n") }
  }

  /// Answers who waits for a page that does not come to its end, and puts another process in this
  /// one's place, which leaves that page out until it is written otherwise.
  private static func startAgain(
    _ server: PreviewServer, _ service: LivePreview, without work: Watchdog.Work,
    _ endless: EndlessPages, _ token: String
  ) {
    let finding = endless.finding(work.page)
    Console.error("\(TextPrinter(inColour: Terminal.isColoured).print(finding))")
    // Where it is no file's fault, or the file was left out in vain, another start would not help.
    guard let entry = work.entry, !endless.entries.contains(entry) else {
      Console.error("handbook: the preview ends.\n")
      _exit(Run.couldNotRun.rawValue)
    }
    Console.error("note: the preview starts itself again, without that page until it is changed\n")
    let sockets = server.handOver(answering: service.startingAgain(finding))
    Resumption(token: token, sockets: sockets, endless: endless.entries.union([entry])).start()
    Console.error("handbook: the preview could not be started again.\n")
    _exit(Run.couldNotRun.rawValue)
  }

  /// Shows a built site until the process ends.
  private func serve(_ built: String) async throws {
    let folder = try BuiltFolder(built)
    var url = view.url?.url
    if url == nil, let site = try? SiteFolder.find(place.site) {
      url = try SiteURL.written(in: HandbookSources(of: site))
    }
    let service = BuiltPreview(basePath: url?.basePath ?? "") { try folder.read($0) }
    let server = try await start(service, Audience())
    Console.output(
      "The site as it was built is at \(address(server.port))\nTo stop, press Ctrl-C here.\n")
    if open { Browser.open(address(server.port)) }
    while true { try await Task.sleep(for: .seconds(3600)) }
  }

  private func start(
    _ service: any PreviewService, _ audience: Audience, inheriting sockets: [Int32] = []
  ) async throws -> PreviewServer {
    var limits = ConnectionLimits()
    // Some are kept for files, and for those who are told that there are too many.
    limits.connections = max(8, min(limits.connections, Descriptors.limit - 64))
    let server = try await PreviewServer.start(
      PreviewServer.Address(hosts: bind.map { [$0] } ?? PreviewServer.Address.loopback, port: port),
      inheriting: sockets, service, hosts: HostRule(allowing: hosts + (bind.map { [$0] } ?? [])),
      audience: audience,
      limits: limits)
    if server.port != port, port != 0, sockets.isEmpty {
      Console.error("note: another program has port \(port); this preview is on \(server.port)\n")
    }
    return server
  }

  private func address(_ port: Int) -> String {
    let host = bind.map { ["0.0.0.0", "::"].contains($0) ? "localhost" : $0 } ?? "localhost"
    return "http://\(host.contains(":") ? "[\(host)]" : host):\(port)/"
  }

  private func announce(_ port: Int) {
    let url = address(port)
    Console.output(
      """
      Your handbook is at \(url)
      All that is wrong with it, and its drafts: \(url)_handbook/
      Open pages change as you save. To stop, press Ctrl-C here.

      """)
    if open { Browser.open(url) }
  }

  /// 128 bits that nobody can guess.
  private static func token() -> String {
    var numbers = SystemRandomNumberGenerator()
    return (0..<2).map { _ in
      let digits = String(numbers.next() as UInt64, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}
