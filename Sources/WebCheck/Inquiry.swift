import Handbook

/// What is asked when: hosts at most once a second each and four at a time, their `robots.txt` first.
///
/// It neither sleeps nor asks: whoever does tells it the time, in milliseconds, and what came back.
struct Inquiry {
  /// A question to a host.
  struct Request: Hashable {
    /// The whole URL.
    let url: String
    /// Whom it asks.
    let host: String
    /// Whether only the head of the answer is wanted.
    let isHead: Bool
  }

  /// What came back.
  enum Reply {
    /// A status, with the URL that it sends on to and what it holds.
    case answer(status: Int, redirect: String?, body: [UInt8])
    /// There is no such host.
    case noHost
    /// No answer; why.
    case silence(String)
  }

  /// The name by which `robots.txt` may address the program.
  static let agent = "handbook"
  private static let mostHosts = 4
  private static let pause = 1000
  private static let mostRedirects = 10
  /// As RFC 9309 asks for; behind more there are no rules.
  private static let mostRobotRedirects = 5

  /// A link on its way to an answer.
  private struct Job {
    /// The URL that the site links to.
    let origin: String
    var address: WebAddress
    var url: String
    var redirects = 0
    /// Whether all redirects up to now are for good.
    var isForGood = true
    var isHead = true
  }

  private struct Host {
    var jobs: [Job] = []
    /// The rules of its `robots.txt`, when they are known.
    var rules: RobotRules?
    /// Where that sent readers on to, and how often.
    var robots: (url: String, redirects: Int)?
    /// What is true of all its links, when it does not answer at all.
    var verdict: ExternalAnswer?
    var nextTurn = 0
    var isBusy = false
  }

  /// The answers up to now, by the URLs that were asked for.
  private(set) var answers: [String: ExternalAnswer] = [:]
  private var hosts: [String: Host] = [:]
  /// The hosts in the order in which they came up.
  private var order: [String] = []

  /// Plans to ask for URLs of the web; others are left out.
  init(_ urls: [String]) {
    for url in urls {
      if let address = WebAddress(url) { add(Job(origin: url, address: address, url: url)) }
    }
  }

  /// Whether everything is answered.
  var isDone: Bool { hosts.values.allSatisfy { $0.jobs.isEmpty && !$0.isBusy } }

  /// How many hosts there are.
  var hostCount: Int { order.count }

  /// When a host is next to be asked that waits for its turn; `nil` where all wait for answers.
  var nextTurn: Int? {
    guard hosts.values.count(where: \.isBusy) < Self.mostHosts else { return nil }
    return hosts.values.filter { !$0.jobs.isEmpty && !$0.isBusy }.map(\.nextTurn).min()
  }

  /// The requests to send now.
  mutating func start(at now: Int) -> [Request] {
    var requests: [Request] = []
    var busy = hosts.values.count(where: \.isBusy)
    for name in order {
      guard busy < Self.mostHosts else { break }
      guard var host = hosts[name], !host.isBusy, host.nextTurn <= now, let job = host.jobs.first
      else { continue }
      requests.append(
        host.rules == nil
          ? Request(
            url: host.robots?.url ?? job.address.origin + "/robots.txt", host: name, isHead: false)
          : Request(url: job.url, host: name, isHead: job.isHead))
      host.isBusy = true
      host.nextTurn = now + Self.pause
      hosts[name] = host
      busy += 1
    }
    return requests
  }

  /// Takes in what came back for a request that was sent.
  mutating func finish(_ request: Request, _ reply: Reply) {
    guard var host = hosts[request.host], !host.jobs.isEmpty else { return }
    host.isBusy = false
    if host.rules == nil {
      let redirects = host.robots?.redirects ?? 0
      if case .answer(300..<400, let url?, _) = reply, WebAddress(url) != nil,
        redirects < Self.mostRobotRedirects
      {
        host.robots = (url, redirects + 1)
      } else {
        (host.rules, host.verdict) = Self.rules(reply)
      }
      hosts[request.host] = host
    } else {
      let job = host.jobs.removeFirst()
      hosts[request.host] = host
      take(reply, for: job)
    }
    settle(request.host)
  }

  private mutating func add(_ job: Job) {
    let name = job.address.host
    if hosts[name] == nil { order.append(name) }
    hosts[name, default: Host()].jobs.append(job)
    settle(name)
  }

  /// Answers what needs no question: links of a host that does not answer or does not want to.
  private mutating func settle(_ name: String) {
    guard var host = hosts[name], let rules = host.rules else { return }
    host.jobs.removeAll { job in
      if let verdict = host.verdict {
        answers[job.origin] = verdict
      } else if !rules.allows(job.address.path) {
        answers[job.origin] = .blocked("its robots.txt lets no programs in")
      } else {
        return false
      }
      return true
    }
    hosts[name] = host
  }

  private static func rules(_ reply: Reply) -> (RobotRules, ExternalAnswer?) {
    switch reply {
    case .answer(200..<300, _, let body):
      (RobotRules(parsing: String(decoding: body, as: UTF8.self), for: agent), nil)
    case .answer(429, _, _), .answer(500..., _, _):
      (.none, .blocked("its robots.txt cannot be read at the moment"))
    case .answer: (.none, nil)
    case .noHost: (.none, .gone("there is no such host"))
    case .silence(let reason): (.none, .blocked(reason))
    }
  }

  private mutating func take(_ reply: Reply, for job: Job) {
    switch reply {
    case .noHost: answers[job.origin] = .gone("there is no such host")
    case .silence(let reason): answers[job.origin] = .blocked(reason)
    case .answer(let status, let redirect?, _) where (300..<400).contains(status):
      follow(job, to: redirect, isForGood: status == 301 || status == 308)
    case .answer(200..<400, _, _):
      let hasMoved = job.redirects > 0 && job.isForGood
      answers[job.origin] = hasMoved ? .moved(to: job.url) : .reached
    case .answer(429, _, _):
      answers[job.origin] = .blocked("it answers 429: too many questions")
      hosts[job.address.host]?.verdict = answers[job.origin]
    case .answer where job.isHead:
      // Some hosts know the whole only, or nothing of heads.
      var whole = job
      whole.isHead = false
      hosts[job.address.host]?.jobs.insert(whole, at: 0)
    case .answer(let status, _, _):
      answers[job.origin] =
        status == 404 || status == 410
        ? .gone("it answers \(status)") : .blocked("it answers \(status)")
    }
  }

  private mutating func follow(_ job: Job, to url: String, isForGood: Bool) {
    guard let address = WebAddress(url) else {
      answers[job.origin] = .blocked("it sends readers on to '\(url)'")
      return
    }
    var next = job
    next.address = address
    next.url = url
    next.redirects += 1
    next.isForGood = job.isForGood && isForGood
    next.isHead = true
    guard next.redirects <= Self.mostRedirects else {
      answers[job.origin] = .blocked("it sends readers in a circle")
      return
    }
    add(next)
  }
}
