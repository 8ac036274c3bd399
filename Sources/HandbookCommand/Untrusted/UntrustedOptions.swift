import ArgumentParser

/// The options for a change that comes from somebody whom nobody knows.
struct UntrustedOptions: ParsableArguments {
  @Flag(
    name: .long,
    help: "Take pages and images alone from the site, and all else from --base; see above.")
  var untrusted = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "With --untrusted: a folder with the handbook as it was before the change.", valueName: "dir"),
    completion: .directory)
  var base: String?

  func validate() throws {
    if untrusted, base == nil {
      throw ValidationError(
        "'--untrusted' takes settings, layouts and data from the handbook as it was: name a checkout "
          + "of it with '--base DIR'")
    }
    if base != nil, !untrusted {
      throw ValidationError("'--base' tells what '--untrusted' goes by: name both")
    }
  }

  /// What the help of a command says of them.
  static let discussion = """
    With --untrusted, the site is a change by somebody whom nobody knows, as CI gets it from a pull \
    request. From the site come pages (content/**.md) and PNG, JPEG, GIF and WebP images. From --base \
    come site.yml with kinds, rules and terms, handbook.lock, layouts, partials, style sheets, scripts, \
    fonts, SVG, data and the register; where the site has them otherwise, a finding says so. Pages that \
    differ have tighter limits, the process has limits of time and memory, and it starts no program.
    """

  /// Refuses what cannot go together with a change that nobody trusts.
  func validate(beside options: SiteOptions) throws {
    guard untrusted else { return }
    if options.people != nil {
      throw ValidationError(
        "'--people' cannot go with '--untrusted': the private file is not for untrusted runs")
    }
    if options.newBaseline != nil {
      throw ValidationError(
        "'--write-baseline' cannot go with '--untrusted': what a change brings does not become known "
          + "by itself")
    }
  }
}
