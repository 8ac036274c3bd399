import Glibc
import NIOCore

/// The sockets that a server listens on.
///
/// Kept beside those that serve them, so that a process that takes this one's place goes on where
/// it stopped: a browser that comes in between waits for it.
struct ListeningSockets: ~Copyable {
  /// The descriptors; whoever takes the process's place has them under the same numbers.
  let numbers: [Int32]
  /// The port that all of them have.
  let port: Int

  /// Takes over the sockets of the process whose place this one took.
  ///
  /// - Throws: `PreviewServer.Failure` where they are none.
  init(inherited numbers: [Int32]) throws(PreviewServer.Failure) {
    for number in numbers { _ = fcntl(number, F_SETFD, FD_CLOEXEC) }
    guard let first = numbers.first, let port = Self.port(of: first) else {
      throw .refused(host: "localhost", port: 0, reason: "there are no sockets to take over")
    }
    self.numbers = numbers
    self.port = port
  }

  /// Binds a port on all hosts; `nil` where another program has it on one of them.
  ///
  /// A machine without one of two kinds of addresses is served on the other.
  init?(hosts: [String], port: Int) throws(PreviewServer.Failure) {
    var numbers: [Int32] = []
    var port = port
    for host in hosts {
      switch Self.bind(host, port) {
      case .success(let number):
        numbers.append(number)
        // A port that the system chose for the first host is that of the others too.
        port = Self.port(of: number) ?? port
      case .failure(let refusal):
        if hosts.count > 1, [EADDRNOTAVAIL, EAFNOSUPPORT].contains(refusal.code) { continue }
        for number in numbers { close(number) }
        if refusal.code == EADDRINUSE { return nil }
        throw .refused(host: host, port: port, reason: refusal.reason)
      }
    }
    guard !numbers.isEmpty else {
      throw .refused(
        host: hosts.joined(separator: " and "), port: port, reason: "there is no such address here")
    }
    self.numbers = numbers
    self.port = port
  }

  deinit {
    for number in numbers { close(number) }
  }

  /// Further descriptors of the same sockets, for those who close what they serve.
  var duplicates: [Int32] { numbers.map { fcntl($0, F_DUPFD_CLOEXEC, 0) } }

  /// Leaves them open to the program that takes this one's place, and closes all connections to it.
  ///
  /// What whoever started this program left open is none of its business.
  func handOver() {
    for number in Self.open where Self.port(of: number) != nil {
      _ = fcntl(number, F_SETFD, numbers.contains(number) ? 0 : FD_CLOEXEC)
    }
  }

  /// All descriptors that this process has.
  private static var open: [Int32] {
    guard let folder = opendir("/proc/self/fd") else { return [] }
    defer { closedir(folder) }
    var numbers: [Int32] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if let number = Int32(name) { numbers.append(number) }
    }
    return numbers
  }

  private struct Refusal: Error {
    var code: Int32 = 0
    var reason: String

    init(_ code: Int32) {
      self.code = code
      reason = String(cString: strerror(code))
    }

    init(_ reason: String) { self.reason = reason }
  }

  private static func bind(_ host: String, _ port: Int) -> Result<Int32, Refusal> {
    let address: SocketAddress
    do {
      address = try SocketAddress.makeAddressResolvingHost(host, port: port)
    } catch {
      return .failure(Refusal("there is no such address"))
    }
    let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    let number = socket(address.protocol == .inet6 ? AF_INET6 : AF_INET, kind, 0)
    guard number >= 0 else { return .failure(Refusal(errno)) }
    var yes: Int32 = 1
    setsockopt(number, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    let answer = address.withSockAddr { Glibc.bind(number, $0, socklen_t($1)) }
    // Of two programs that bind a port at once, one is told only when it listens.
    guard answer == 0, listen(number, backlog) == 0 else {
      let refusal = Refusal(errno)
      close(number)
      return .failure(refusal)
    }
    return .success(number)
  }

  /// How many connections may wait to be taken.
  static let backlog: Int32 = 1024

  private static func port(of number: Int32) -> Int? {
    var address = sockaddr_storage()
    var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let answer = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(number, $0, &size) }
    }
    guard answer == 0, [sa_family_t(AF_INET), sa_family_t(AF_INET6)].contains(address.ss_family)
    else { return nil }
    // The port stands at the same place in both kinds of address.
    return withUnsafeBytes(of: address) {
      Int($0.loadUnaligned(fromByteOffset: 2, as: UInt16.self).bigEndian)
    }
  }
}
