import ArgumentParser
import Disk
import Glibc
import Handbook
import Preview

/// `handbook serve`: shows the site in a browser while it is edited.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show the site in your browser while you edit it.",
    discussion: """
      Open pages change as you save. What is wrong with a page is shown on it, and what is wrong \
      with the whole handbook at /_handbook/. Drafts are shown at their own address, and marked. \
      Nothing is written. Stop it with Ctrl-C.
      """)

  @Option(
    name: .long,
    help: ArgumentHelp("The folder that holds site.yml (default: here or above).", valueName: "dir")
  )
  var site: String?

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

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "The day, such as 2026-06-30, to tell statuses for (default: SOURCE_DATE_EPOCH, else today in UTC).",
      valueName: "date"))
  var asOf: Day?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The site's address, such as https://handbook.example/, in place of site.yml's.",
      valueName: "url"))
  var url: SiteAddress?

  @Option(
    name: .long,
    help: ArgumentHelp("Show a site as it was built, in this folder, instead.", valueName: "dir"))
  var built: String?

  func validate() throws {
    guard (0...65535).contains(port) else {
      throw ValidationError("a port is a number from 0 to 65535")
    }
  }

  func run() async throws {
    do {
      Descriptors.raiseLimit()
      if let built { try await serve(built) } else { try await serve(try SiteFolder.find(site)) }
    } catch let error as ExitCode {
      throw error
    } catch {
      Console.error("handbook: \(Failure.sentence(for: error))\n")
      throw Run.couldNotRun
    }
  }

  private func serve(_ folder: SiteFolder) async throws {
    let feed = try WatchedSources(folder, polls: poll)
    let audience = Audience()
    let (asOf, drafts, url) = (asOf?.date, drafts, url?.url)
    let today = try Clock.today()
    let preview = PreviewSite(feed, audience: audience) {
      BuildOptions(
        asOf: asOf ?? (try? Clock.today()) ?? today, url: url, includesDrafts: drafts,
        workers: Processors.count)
    }
    let service = LivePreview(preview, folder: folder.path, token: Self.token())
    let server = try await start(service, audience)
    announce(server.port, feed.note)
    if let live = await preview.current() {
      Console.error("\(live.title): \(live.pageCount) pages, read.\n")
    }
    await preview.follow()
  }

  /// Shows a built site until the process ends.
  private func serve(_ built: String) async throws {
    let folder = try BuiltFolder(built)
    var url = url?.url
    if url == nil, let site = try? SiteFolder.find(site) {
      url = try SiteURL.written(in: DiskSources(of: site))
    }
    let service = BuiltPreview(basePath: url?.basePath ?? "") { try folder.read($0) }
    let server = try await start(service, Audience())
    Console.output(
      "The site as it was built is at \(address(server.port))\nTo stop, press Ctrl-C here.\n")
    if open { Browser.open(address(server.port)) }
    while true { try await Task.sleep(for: .seconds(3600)) }
  }

  private func start(
    _ service: any PreviewService, _ audience: Audience
  ) async throws -> PreviewServer {
    var limits = ConnectionLimits()
    // Some are kept for files, and for those who are told that there are too many.
    limits.connections = max(8, min(limits.connections, Descriptors.limit - 64))
    let server = try await PreviewServer.start(
      PreviewServer.Address(hosts: bind.map { [$0] } ?? PreviewServer.Address.loopback, port: port),
      service, hosts: HostRule(allowing: hosts + (bind.map { [$0] } ?? [])), audience: audience,
      limits: limits)
    if server.port != port, port != 0 {
      Console.error("note: another program has port \(port); this preview is on \(server.port)\n")
    }
    return server
  }

  private func address(_ port: Int) -> String {
    let host = bind.map { ["0.0.0.0", "::"].contains($0) ? "localhost" : $0 } ?? "localhost"
    return "http://\(host.contains(":") ? "[\(host)]" : host):\(port)/"
  }

  private func announce(_ port: Int, _ note: String?) {
    let url = address(port)
    if let note { Console.error("note: \(note)\n") }
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

/// The files and connections that this process may have open.
enum Descriptors {
  /// Asks for as many as the system lets it have.
  static func raiseLimit() {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
    limit.rlim_cur = limit.rlim_max
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  }

  /// How many it may have open now.
  static var limit: Int {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 1024 }
    return Int(clamping: limit.rlim_cur)
  }
}

/// The person's web browser.
enum Browser {
  /// Opens an address; where there is no browser, the person opens it.
  static func open(_ url: String) {
    var process = pid_t()
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("xdg-open"), strdup(url), nil]
    defer { for argument in arguments { free(argument) } }
    guard posix_spawnp(&process, "xdg-open", nil, nil, &arguments, environ) == 0 else {
      Console.error("note: no browser was found; open the address above yourself\n")
      return
    }
  }
}
