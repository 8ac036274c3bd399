import Values

/// Filters that order, join and reduce lists.
enum ListFilters {
  /// All of them.
  static let all: [Filter] = [
    Filter("default", 0...2, takesNamed: true, usage: "default: value") { input, arguments, _ in
      let isAbsent = arguments.allowsFalse ? input.isNone : !input.isTruthy
      return isAbsent || input.isEmpty
        ? (arguments.count > 0 ? arguments.first : .string("")) : input
    },
    Filter("first") { input, _, _ in input.first ?? .none },
    Filter("last") { input, _, _ in input.last ?? .none },
    Filter("join", 0...1, usage: "join: ', '") { input, arguments, renderer throws(Failure) in
      try join(input, by: arguments.count > 0 ? arguments.first.text : " ", &renderer)
    },
    Filter("reverse") { input, _, renderer throws(Failure) in
      .array(try renderer.flattened(input).reversed())
    },
    Filter("concat", 1...1, usage: "concat: list") { input, arguments, renderer throws(Failure) in
      guard case .array(let more) = arguments.first else {
        throw Failure("'concat' takes a list", help: "'split' makes a list of a text")
      }
      let list = try renderer.flattened(input)
      try renderer.budget.growList(list.count + more.count)
      return .array(list + more)
    },
    Filter("sort", 0...1, usage: "sort: 'key'") { input, arguments, renderer throws(Failure) in
      try sort(input, arguments.first, &renderer) { $0 }
    },
    Filter("sort_natural", 0...1, usage: "sort_natural: 'key'") {
      input, arguments, renderer throws(Failure) in
      try sort(input, arguments.first, &renderer) { key in
        key.isNone ? key : .string(Bytes.lowered(key.text))
      }
    },
    Filter("uniq", 0...1, usage: "uniq: 'key'") { input, arguments, renderer throws(Failure) in
      try unique(input, arguments.first, &renderer)
    },
    Filter("compact", 0...1, usage: "compact: 'key'") {
      input, arguments, renderer throws(Failure) in
      var kept: [Value] = []
      for element in try renderer.flattened(input) {
        guard let value = try element.selected(by: arguments.first) else { return .none }
        if !value.isNone { kept.append(element) }
      }
      return .array(kept)
    },
    Filter("map", 1...1, usage: "map: 'key'") { input, arguments, renderer throws(Failure) in
      var values: [Value] = []
      for element in try renderer.flattened(input) {
        values.append(try element.property(arguments.first) ?? .none)
      }
      return .array(values)
    },
    Filter("sum", 0...1, usage: "sum: 'key'") { input, arguments, renderer throws(Failure) in
      try sum(input, arguments.first, &renderer)
    },
  ]

  private static func join(_ input: Value, by glue: String, _ renderer: inout Renderer)
    throws(Failure) -> Value
  {
    var bytes: [UInt8] = []
    var charged = 0
    for (index, element) in try renderer.flattened(input).enumerated() {
      if index > 0 { bytes.append(contentsOf: glue.utf8) }
      try renderer.budget.grow(bytes.count - charged)
      charged = bytes.count
      element.appendText(to: &bytes)
    }
    try renderer.budget.grow(bytes.count - charged)
    return .string(String(decoding: bytes, as: UTF8.self))
  }

  private static func sort(
    _ input: Value, _ key: Value, _ renderer: inout Renderer,
    comparing comparable: (Value) -> Value
  ) throws(Failure) -> Value {
    let list = try renderer.flattened(input)
    guard key.isNone || list.allSatisfy(\.hasProperties) else { return .none }
    guard list.count > 1 else { return .array(list) }
    try renderer.budget.spend(
      list.count * max(1, list.count.bitWidth - list.count.leadingZeroBitCount) >> 2)
    var keyed: [(key: Value, value: Value)] = []
    for element in list {
      guard let key = try element.selected(by: key) else { return .none }
      keyed.append((comparable(key), element))
    }
    do {
      // Swift's sort keeps the order of equal elements.
      try keyed.sort { try order($0.key, $1.key) < 0 }
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure("the list cannot be put in order")
    }
    return .array(keyed.map(\.value))
  }

  /// The order of two values for sorting; nothing comes last.
  private static func order(_ left: Value, _ right: Value) throws(Failure) -> Int {
    if left.isNone || right.isNone { return left.isNone ? (right.isNone ? 0 : 1) : -1 }
    guard let order = Value.order(left, right) else {
      throw Failure("'\(left.text)' and '\(right.text)' cannot be put in order")
    }
    return order
  }

  private static func unique(_ input: Value, _ key: Value, _ renderer: inout Renderer)
    throws(Failure) -> Value
  {
    let list = try renderer.flattened(input)
    guard list.count > 1 else { return .array(list) }
    var (known, kept) = (Set<Mark>(minimumCapacity: list.count), [Value]())
    for element in list {
      guard let value = try element.selected(by: key) else { return .none }
      let mark = Mark(value)
      try renderer.budget.grow(mark.bytes.count)
      if known.insert(mark).inserted { kept.append(element) }
    }
    return .array(kept)
  }

  private static func sum(_ input: Value, _ key: Value, _ renderer: inout Renderer)
    throws(Failure) -> Value
  {
    var values: [Value] = []
    for element in try renderer.flattened(input) {
      values.append(key.isNone ? element : try element.property(key) ?? .integer(0))
    }
    var sum = Number.whole(0)
    for value in try renderer.flattened(.array(values)) { sum = try sum + Number(value) }
    return sum.value
  }
}

/// What is the same for values that `uniq` takes for one.
private struct Mark: Hashable {
  private(set) var bytes: [UInt8] = []
  private var isText = false

  init(_ value: Value) {
    switch value {
    case .string(let text): (bytes, isText) = (Bytes.of(text), true)
    case .object(let object):
      bytes = Array("\(type(of: object)) \(object.identity) \(object.text)".utf8)
    case .array:
      bytes.append(0)
      value.appendText(to: &bytes)
    default: value.appendText(to: &bytes)
    }
  }

  /// Hashes all bytes at once, which an array does not.
  func hash(into hasher: inout Hasher) {
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
  }
}

extension Value {
  /// The value itself when there is no key, else what the key selects; `nil` where nothing can be.
  fileprivate func selected(by key: Value) throws(Failure) -> Value? {
    key.isNone ? self : try property(key)
  }
}
