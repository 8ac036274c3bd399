import Figures
import Values

/// Where pages tell what they measure: a field that holds a list of measures.
///
/// A measure is `name`, `unit` and either `series`, the oldest first, or `before` and `now`.
struct TrendFields: Sendable {
  /// The field.
  var field: String
  /// The heads of the table's columns.
  var head: (name: String, before: String, now: String, line: String)
  /// What else measures tell, with the heads of the columns.
  var notes: [(key: String, head: String)] = []

  /// What a page measures.
  func trends(of page: Page) -> Trends {
    guard case .array(let measures) = page.head.data[field] ?? Value.none else {
      return Trends([], head: head)
    }
    return Trends(measures.compactMap(trend), head: head, notes: notes.map(\.head))
  }

  private func trend(_ measure: Value) -> Trends.Trend? {
    guard let name = measure.member("name")?.texts.first else { return nil }
    let series = measure.member("series")?.texts ?? []
    let texts =
      series.isEmpty ? ["before", "now"].flatMap { measure.member($0)?.texts ?? [] } : series
    let unit = measure.member("unit")?.texts.first ?? ""
    let numbers = texts.map { Double($0.filter { $0 != "," }) }
    var trend = Trends.Trend(
      name, words: zip(texts, numbers).map { $1 == nil ? $0 : Self.words($0, unit) },
      values: numbers.contains(nil) ? [] : numbers.compactMap(\.self))
    trend.notes = notes.map { measure.member($0.key)?.texts.joined(separator: ", ") ?? "" }
    return trend
  }

  /// The number as it is read: `97.9%`, `1.2 pence`, `£7.40`, `£520k`.
  private static func words(_ text: String, _ unit: String) -> String {
    if unit.isEmpty || unit == "%" { return text + unit }
    guard let sign = unit.first, "£€$".contains(sign) else { return "\(text) \(unit)" }
    return "\(sign)\(text)\(unit.dropFirst())"
  }
}
