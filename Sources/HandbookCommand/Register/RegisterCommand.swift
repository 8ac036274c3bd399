import ArgumentParser

/// `handbook registry`: asks the register something, or adds to it.
struct RegisterCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "registry",
    abstract: "Ask the register something, or add to it.",
    discussion: """
      All of it reads the register of the site here or above. Nothing prints the name of a holder \
      who is not listed.

      Such as:
        handbook registry list --status expiring
        handbook registry show C-7Q4M-X2RK-3
        handbook registry renew org-tallowmere --decided 2027-04-02 --write
        handbook registry diff old.yml content/registry.yml
      """,
    subcommands: [
      RegisterList.self, RegisterShow.self, RegisterRenewals.self, RegisterStats.self,
      RegisterRenew.self, RegisterAdd.self, RegisterDiff.self,
    ],
    aliases: ["register"])
}
