import Foundation
import Glibc
import Synchronization

/// A web server on this machine alone: all of 127.0.0.0/8 at one port, each address a host.
final class LoopbackServer: Sendable {
  /// A status, headers and a body, by the first line of a request, such as `GET /a`.
  typealias Answers = [String: (status: Int, header: String, body: String)]

  let port: UInt16
  private let socket: Int32
  private let requests = Mutex<[String]>([])

  /// Starts one that answers as told, and 404 to all else.
  init(_ answers: Answers) throws {
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let socket = socket
    let isListening = withUnsafeMutablePointer(to: &address) { address in
      address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(socket, address, size) == 0 && listen(socket, 16) == 0
          && getsockname(socket, address, &size) == 0
      }
    }
    port = UInt16(bigEndian: address.sin_port)
    guard isListening else { throw POSIXError(.EADDRNOTAVAIL) }
    Thread.detachNewThread { [self] in
      while case let connection = accept(socket, nil, nil), connection >= 0 {
        serve(connection, answers)
      }
    }
  }

  /// Ends it.
  func stop() { shutdown(socket, Int32(SHUT_RDWR)) }

  /// The requests that came, as `HEAD 127.0.0.1 /a`, in order.
  var log: [String] { requests.withLock { $0 } }

  private func serve(_ connection: Int32, _ answers: Answers) {
    defer { close(connection) }
    var bytes = [UInt8](repeating: 0, count: 1 << 14)
    let count = max(0, read(connection, &bytes, bytes.count))
    let text = String(decoding: bytes[..<count], as: UTF8.self)
    let words = text.prefix { $0 != "\r\n" }.split(separator: " ")
    guard words.count == 3 else { return }
    let host = text.firstMatch(of: /Host: ([^:\r]*)/)?.1 ?? ""
    requests.withLock { $0.append("\(words[0]) \(host) \(words[1])") }
    let answer = answers["\(words[0]) \(words[1])"] ?? answers["* \(words[1])"] ?? (404, "", "")
    let body = words[0] == "HEAD" ? "" : answer.body
    let head =
      "HTTP/1.1 \(answer.status) X\r\nConnection: close\r\n\(answer.header)"
      + "Content-Length: \(answer.body.utf8.count)\r\n\r\n"
    let reply = Array((head + body).utf8)
    _ = send(connection, reply, reply.count, Int32(MSG_NOSIGNAL))
  }
}
