import NIOCore
import NIOHTTP1
import Glibc
import NIOPosix
import Synchronization

/// A server of a preview on its addresses.
package final class PreviewServer: Sendable {
  /// Where it is asked to listen.
  package struct Address: Sendable {
    /// The hosts, as numbers.
    package var hosts: [String]
    /// The port that is tried first; 0 for any.
    package var port: Int
    /// How many ports behind it are tried when others have it.
    package var tries = 50

    /// The usual addresses: this machine alone.
    package static let loopback = ["127.0.0.1", "::1"]

    /// Creates an address.
    package init(hosts: [String] = loopback, port: Int) {
      self.hosts = hosts
      self.port = port
    }
  }

  /// Why no server could listen.
  package enum Failure: Error, CustomStringConvertible {
    case taken(first: Int, last: Int)
    case refused(host: String, port: Int, reason: String)

    package var description: String {
      switch self {
      case .taken(let first, let last):
        "others have all ports from \(first) to \(last); choose one with --port"
      case .refused(let host, let port, let reason):
        "cannot listen on \(host) port \(port): \(reason)"
      }
    }
  }

  /// The port that it has.
  package let port: Int
  private let channels: [any Channel]
  private let group: MultiThreadedEventLoopGroup

  private init(port: Int, _ channels: [any Channel], _ group: MultiThreadedEventLoopGroup) {
    self.port = port
    self.channels = channels
    self.group = group
  }

  /// Begins to listen: on the port asked for, or the next that is free.
  package static func start(
    _ address: Address, _ service: any PreviewService, hosts: HostRule, audience: Audience,
    limits: ConnectionLimits = ConnectionLimits()
  ) async throws -> PreviewServer {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let bootstrap = bootstrap(
      group,
      ConnectionContext(service: service, hosts: hosts, audience: audience, limits: limits))
    do {
      for port in address.port...(address.port == 0 ? 0 : min(65535, address.port + address.tries))
      {
        guard let channels = try await listen(bootstrap, address.hosts, port) else { continue }
        let given = channels.first?.localAddress?.port ?? port
        return PreviewServer(port: given, channels, group)
      }
      throw Failure.taken(first: address.port, last: min(65535, address.port + address.tries))
    } catch {
      try? await group.shutdownGracefully()
      throw error
    }
  }

  /// Listens on all hosts; `nil` where another program has the port on one of them.
  private static func listen(
    _ bootstrap: ServerBootstrap, _ hosts: [String], _ port: Int
  ) async throws -> [any Channel]? {
    var channels: [any Channel] = []
    for host in hosts {
      // A port that the system chose for the first host is that of the others too.
      let port = channels.first?.localAddress?.port ?? port
      do {
        channels.append(try await bootstrap.bind(host: host, port: port).get())
      } catch let error as IOError {
        if error.errnoCode == EADDRINUSE {
          for channel in channels { try? await channel.close() }
          return nil
        }
        // A machine without one of the two kinds of addresses is served on the other.
        guard hosts.count > 1, [EADDRNOTAVAIL, EAFNOSUPPORT].contains(error.errnoCode) else {
          for channel in channels { try? await channel.close() }
          throw Failure.refused(
            host: host, port: port, reason: String(cString: strerror(error.errnoCode)))
        }
      }
    }
    return channels.isEmpty ? nil : channels
  }

  private static func bootstrap(
    _ group: MultiThreadedEventLoopGroup, _ context: ConnectionContext
  ) -> ServerBootstrap {
    let count = ConnectionCount()
    return ServerBootstrap(group: group)
      .serverChannelOption(.backlog, value: 1024)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.socketOption(.tcp_nodelay), value: 1)
      .childChannelInitializer { channel in
        let number = count.add()
        channel.closeFuture.whenComplete { _ in count.remove() }
        return channel.eventLoop.makeCompletedFuture {
          var limits = NIOHTTPDecoderLimitConfiguration()
          limits.maxHeaderFieldSize = context.limits.headSize
          limits.maxHeaderListSize = context.limits.headSize
          try channel.pipeline.syncOperations.configureHTTPServerPipeline(
            withPipeliningAssistance: false, withErrorHandling: false,
            withEncoderConfiguration: .init(), withDecoderLimitConfiguration: limits)
          try channel.pipeline.syncOperations.addHandler(
            ConnectionHandler(context, isRefused: number > context.limits.connections))
        }
      }
  }

  /// Ends it: no answer is begun any more.
  package func stop() async {
    for channel in channels { try? await channel.close() }
    try? await group.shutdownGracefully()
  }
}

/// How many connections are open.
private final class ConnectionCount: Sendable {
  private let count = Mutex(0)

  func add() -> Int {
    count.withLock { count in
      count += 1
      return count
    }
  }

  func remove() { count.withLock { $0 -= 1 } }
}
