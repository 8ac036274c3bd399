/// The colours of a terminal, or none.
package struct Colours: Sendable {
  /// How a word is shown, by the terminal's own colours, which fit its background.
  package enum Tone: String, Sendable {
    case bold = "1"
    case faint = "2"
    case red = "1;31"
    case green = "32"
    case yellow = "1;33"
    case cyan = "36"
  }

  private let isOn: Bool

  /// Creates the colours of a terminal, or, when they are off, of a text without any.
  package init(isOn: Bool) {
    self.isOn = isOn
  }

  /// The text in a tone; it must hold nothing that steers a terminal.
  package func paint(_ text: String, _ tone: Tone) -> String {
    isOn ? "\u{1B}[\(tone.rawValue)m\(text)\u{1B}[0m" : text
  }
}
