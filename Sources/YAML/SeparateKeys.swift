package import Diagnostics

/// Reads a part of a file as `parseMapping` does, and what has mistakes key by key, so that one that
/// cannot be read costs no other.
///
/// The findings are those of `parseMapping`. O(*n*).
package func parseKeys(
  file: SourceFile, range: SourceRange, rule: String, limits: YAMLLimits
) -> Diagnosed<Mapping> {
  let whole = parseMapping(file: file, range: range, rule: rule, limits: limits)
  guard !whole.diagnostics.isEmpty, range.count <= limits.bytes else { return whole }
  let entries = entries(of: file, in: range)
  // Keys that do not begin their lines are read together or not at all.
  guard !entries.isEmpty else { return whole }
  var known = Set<String>()
  let pairs = entries.compactMap { entry -> Pair? in
    let alone = parse(file: file, range: entry, rule: rule, limits: limits)
    guard !alone.diagnostics.contains(where: { $0.rule == rule }),
      let pair = alone.value?.mapping?.pairs.first, known.insert(pair.key).inserted
    else { return nil }
    return pair
  }
  return Diagnosed(Mapping(pairs, at: whole.value.range), whole.diagnostics)
}

/// The parts of a text that each begin with a line whose first character may begin a key.
private func entries(of file: SourceFile, in range: SourceRange) -> [SourceRange] {
  let others = Array(" \t\r\n#-]}".utf8)
  let starts = range.filter { offset in
    (offset == range.lowerBound || file.bytes[offset - 1].isLineEnd)
      && !others.contains(file.bytes[offset])
  }
  return zip(starts, starts.dropFirst() + [range.upperBound]).map { $0..<$1 }
}
