import Diagnostics
import YAML

/// Reads any bytes as a page and as a file of data: every range lies in the file, and what stands
/// inside something lies inside its range.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let file = SourceFile(path: "fuzz", bytes: Array(UnsafeBufferPointer(start: start, count: count)))
  let split = FrontMatter.split(file)
  precondition(split.value.bodyStart <= count && split.value.opening.upperBound <= count)
  var findings = split.diagnostics
  if let range = split.value.yaml {
    precondition(range.upperBound <= split.value.bodyStart)
    let read = parseMapping(
      file: file, range: range, rule: "invalid-front-matter", limits: .frontMatter)
    findings += read.diagnostics
    for pair in read.value.pairs {
      check(pair.value, within: range)
      _ = pair.value.value
    }
  }
  let data = parse(
    file: file, range: 0..<count, rule: "invalid-front-matter", limits: .dataFile)
  findings += data.diagnostics
  if let node = data.value { check(node, within: 0..<count) }
  for finding in findings {
    precondition(finding.place.range.upperBound <= count && !finding.message.isEmpty)
  }
  return 0
}

/// Nothing of YAML is nested deeper than its limits.
private func check(_ node: Node, within range: SourceRange) {
  precondition(node.range.lowerBound >= range.lowerBound && node.range.upperBound <= range.upperBound)
  switch node.content {
  case .scalar: break
  case .sequence(let nodes): for inner in nodes { check(inner, within: node.range) }
  case .mapping(let mapping):
    precondition(Set(mapping.pairs.map(\.key)).count == mapping.pairs.count)
    for pair in mapping.pairs { check(pair.value, within: node.range) }
  }
}
