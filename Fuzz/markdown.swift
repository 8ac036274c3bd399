import Diagnostics
import Markdown

/// Renders any text by each policy of HTML: ranges lie in the text, the HTML is UTF-8 and bounded,
/// and but by the policy that lets all through there is no element that acts.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  // Texts are valid UTF-8 when they come here; what is not is refused before.
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard String(validating: bytes, as: UTF8.self) != nil, !bytes.contains(0) else { return -1 }
  for policy in HTMLPolicy.allCases {
    let options = MarkdownOptions(
      html: policy, limits: .standard, labels: .english, collectsPlainText: true)
    var asked = 0
    let rendered = render(bytes, options: options) { link in
      asked += 1
      precondition(link.range.upperBound <= count)
      return Destination(asked % 3 == 0 ? nil : link.destination)
    }
    let ranges = rendered.outline.map(\.range) + rendered.remarks.map(\.range)
    precondition(ranges.allSatisfy { $0.upperBound <= count })
    precondition(Set(rendered.ids).count == rendered.ids.count)
    precondition(rendered.html.count <= 200 * count + 300_000)
    guard let html = String(validating: rendered.html, as: UTF8.self) else {
      preconditionFailure("HTML that is no UTF-8")
    }
    guard policy != .all else { continue }
    let lower = html.lowercased()
    for tag in ["<script", "<iframe", "<style", "<object", "<embed", "<base", "<meta", "<form"] {
      precondition(!lower.contains(tag), tag)
    }
  }
  return 0
}
