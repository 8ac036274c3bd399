import Handbook

extension NewHandbook {
  /// What stands round every page.
  static let layouts = [
    NewFile("layouts/base.html", base), NewFile("layouts/menu.html", menu),
    NewFile("layouts/page.html", page(facts: true)), NewFile("layouts/facts.html", facts),
  ]

  /// What stands round pages that know nothing of services, roles and processes.
  ///
  /// Its frame and menu have names that pages from elsewhere hardly use for their layout.
  static let plainLayouts = [
    NewFile(
      "layouts/handbook-frame.html", base.replacing(#""menu.html""#, with: #""handbook-menu.html""#)
    ),
    NewFile("layouts/handbook-menu.html", menu),
    NewFile("layouts/page.html", page(frame: "handbook-frame", facts: false)),
  ]

  private static let base = #"""
    <!doctype html>
    <html lang="{{ site.language }}">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="\#(ContentPolicy.page)">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>{{ page.title }}{% if page.title != site.title %} – {{ site.title }}{% endif %}</title>
    {%- assign description = page.description | default: site.description -%}
    {%- if description %}
    <meta name="description" content="{{ description }}">
    {%- endif %}
    {%- if page.noindex %}
    <meta name="robots" content="noindex">
    {%- endif %}
    {%- if page.permalink %}
    <link rel="canonical" href="{{ page.permalink }}">
    {%- endif %}
    <meta name="color-scheme" content="light dark">
    <link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/assets/site.css">
    {%- if site.search and page.url != site.search %}
    <script src="/assets/search.js" defer></script>
    {%- endif %}
    </head>
    <body>
    <a class="skip" href="#_main">Skip to content</a>
    <header class="top">
    <a class="brand" href="/"{% if page.url == "/" %} aria-current="page"{% endif %}>{{ site.title }}</a>
    {% include "menu.html" %}
    {%- unless page.url == site.search or page.url == "/404.html" %}
    {% include "search/box" %}
    {%- endunless %}
    </header>
    <main id="_main" tabindex="-1">
    {{ content }}
    </main>
    <footer class="foot"><p>{{ site.title }}{% if site.licence != "" %} · Text under {{ site.licence }}{% endif %}</p></footer>
    </body>
    </html>

    """#

  private static let menu = #"""
    <nav aria-label="Sections">
    <ul class="menu">
    {%- for section in site.sections %}
    {%- assign here = false -%}
    {%- if page.section and section.url == page.section.url %}{% assign here = true %}{% endif %}
    <li><a{% if section.url %} href="{{ section.url }}"{% endif %}{% if section.url == page.url %} aria-current="page"{% elsif here %} class="here"{% endif %}>{{ section.title }}</a></li>
    {%- endfor %}
    </ul>
    </nav>

    """#

  private static func page(frame: String = "base", facts: Bool) -> String {
    #"""
    ---
    layout: \#(frame)
    ---
    {%- if page.breadcrumbs.size > 1 %}
    <nav class="crumbs" aria-label="Breadcrumb"><ol>
    {%- for crumb in page.breadcrumbs %}<li><a href="{{ crumb.url }}">{{ crumb.nav_title }}</a></li>{% endfor -%}
    </ol></nav>
    {%- endif %}
    <article>
    {%- unless page.heading %}
    <h1>{{ page.title }}</h1>
    {%- if page.description %}
    <p class="lead">{{ page.description }}</p>
    {%- endif %}
    {%- endunless %}
    {%- if page.draft %}
    <div class="box warning" role="note"><p class="box-title">Draft</p><p>This page is being written. It is not published.</p></div>
    {%- endif %}
    \#(facts ? #"{% include "facts.html" %}"# : "")
    {{ content }}
    {%- if page.children.size > 0 and page.url != "/" %}
    <ul class="cards">
    {%- for child in page.children %}
    <li><a href="{{ child.url }}"><strong>{{ child.title }}</strong></a>{% if child.description %}<br>{{ child.description }}{% endif %}</li>
    {%- endfor %}
    </ul>
    {%- endif %}
    </article>
    {%- if page.owner or page.reviewed %}
    <p class="about">{% if page.owner %}Owner: {{ page.owner }}. {% endif %}{% if page.reviewed %}Reviewed on <time datetime="{{ page.reviewed | date: "%Y-%m-%d" }}">{{ page.reviewed | date: "%-d %B %Y" }}</time>.{% endif %}</p>
    {%- endif %}
    {%- if page.backlinks.size > 0 and page.url != "/" %}
    <aside class="about" aria-labelledby="_referenced"><p id="_referenced">Referenced by:
    {%- for item in page.backlinks %} <a href="{{ item.url }}">{{ item.title }}</a>{% unless forloop.last %},{% endunless %}{% endfor %}</p></aside>
    {%- endif %}

    """#
  }

  private static let facts = #"""
    {%- comment -%} What the front matter of a service, role or process says, before the text. {%- endcomment -%}
    {%- if page.kind == "service" or page.kind == "role" or page.kind == "process" %}
    <dl class="facts">
    {%- if page.manager %}
    <div><dt>Answers for it</dt><dd>{% if page.manager.url %}<a href="{{ page.manager.url }}">{{ page.manager.title }}</a>{% else %}{{ page.manager }}{% endif %}</dd></div>
    {%- endif %}
    {%- if page.customers.size > 0 %}
    <div><dt>For</dt><dd>{{ page.customers | join: ", " | ucfirst }}</dd></div>
    {%- endif %}
    {%- if page.decides.size > 0 %}
    <div><dt>Decides</dt><dd>{{ page.decides | join: "; " | ucfirst }}</dd></div>
    {%- endif %}
    {%- if page.performed_by.size > 0 %}
    <div><dt>Done by</dt><dd>{% for role in page.performed_by %}{% if role.url %}<a href="{{ role.url }}">{{ role.title }}</a>{% else %}{{ role }}{% endif %}{% unless forloop.last %}, {% endunless %}{% endfor %}</dd></div>
    {%- endif %}
    {%- if page.supports %}
    <div><dt>Part of</dt><dd>{% if page.supports.url %}<a href="{{ page.supports.url }}">{{ page.supports.title }}</a>{% else %}{{ page.supports }}{% endif %}</dd></div>
    {%- endif %}
    </dl>
    {%- endif %}

    """#
}
