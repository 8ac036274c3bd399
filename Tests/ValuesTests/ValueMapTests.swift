import Testing
import Values

private func text(_ value: Value?) -> String? {
  if case .string(let text) = value { text } else { nil }
}

private func integer(_ value: Value?) -> Int? {
  if case .integer(let number) = value { number } else { nil }
}

@Test func `names keep the order in which they were written`() {
  let map = ValueMap([("b", "1"), ("a", "2"), ("c", "3")])
  #expect(map.keys == ["b", "a", "c"])
  #expect(map.count == 3)
}

@Test func `a later value takes the place of an earlier one`() {
  let map = ValueMap([("a", "1"), ("b", "2"), ("a", "3")])
  #expect(map.keys == ["a", "b"])
  #expect(text(map["a"]) == "3")
}

@Test func `setting nothing removes, and setting no value keeps the name`() {
  var map = ValueMap([("a", "1"), ("b", "2")])
  map["a"] = nil
  map["missing"] = nil
  map["b"] = Value.none
  #expect(map.keys == ["b"])
  #expect(map["a"] == nil)
  if case .some(.none) = map["b"] {} else { Issue.record("'b' lost its name") }
}

@Test func `a map is what a dictionary with an order is, small or large`() {
  var random = SplitMix(seed: 7)
  var map = ValueMap()
  var order: [String] = []
  var values: [String: Int] = [:]
  for step in 0..<4000 {
    let key = "k\(random.next() % 40)"
    if random.next() % 3 == 0 {
      map[key] = nil
      values[key] = nil
      order.removeAll { $0 == key }
    } else {
      map[key] = .integer(step)
      if values.updateValue(step, forKey: key) == nil { order.append(key) }
    }
    guard map.keys == order, map.count == order.count,
      order.allSatisfy({ integer(map[$0]) == values[$0] }), map["other"] == nil
    else {
      Issue.record("differs after step \(step)")
      return
    }
  }
}

@Test func `members are found in maps and objects only`() {
  struct Box: ValueObject {
    func member(_ key: String) -> Value? { key == "lid" ? "shut" : nil }
    var memberNames: [String] { ["lid"] }
  }
  #expect(text(Value.map(ValueMap([("a", "1")])).member("a")) == "1")
  #expect(text(Value.object(Box()).member("lid")) == "shut")
  #expect(Box().text == "" && Box().identity == "")
  for value: Value in [.none, true, 1, 1.5, "a", [1], .range(lower: 1, upper: 2)] {
    #expect(value.member("a") == nil)
  }
}

/// Random numbers that are the same in every run.
private struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) >> 33)
  }
}
