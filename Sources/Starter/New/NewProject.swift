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
    /.public.*/
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
    the words that may change; `content/registry.yml` the register; `layouts/` and `assets/` how it looks: what a layout may use
    stands in `docs/layouts.md` beside the program's sources.

    ## Publishing

    `handbook build` makes the site in `public/`. `.github/workflows/site.yml` does it on GitHub for every change of the main branch:
    write the address of the package for Debian (`handbook_…_amd64.deb`) and its SHA-256 into the repository's variables
    `HANDBOOK_DEB` and `HANDBOOK_SHA256`, choose "GitHub Actions" as the source of Pages, and write the site's address as `url`
    into `site.yml`.

    """
  }
}
