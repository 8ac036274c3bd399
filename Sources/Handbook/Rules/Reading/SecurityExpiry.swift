import Diagnostics
import Values

extension SiteRule {
  /// What `security.txt` says may be relied on for a while yet.
  static let securityExpiry = SiteRule(securityExpiryText) { made in
    guard let expires = made.site.settings.security?.expires,
      let due = expires.value.adding(days: -30), due <= made.site.asOf
    else { return [] }
    let isOver = expires.value < made.site.asOf
    return [
      Diagnostic(
        securityExpiryText.id, .warning, at: Place(made.site.settings.file, expires.range),
        isOver
          ? "security.txt expired on \(expires.value): nobody need believe it any more"
          : "security.txt expires on \(expires.value)",
        help: "see that the contact is still right, and write a day at most a year ahead",
        since: due.description)
    ]
  }

  private static let securityExpiryText = RuleText(
    "security-expiry", .warning,
    promise: "The contact for reports of security holes is good for 30 days or more.",
    why:
      "Who finds a hole must not write to somebody who has left; security.txt ends for that reason.",
    example: "security: {contact: mailto:security@handbook.example, expires: 2020-01-31}",
    repair: "See that the contact is still right, and write a later day, at most a year ahead.")
}
