import Testing
import Values

@Suite struct ValueMapTests {
  private func text(_ map: ValueMap) -> String {
    map.entries.map { entry in
      if case .integer(let number) = entry.value { "\(entry.key)=\(number)" } else { entry.key }
    }.joined(separator: " ")
  }

  @Test func `names keep the order in which they were written`() {
    #expect(text(["b": 1, "a": 2, "c": 3]) == "b=1 a=2 c=3")
  }

  @Test func `a later value takes the place of an earlier of the same name`() {
    #expect(text(["a": 1, "b": 2, "a": 3]) == "a=3 b=2")
  }

  @Test func `a removed name is gone, and comes last when it is set again`() {
    var map: ValueMap = ["a": 1, "b": 2]
    map["a"] = nil
    map["x"] = nil
    #expect(text(map) == "b=2")
    map["a"] = 4
    #expect(text(map) == "b=2 a=4")
  }

  @Test(arguments: [1, 8, 9, 10, 100])
  func `every name is found in small and large maps`(count: Int) {
    var map = ValueMap((0..<count).map { ("n\($0)", .integer($0)) })
    for number in 0..<count {
      guard case .integer(number)? = map["n\(number)"] else {
        Issue.record("n\(number) is not found")
        continue
      }
    }
    #expect(map["n\(count)"] == nil)
    map["n0"] = nil
    #expect(map.count == count - 1)
    #expect(map["n0"] == nil)
    #expect(count == 1 || map["n\(count - 1)"] != nil)
  }

  @Test func `a copy does not change with the original`() {
    var map: ValueMap = ["a": 1]
    let copy = map
    map["a"] = 2
    #expect(text(copy) == "a=1")
  }
}
