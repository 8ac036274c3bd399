/// What the web said of a URL outside the site.
package enum ExternalAnswer: Sendable, Hashable {
  /// It is there.
  case reached
  /// It is there, for good at another URL.
  case moved(to: String)
  /// It is not there any more; why, such as `it answers 404`.
  case gone(String)
  /// Nobody can tell, because the program was not let in or got no answer; why.
  case blocked(String)
}
