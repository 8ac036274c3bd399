import Glibc

/// The person's web browser.
enum Browser {
  /// Opens an address; where there is no browser, the person opens it.
  static func open(_ url: String) {
    var process = pid_t()
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("xdg-open"), strdup(url), nil]
    defer { for argument in arguments { free(argument) } }
    guard posix_spawnp(&process, "xdg-open", nil, nil, &arguments, environ) == 0 else {
      Console.error("note: no browser was found; open the address above yourself\n")
      return
    }
  }
}
