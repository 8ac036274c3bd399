/// The layout of a site without layouts: plain, readable, without assets.
enum BuiltInLayout {
  static let text = """
    <!DOCTYPE html>
    <html lang="{{ site.language }}"{% if site.direction == "rtl" %} dir="rtl"{% endif %}>
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>{{ page.title }}{% unless page.url == "/" %} · {{ site.title }}{% endunless %}</title>
    {% if page.noindex %}<meta name="robots" content="noindex">
    {% endif %}{% if page.description %}<meta name="description" content="{{ page.description }}">
    {% endif %}{% if page.permalink %}<link rel="canonical" href="{{ page.permalink }}">
    {% endif %}{% if site.search and page.url != site.search %}<script src="/assets/search.js" defer></script>
    {% endif %}</head>
    <body>
    <header>
    <p>{% if site.home %}<a href="/">{{ site.title }}</a>{% else %}{{ site.title }}{% endif %}</p>
    {% if site.sections.size > 0 %}<nav aria-label="Sections"><ul>
    {% for section in site.sections %}<li>{% if section.url %}<a href="{{ section.url }}">{{ section.title }}</a>{% else %}{{ section.title }}{% endif %}</li>
    {% endfor %}</ul></nav>
    {% endif %}{% unless page.url == site.search or page.url == "/404.html" %}{% include "search/box" %}{% endunless %}</header>
    <main>
    {% unless page.heading %}<h1>{{ page.title }}</h1>
    {% endunless %}{{ content }}
    {% if site.search and page.url == "/404.html" %}{% include "search/box" %}
    <div data-search data-asked></div>{% endif %}</main>
    {% if page.previous or page.next %}<nav aria-label="Pages"><ul>
    {% if page.previous %}<li>Previous: <a rel="prev" href="{{ page.previous.url }}">{{ page.previous.title }}</a></li>
    {% endif %}{% if page.next %}<li>Next: <a rel="next" href="{{ page.next.url }}">{{ page.next.title }}</a></li>
    {% endif %}</ul></nav>
    {% endif %}</body>
    </html>

    """
}
