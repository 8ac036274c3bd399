import Glibc
import NIOPosix
import Testing

/// A plain connection to a port of this machine.
///
/// What waits does so on a thread of its own: the server needs those that tests run on.
final class Wire: Sendable {
  private let number: Int32

  init(port: Int, host: UInt32 = 0x7F00_0001) throws {
    number = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    try #require(number >= 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = host.bigEndian
    let number = number
    let answer = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(number, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    try #require(answer == 0, "connect: \(String(cString: strerror(errno)))")
    var time = timeval(tv_sec: 120, tv_usec: 0)
    setsockopt(number, SOL_SOCKET, SO_RCVTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
  }

  deinit { Glibc.close(number) }

  func send(_ text: String) {
    let bytes = Array(text.utf8)
    _ = Glibc.send(number, bytes, bytes.count, Int32(MSG_NOSIGNAL))
  }

  /// All that comes until the other side ends it, or until `text` came.
  func receive(until text: String? = nil) async -> String {
    (try? await NIOThreadPool.singleton.runIfActive { self.received(until: text) }) ?? ""
  }

  private func received(until text: String?) -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = recv(number, &buffer, buffer.count, 0)
      guard count > 0 else { break }
      bytes += buffer[..<count]
      if let text, String(decoding: bytes, as: UTF8.self).contains(text) { break }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The answer to a request that is the last one of its connection.
  static func answer(port: Int, _ request: String) async throws -> String {
    let wire = try Wire(port: port)
    wire.send(request)
    return await wire.receive()
  }

  /// The answer to a request for a path.
  static func get(port: Int, _ path: String, _ method: String = "GET", _ fields: String = "")
    async throws -> String
  {
    try await answer(
      port: port,
      "\(method) \(path) HTTP/1.1\r\nHost: localhost:\(port)\r\nConnection: close\r\n\(fields)\r\n")
  }
}
