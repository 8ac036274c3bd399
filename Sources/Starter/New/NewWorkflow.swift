extension NewHandbook {
  /// The workflow for GitHub; `baseline` is the file of findings that are known, where there is one.
  static func workflow(baseline: String? = nil) -> String {
    #"""
    # Checks the handbook on every change, and publishes it to GitHub Pages from the main branch.
    #
    # The program comes from the package that the repository's variables HANDBOOK_DEB (an address) and HANDBOOK_SHA256 name.
    # The nightly run also counts what the calendar alone causes, such as a review that is due. A pull request from a fork may
    # change pages and images: settings, layouts, scripts and data are those of the branch that it is for.
    name: site

    on:
      push:
        branches: [main]
      pull_request:
      schedule:
        - cron: "17 3 * * *"
      workflow_dispatch:

    permissions:
      contents: read

    jobs:
      build:
        if: github.event_name != 'pull_request' || !github.event.pull_request.head.repo.fork
        runs-on: ubuntu-24.04
        container: debian:12
        steps:
          - uses: actions/checkout@v4
            with:
              fetch-depth: 0
              persist-credentials: false
    \#(installation)
          - name: Build the site
            run: >
              handbook build --format github\#(baseline.map { " --baseline \($0)" } ?? "")
              ${{ github.event_name == 'pull_request' && '--strict' || '' }}
              ${{ github.event_name == 'schedule' && '--strict-dates' || '' }}
          - uses: actions/upload-pages-artifact@v3
            if: github.ref == 'refs/heads/main' && github.event_name != 'pull_request'
            with:
              path: public

      fork:
        if: github.event_name == 'pull_request' && github.event.pull_request.head.repo.fork
        runs-on: ubuntu-24.04
        container: debian:12
        steps:
          - uses: actions/checkout@v4
            with:
              path: change
              persist-credentials: false
          - uses: actions/checkout@v4
            with:
              ref: ${{ github.event.pull_request.base.sha }}
              path: base
              persist-credentials: false
    \#(installation)
          - name: Build the site
            run: >
              handbook build --strict --untrusted --base base --site change --output site
              --format github\#(baseline.map { " --baseline base/\($0)" } ?? "")
          - uses: actions/upload-artifact@v4
            with:
              name: site
              path: site

      publish:
        if: github.ref == 'refs/heads/main' && github.event_name != 'pull_request'
        needs: build
        runs-on: ubuntu-24.04
        permissions:
          pages: write
          id-token: write
        environment:
          name: github-pages
        steps:
          - uses: actions/deploy-pages@v4

    """#
  }

  /// The step that installs the program.
  private static let installation = #"""
          - name: Install the program
            env:
              ADDRESS: ${{ vars.HANDBOOK_DEB }}
              SHA256: ${{ vars.HANDBOOK_SHA256 }}
            run: |
              test -n "$ADDRESS" || { echo "::error::write the package's address into the variable HANDBOOK_DEB: see README.md"; exit 1; }
              apt-get update -qq && apt-get install -y -qq ca-certificates curl git
              curl --fail --silent --show-error --location --output /tmp/handbook.deb "$ADDRESS"
              echo "$SHA256  /tmp/handbook.deb" | sha256sum --check
              apt-get install -y -qq /tmp/handbook.deb
    """#
}
