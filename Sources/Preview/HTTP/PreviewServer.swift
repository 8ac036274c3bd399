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

  private let sockets: ListeningSockets
  private let channels: [any Channel]
  private let group: MultiThreadedEventLoopGroup
  private let connections: OpenConnections

  /// The port that it has.
  package var port: Int { sockets.port }

  private init(
    _ sockets: consuming ListeningSockets, _ channels: [any Channel],
    _ group: MultiThreadedEventLoopGroup, _ connections: OpenConnections
  ) {
    self.sockets = sockets
    self.channels = channels
    self.group = group
    self.connections = connections
  }

  /// Begins to listen: on the port asked for, or the next that is free; or on the sockets that the
  /// process left whose place this one took.
  package static func start(
    _ address: Address, inheriting inherited: [Int32] = [], _ service: any PreviewService,
    hosts: HostRule, audience: Audience, limits: ConnectionLimits = ConnectionLimits()
  ) async throws -> PreviewServer {
    let sockets =
      inherited.isEmpty ? try listen(address) : try ListeningSockets(inherited: inherited)
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let connections = OpenConnections()
    let bootstrap = bootstrap(
      group, connections,
      ConnectionContext(service: service, hosts: hosts, audience: audience, limits: limits))
    do {
      var channels: [any Channel] = []
      for number in sockets.duplicates {
        channels.append(try await bootstrap.withBoundSocket(number).get())
      }
      return PreviewServer(sockets, channels, group, connections)
    } catch {
      try? await group.shutdownGracefully()
      throw error
    }
  }

  private static func listen(_ address: Address) throws(Failure) -> ListeningSockets {
    let last = address.port == 0 ? 0 : min(65535, address.port + address.tries)
    for port in address.port...last {
      if let sockets = try ListeningSockets(hosts: address.hosts, port: port) { return sockets }
    }
    throw .taken(first: address.port, last: last)
  }

  private static func bootstrap(
    _ group: MultiThreadedEventLoopGroup, _ connections: OpenConnections,
    _ context: ConnectionContext
  ) -> ServerBootstrap {
    ServerBootstrap(group: group)
      .serverChannelOption(.backlog, value: ListeningSockets.backlog)
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelInitializer { channel in
        let number = connections.add(channel)
        channel.closeFuture.whenComplete { _ in connections.remove(channel) }
        return channel.eventLoop.makeCompletedFuture {
          // Those who would wait behind the limit to be told so take descriptors too.
          guard number <= context.limits.connections + context.limits.refusals else {
            throw TooManyConnections()
          }
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

  /// Answers all who wait with `answer`, takes no more connections, and leaves the sockets open to the
  /// program that takes this one's place: returns their numbers.
  ///
  /// It keeps the thread, for two seconds at most, and needs none of those that tasks run on.
  package func handOver(answering answer: PreviewResponse) -> [Int32] {
    for channel in channels { channel.close(promise: nil) }
    for channel in connections.all {
      channel.pipeline.fireUserInboundEventTriggered(LastAnswer(response: answer))
    }
    for _ in 0..<200 where !connections.all.isEmpty { usleep(10_000) }
    sockets.handOver()
    return sockets.numbers
  }
}

/// Why a connection is closed at once.
private struct TooManyConnections: Error {}

/// The connections that are open.
final class OpenConnections: Sendable {
  private let channels = Mutex<[ObjectIdentifier: any Channel]>([:])

  /// Takes note of a connection, and returns how many there are.
  func add(_ channel: any Channel) -> Int {
    channels.withLock { channels in
      channels[ObjectIdentifier(channel)] = channel
      return channels.count
    }
  }

  func remove(_ channel: any Channel) {
    channels.withLock { $0[ObjectIdentifier(channel)] = nil }
  }

  /// All of them.
  var all: [any Channel] { channels.withLock { Array($0.values) } }
}

/// Tells a connection that what it waits for will not come: it is to give this answer, and end.
struct LastAnswer: Sendable {
  var response: PreviewResponse
}
