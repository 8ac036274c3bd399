import Testing

/// Answers as `dot` does, with all nodes below each other and straight lines between their middles.
enum FakeDot {
  static func answer(to text: [UInt8]) throws -> [UInt8] {
    let lines = String(decoding: text, as: UTF8.self).split(separator: "\n").map {
      $0.split(separator: " ")
    }
    var middles: [String] = []
    var top = 0.0
    for line in lines where line.count == 2 && line[1].hasPrefix("[height=") {
      let height = try #require(Double(line[1].dropFirst(8).dropLast())) * 72
      middles.append("60,\(top + height / 2)")
      top += height + 44
    }
    let nodes = middles.enumerated().map {
      "{\"_gvid\":\($0),\"name\":\"\($0)\",\"pos\":\"\($1)\"}"
    }
    let edges = try lines.filter { $0.count == 3 && $0[1] == "->" }.map { line in
      let (from, to) = (try #require(Int(line[0])), try #require(Int(line[2])))
      let (start, end) = (middles[from], middles[to])
      return
        "{\"tail\":\(from),\"head\":\(to),\"pos\":\"e,\(end) \(start) \(start) \(end) \(end)\"}"
    }
    let list = { (texts: [String]) in texts.joined(separator: ",") }
    return Array(
      "{\"bb\":\"0,0,120,\(top)\",\"objects\":[\(list(nodes))],\"edges\":[\(list(edges))]}".utf8)
  }
}
