package import NIOCore
import NIOHTTP1

/// One connection: takes requests one after the other, and gives answers or notices.
///
/// All of it happens on the connection's event loop.
final class ConnectionHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  /// What a connection is doing.
  private enum Phase {
    /// Waiting for a request, or for the rest of one.
    case reading
    /// The answer is being made.
    case asking(isHead: Bool)
    /// The answer is being sent.
    case answering
    /// Notices are sent for as long as the browser listens.
    case listening(Int)
    /// The last answer was sent.
    case ended
  }

  private let server: ConnectionContext
  private let isRefused: Bool
  private var phase = Phase.reading
  private var head: HTTPRequestHead?
  private var hasBody = false
  /// Whether an answer was given and nothing of the next request came yet.
  private var isIdle = false
  private var timer: Scheduled<Void>?
  /// What came of further requests while one is answered.
  private var waiting: [HTTPServerRequestPart] = []
  private static let mostWaiting = 100

  init(_ server: ConnectionContext, isRefused: Bool) {
    self.server = server
    self.isRefused = isRefused
  }

  func channelActive(context: ChannelHandlerContext) {
    startHeadTimer(context)
    context.fireChannelActive()
  }

  /// What came is no whole head yet, or it would be answered: its time begins.
  func channelReadComplete(context: ChannelHandlerContext) {
    if isIdle, case .reading = phase { startHeadTimer(context) }
    context.fireChannelReadComplete()
  }

  func channelInactive(context: ChannelHandlerContext) {
    stop()
    context.fireChannelInactive()
  }

  func handlerRemoved(context: ChannelHandlerContext) { stop() }

  private func stop() {
    timer?.cancel()
    if case .listening(let number) = phase { server.audience.leave(number) }
    phase = .ended
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let part = unwrapInboundIn(data)
    switch phase {
    case .reading: read(part, context)
    case .asking, .answering:
      if waiting.count < Self.mostWaiting { return waiting.append(part) }
      phase = .ended
      context.close(promise: nil)
    case .listening, .ended: break
    }
  }

  private func read(_ part: HTTPServerRequestPart, _ context: ChannelHandlerContext) {
    switch part {
    case .head(let head):
      self.head = head
      hasBody = false
    case .body: hasBody = true
    case .end: answer(context)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard case .reading = phase, let error = error as? HTTPParserError else {
      phase = .ended
      return context.close(promise: nil)
    }
    if error == .headerOverflow {
      refuse(.requestHeaderFieldsTooLarge, "the head is too long", context)
    } else {
      refuse(.badRequest, "this is no request", context)
    }
  }

  private func answer(_ context: ChannelHandlerContext) {
    guard let head else { return }
    timer?.cancel()
    isIdle = false
    self.head = nil
    if isRefused { return refuse(.serviceUnavailable, "too many connections", context) }
    let request: PreviewRequest
    do throws(RequestRefusal) {
      guard !hasBody else { throw RequestRefusal(.payloadTooLarge, "requests have no body") }
      request = try PreviewRequest(head, hosts: server.hosts)
    } catch {
      return refuse(error.status, error.reason, context, isHead: head.method == .HEAD)
    }
    phase = .asking(isHead: request.isHead)
    let promise = context.eventLoop.makePromise(of: PreviewResponse.self)
    let service = server.service
    promise.completeWithTask { await service.answer(request) }
    promise.futureResult.assumeIsolated().whenSuccess { [self] response in
      guard case .asking = phase else { return }
      send(
        response.part(request.range), isHead: request.isHead, keepsOpen: head.isKeepAlive, context)
    }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    guard let last = event as? LastAnswer else {
      return context.fireUserInboundEventTriggered(event)
    }
    switch phase {
    case .asking(let isHead): send(last.response, isHead: isHead, keepsOpen: false, context)
    case .answering: break
    case .reading, .listening, .ended: context.close(promise: nil)
    }
  }

  private func refuse(
    _ status: HTTPResponseStatus, _ reason: String, _ context: ChannelHandlerContext,
    isHead: Bool = false
  ) {
    guard case .reading = phase else { return }
    send(
      .refusal(RequestRefusal(status, reason)), isHead: isHead, keepsOpen: false, context)
  }

  private func send(
    _ response: PreviewResponse, isHead: Bool, keepsOpen: Bool, _ context: ChannelHandlerContext
  ) {
    phase = .answering
    var fields = response.fields
    if !keepsOpen { fields.replaceOrAdd(name: "Connection", value: "close") }
    let head = HTTPResponseHead(version: .http1_1, status: response.status, headers: fields)
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    if !isHead {
      switch response.body {
      case .bytes(let bytes):
        if !bytes.isEmpty {
          context.write(
            wrapOutboundOut(.body(.byteBuffer(context.channel.allocator.buffer(bytes: bytes)))),
            promise: nil)
        }
      case .notices: return listen(context)
      }
    }
    startTimer(server.limits.sendTime, context) {
      $1.close(promise: nil); $0.phase = .ended
    }
    context.writeAndFlush(wrapOutboundOut(.end(nil))).assumeIsolated().whenComplete { [self] _ in
      timer?.cancel()
      guard keepsOpen, case .answering = phase else {
        phase = .ended
        return context.close(promise: nil)
      }
      phase = .reading
      isIdle = true
      startTimer(server.limits.idleTime, context) {
        $1.close(promise: nil); $0.phase = .ended
      }
      while case .reading = phase, !waiting.isEmpty { read(waiting.removeFirst(), context) }
    }
  }

  /// Sends notices until the browser goes.
  private func listen(_ context: ChannelHandlerContext) {
    context.flush()
    let channel = context.channel
    let number = server.audience.join { notice in
      let text = "event: \(notice.rawValue)\ndata:\n\n"
      channel.eventLoop.execute {
        // A browser that takes nothing any more is not told more.
        guard channel.isWritable else { return }
        let part = HTTPServerResponsePart.body(
          .byteBuffer(channel.allocator.buffer(string: text)))
        channel.writeAndFlush(part, promise: nil)
      }
    }
    phase = .listening(number)
    write(": here\n\n", context)
    beat(context)
  }

  /// Tells the browser now and then that the server is there; one that takes nothing is let go.
  private func beat(_ context: ChannelHandlerContext) {
    startTimer(server.limits.heartbeat, context) { handler, context in
      guard context.channel.isWritable else { return context.close(promise: nil) }
      handler.write(":\n\n", context)
      handler.beat(context)
    }
  }

  private func write(_ text: String, _ context: ChannelHandlerContext) {
    context.writeAndFlush(
      wrapOutboundOut(.body(.byteBuffer(context.channel.allocator.buffer(string: text)))),
      promise: nil)
  }

  private func startHeadTimer(_ context: ChannelHandlerContext) {
    isIdle = false
    startTimer(server.limits.headTime, context) {
      $0.refuse(.requestTimeout, "it took too long", $1)
    }
  }

  private func startTimer(
    _ time: TimeAmount, _ context: ChannelHandlerContext,
    _ act: @escaping (ConnectionHandler, ChannelHandlerContext) -> Void
  ) {
    timer?.cancel()
    timer = context.eventLoop.assumeIsolated().scheduleTask(in: time) { [self] in
      act(self, context)
    }
  }
}

/// What all connections of a server share.
struct ConnectionContext: Sendable {
  let service: any PreviewService
  let hosts: HostRule
  let audience: Audience
  let limits: ConnectionLimits
}

/// What one connection, and all of them, may take.
package struct ConnectionLimits: Sendable {
  /// Bytes of a request's head.
  package var headSize = 16 << 10
  /// How long a request's head may take.
  package var headTime = TimeAmount.seconds(10)
  /// How long a connection may wait for its next request.
  package var idleTime = TimeAmount.seconds(30)
  /// How long a browser may take to accept an answer.
  package var sendTime = TimeAmount.seconds(60)
  /// How often an open page is told that the server is there.
  package var heartbeat = TimeAmount.seconds(15)
  /// How many connections are served at once; those behind get 503.
  package var connections = 2000
  /// How many more are told so; those behind them are closed.
  package var refusals = 24

  /// Creates the usual limits.
  package init() {}
}
