extension NewHandbook {
  /// What the folder needs beside the handbook: its README, what git leaves out, and CI.
  var project: [NewFile] {
    [
      NewFile("README.md", readme),
      NewFile(".gitignore", Self.ignored),
      NewFile(".github/workflows/site.yml", Self.workflow()),
    ]
  }

  /// What git leaves out of a handbook.
  static let ignored = """
    /public/
    /.handbook/
    *.private.yml

    """

  private var readme: String {
    """
    # \(title)

    ```
    handbook serve     show the handbook in your browser while you edit it
    handbook check     tell what is wrong
    ```

    Pages are the Markdown files in `content/`: change one, save it, and see it change. `site.yml` holds the title, the menu and
    the words that may change; `content/registry.yml` the register; `layouts/` and `assets/` how it looks.

    ## Publishing

    `handbook build` makes the site in `public/`. `.github/workflows/site.yml` does it on GitHub for every change of the main branch:
    write the address of the package for Debian (`handbook_…_amd64.deb`) and its SHA-256 into the repository's variables
    `HANDBOOK_DEB` and `HANDBOOK_SHA256`, choose "GitHub Actions" as the source of Pages, and write the site's address as `url`
    into `site.yml`.

    """
  }

  /// The workflow for GitHub; `options` are those that every run of the program gets.
  static func workflow(options: String = "") -> String {
    #"""
    # Checks the handbook on every change, and publishes it to GitHub Pages from the main branch.
    #
    # The program comes from the package that the repository's variables HANDBOOK_DEB (an address) and HANDBOOK_SHA256 name.
    # The nightly run also counts what the calendar alone causes, such as a review that is due.
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
        runs-on: ubuntu-24.04
        container: debian:12
        steps:
          - uses: actions/checkout@v4
            with:
              fetch-depth: 0
              persist-credentials: false
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
          - name: Build the site
            run: >
              handbook build --format github\#(options)
              ${{ github.event_name == 'pull_request' && '--strict' || '' }}
              ${{ github.event_name == 'schedule' && '--strict-dates' || '' }}
          - uses: actions/upload-pages-artifact@v3
            if: github.ref == 'refs/heads/main' && github.event_name != 'pull_request'
            with:
              path: public

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
}
