import Values

/// What a field names and no page is, in templates: a page without an address, called as it is written.
///
/// That nothing is there is a finding at the field already, so that layouts need say nothing of it.
struct DeadReference: ValueObject {
  let written: String

  func member(_ key: String) -> Value? {
    ["title", "nav_title"].contains(key) ? .string(written) : Value.none
  }

  var memberNames: [String] { ["title", "nav_title"] }
  var text: String { written }
  var identity: String { written }
}
