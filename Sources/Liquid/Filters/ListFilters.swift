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
      let list = try renderer.flattened(input)
      var values: [Value] = []
      values.reserveCapacity(list.count)
      for element in list { values.append(try element.property(arguments.first) ?? .none) }
      return .array(values)
    },
    Filter("sum", 0...1, usage: "sum: 'key'") { input, arguments, renderer throws(Failure) in
      try sum(input, arguments.first, &renderer)
    },
  ]

  private static func join(_ input: Value, by glue: String, _ renderer: inout Renderer)
    throws(Failure) -> Value
  {
    let list = try renderer.flattened(input)
    renderer.scratch.cut(to: 0)
    var charged = 0
    for (index, element) in list.enumerated() {
      if index > 0 { renderer.scratch.append(glue) }
      try renderer.budget.grow(renderer.scratch.count - charged)
      charged = renderer.scratch.count
      element.appendText(to: &renderer.scratch)
    }
    try renderer.budget.grow(renderer.scratch.count - charged)
    return .string(renderer.scratch.text)
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
    keyed.reserveCapacity(list.count)
    for element in list {
      guard let key = try element.selected(by: key) else { return .none }
      keyed.append((comparable(key), element))
    }
    if let sorted = sortedByTexts(keyed) { return .array(sorted) }
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

  /// The values in the order of their keys, where all keys are texts, which compare much faster.
  private static func sortedByTexts(_ keyed: [(key: Value, value: Value)]) -> [Value]? {
    var texts: [(key: String, value: Value)] = []
    texts.reserveCapacity(keyed.count)
    for (key, value) in keyed {
      guard case .string(let text) = key else { return nil }
      texts.append((text, value))
    }
    texts.sort { Bytes.order($0.key, $1.key) < 0 }
    return texts.map(\.value)
  }

  /// The order of two values for sorting; nothing comes last.
  private static func order(_ left: Value, _ right: Value) throws(Failure) -> Int {
    if left.isNone || right.isNone { return left.isNone ? (right.isNone ? 0 : 1) : -1 }
    guard let order = Value.order(left, right) else {
      throw Failure(
        "'\(left.text)' and '\(right.text)' cannot be put in order",
        help: Value.whyUnordered(left, right))
    }
    return order
  }

  private static func unique(_ input: Value, _ key: Value, _ renderer: inout Renderer)
    throws(Failure) -> Value
  {
    let list = try renderer.flattened(input)
    guard list.count > 1 else { return .array(list) }
    var (known, kept) = (Set<Mark>(minimumCapacity: list.count), [Value]())
    kept.reserveCapacity(list.count)
    for element in list {
      guard let value = try element.selected(by: key) else { return .none }
      if case .object(let object) = value, object.identity.isEmpty {
        kept.append(element)
        continue
      }
      let mark = Mark(value)
      try renderer.budget.grow(mark.text.utf8.count)
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
  let text: String
  private let isText: Bool

  init(_ value: Value) {
    isText = value.shownText != nil
    switch value {
    case .html(let html): text = html.shownText
    case .object(let object): text = "\0\0" + object.identity
    case .array: text = "\0" + value.text
    default: text = value.text
    }
  }

  static func == (left: Mark, right: Mark) -> Bool {
    left.isText == right.isText && Bytes.areSame(left.text, right.text)
  }

  /// Hashes all bytes at once.
  func hash(into hasher: inout Hasher) {
    text.withBytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

extension Value {
  /// The value itself when there is no key, else what the key selects; `nil` where nothing can be.
  fileprivate func selected(by key: Value) throws(Failure) -> Value? {
    key.isNone ? self : try property(key)
  }
}
