import Values

/// Filters that the reference does not have.
enum SiteFilters {
  /// All of them.
  static let all: [Filter] = [
    Filter("ucfirst") { input, _, renderer throws(Failure) in
      try renderer.made(TextFilters.titled(input.text) { $0 })
    },
    Filter("lower") { input, _, renderer throws(Failure) in
      try renderer.made(input.text.lowercased())
    },
    Filter("relative_url") { input, _, _ in input },
    Filter("absolute_url") { input, _, renderer throws(Failure) in
      try renderer.made(absolute(input.text, under: renderer.environment.siteURL))
    },
    Filter("raw") { input, _, _ in
      switch input {
      case .html, .none, .integer, .decimal, .bool: input
      case .array: .html(HTML(printed(input)))
      default: .html(HTML(input.text))
      }
    },
    Filter("json") { input, _, renderer throws(Failure) in
      var writer = JSONWriter()
      try writer.write(input, &renderer.budget)
      return .html(HTML(writer.json.bytes()))
    },
  ]

  private static func printed(_ value: Value) -> [UInt8] {
    var buffer = TextBuffer()
    value.appendPrinted(to: &buffer)
    return buffer.bytes()
  }

  /// The address of `path` below that of the site; what has an address of its own keeps it.
  private static func absolute(_ path: String, under site: String) -> String {
    let scheme = path.utf8.prefix { $0.isWord || $0 == UInt8(ascii: "-") }
    let hasScheme = !scheme.isEmpty && path.utf8.dropFirst(scheme.count).starts(with: "://".utf8)
    guard !hasScheme, !path.hasPrefix("//") else { return path }
    let base = site.hasSuffix("/") ? String(site.dropLast()) : site
    return path.isEmpty || path.hasPrefix("/") ? base + path : base + "/" + path
  }
}

/// Writes values as JSON in which nothing ends a script or begins markup.
struct JSONWriter: ~Copyable {
  /// What is written.
  private(set) var json = TextBuffer()

  /// Adds a value.
  ///
  /// What an object holds is written; of an object in it, which `isMember` says, only its identity or
  /// else its text.
  mutating func write(
    _ value: Value, _ budget: inout Budget, depth: Int = 0, isMember: Bool = false
  ) throws(Failure) {
    guard depth < 32 else { throw Failure("the value is nested too deep for JSON", rule: .limit) }
    try budget.spend(1)
    let start = json.count
    switch value {
    case .none: json.append("null")
    case .bool, .integer: value.appendText(to: &json)
    case .decimal(let number):
      if number.isFinite {
        value.appendText(to: &json)
      } else {
        json.append("null")
      }
    case .string, .html, .date: try write(text: value.shownText ?? value.text, &budget)
    case .array(let elements):
      try write(elements.lazy.map { (nil, $0) }, "[", "]", &budget, depth, isMember)
    case .range(let lower, let upper):
      let count = value.size ?? 0
      try budget.growList(count < 0 ? .max : count)
      let numbers = upper < lower ? [] : Array(lower...upper)
      try write(numbers.lazy.map { (nil, .integer($0)) }, "[", "]", &budget, depth, isMember)
    case .map(let map):
      try write(map.entries.lazy.map { ($0.key, $0.value) }, "{", "}", &budget, depth, isMember)
    case .object(let object):
      if isMember {
        let known = object.identity.isEmpty ? object.text : object.identity
        if known.isEmpty { json.append("null") } else { try write(text: known, &budget) }
      } else {
        let members = object.memberNames.map { ($0, object.member($0) ?? .none) }
        try write(members.lazy.map { ($0.0, $0.1) }, "{", "}", &budget, depth, true)
      }
    }
    try budget.grow(depth == 0 ? json.count - start : 0)
  }

  private mutating func write(
    _ entries: some Sequence<(String?, Value)>, _ opening: String, _ closing: String,
    _ budget: inout Budget, _ depth: Int, _ isMember: Bool
  ) throws(Failure) {
    json.append(opening)
    var isFirst = true
    for (key, value) in entries {
      if !isFirst { json.append(UInt8(ascii: ",")) }
      isFirst = false
      if let key {
        try write(text: key, &budget)
        json.append(UInt8(ascii: ":"))
      }
      try write(value, &budget, depth: depth + 1, isMember: isMember)
    }
    json.append(closing)
  }

  private mutating func write(text: String, _ budget: inout Budget) throws(Failure) {
    try budget.spend(text.utf8.count >> 6)
    try budget.grow(text.utf8.count)
    json.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": json.append("\\\"")
      case "\\": json.append("\\\\")
      case "\n": json.append("\\n")
      case "<", ">", "&", "\u{2028}", "\u{2029}", "\u{0}"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        json.append("\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)")
      default: json.append(String(scalar))
      }
    }
    json.append(UInt8(ascii: "\""))
  }
}
