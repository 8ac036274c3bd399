extension BuiltInTemplates {
  /// The register of what differs from the base.
  static let adaptationRegister = """
    {{ content }}
    {% assign all = site.adaptation %}<p>This handbook adapts {% if all.base.url %}<a href="{{ all.base.url }}">{{ all.base.title | default: "another one" }}</a>{% else %}{{ all.base.title | default: "another one" }}{% endif %}{% if all.base.at %}, version {{ all.base.at }}{% endif %}. Whatever is not listed here stands as it does there.</p>
    {% if all.terms.size > 0 %}<h2 id="words">Words</h2>
    <table>
    <thead><tr><th scope="col">The base says</th><th scope="col">Here</th></tr></thead>
    <tbody>
    {% for term in all.terms %}<tr><td>{{ term.base }}</td><td>{{ term.word }}</td></tr>
    {% endfor %}</tbody>
    </table>
    {% endif %}{% if all.changed.size > 0 %}<h2 id="changed">Changed pages</h2>
    {% for entry in all.changed %}<h3>{% if entry.url %}<a href="{{ entry.url }}">{{ entry.title }}</a>{% else %}{{ entry.source }}{% endif %}</h3>
    <p>{{ entry.what | ucfirst }}.</p>
    {% include "adaptation/reasons" %}
    {% endfor %}{% endif %}{% if all.removed.size > 0 %}<h2 id="removed">Pages left out</h2>
    {% for entry in all.removed %}<h3>{{ entry.title }}</h3>
    <p>{% if entry.links_to %}Links to it lead to <a href="{{ entry.links_to }}">another page</a>.{% else %}Nothing takes its place.{% endif %}</p>
    {% include "adaptation/reasons" %}
    {% endfor %}{% endif %}{% if all.added.size > 0 %}<h2 id="added">Pages of our own</h2>
    <ul>
    {% for entry in all.added %}<li><a href="{{ entry.url }}">{{ entry.title }}</a>{% if entry.description %}: {{ entry.description }}{% endif %}</li>
    {% endfor %}</ul>
    {% endif %}
    """

  /// Why something differs, and what that brings and costs.
  static let adaptationReasons = """
    <dl class="adaptation-reasons">
    <div><dt>Why</dt><dd>{{ entry.why | default: "reason not recorded" }}</dd></div>
    <div><dt>Gained</dt><dd>{{ entry.gain | default: "not recorded" }}</dd></div>
    <div><dt>Lost</dt><dd>{{ entry.loss | default: "not recorded" }}</dd></div>
    <div><dt>How the loss is governed</dt><dd>{{ entry.governed_by | default: "not recorded" }}</dd></div>
    <div><dt>Owner</dt><dd>{{ entry.owner | default: "not recorded" }}</dd></div>
    <div><dt>Decided</dt><dd>{% if entry.decided %}<time datetime="{{ entry.decided | date: "%Y-%m-%d" }}">{{ entry.decided | date: "%-d %B %Y" }}</time>{% else %}not recorded{% endif %}</dd></div>
    <div><dt>To be looked at again by</dt><dd>{% if entry.review %}<time datetime="{{ entry.review | date: "%Y-%m-%d" }}">{{ entry.review | date: "%-d %B %Y" }}</time>{% else %}not recorded{% endif %}{% if entry.overdue %} (overdue){% endif %}</dd></div>
    </dl>
    """
}
