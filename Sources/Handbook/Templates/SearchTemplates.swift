extension BuiltInTemplates {
  /// The box to type in; nothing where the site is not searched.
  ///
  /// There is one on each page.
  static let searchBox = """
    {% if site.search %}<form class="search" role="search" action="{{ site.search }}" method="get">
    <label>Search <input type="search" name="q" autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="search" aria-keyshortcuts="Control+K Meta+K"></label>
    <button type="submit">Search</button>
    </form>{% endif %}
    """

  /// The page with the whole handbook, for printing.
  static let printPage = """
    <p>All pages in order, as of {{ site.as_of | date: "%-d %B %Y" }}.</p>
    {{ content }}

    """

  /// The page that shows what was found.
  static let searchPage = """
    {{ content }}
    {% include "search/box" %}
    <div data-search></div>
    <noscript>
    <p>Searching needs a script, which this browser does not run. These are the sections:</p>
    <ul>
    {% for section in site.sections %}<li>{% if section.url %}<a href="{{ section.url }}">{{ section.title }}</a>{% else %}{{ section.title }}{% endif %}</li>
    {% endfor %}</ul>
    </noscript>
    <script src="/assets/search.js" defer></script>

    """
}
