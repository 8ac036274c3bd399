extension BuiltInTemplates {
  /// How many certificates there are, and how one is looked up.
  static let certificates = #"""
    {{ content }}
    {% include "registry/banner" %}
    <h2 id="_look-up">Look a certificate up</h2>
    <p>Each certificate has a page of its own. Its address is this page’s and the number in small letters, with hyphens: <code>/registry/certificates/c-7q4m-x2rk-3/</code>. <a href="/registry/verify/">Checking a certificate</a> tells what to compare.</p>
    <div class="certificate-look-up"></div>
    <h2 id="_counts">How many there are</h2>
    <div class="table" role="region" tabindex="0" aria-labelledby="_counts"><table>
    <thead><tr><th scope="col">Certificates</th><th scope="col">Number</th></tr></thead>
    <tbody>
    {%- for level in registry.levels %}
    {%- assign key = level.id | replace: "-", "_" | prepend: "certificates_" %}
    <tr><th scope="row">{{ level.title }}</th><td>{{ registry.counts[key] }}</td></tr>
    {%- endfor %}
    <tr><th scope="row">All</th><td>{{ registry.counts.certificates }}, of which valid: {{ registry.counts.certificates_valid }}, revoked: {{ registry.counts.certificates_revoked }}, superseded: {{ registry.counts.certificates_superseded }}</td></tr>
    </tbody>
    </table></div>
    <p>Those whose holders chose to be named, as a table without names: <a href="/registry/data/certificates.csv">certificates.csv</a>.</p>
    {%- for level in registry.levels %}
    <script type="application/ld+json">{{ level.marks | json }}</script>
    {%- endfor %}

    """#

  /// One certificate: what it is, and what it is worth.
  static let certificate = #"""
    {{ content }}
    {% include "registry/banner" %}
    <p><span class="badge {{ entry.status }}">{{ entry.status_words }}</span>{% if entry.reason %} Reason: {{ entry.reason | replace: "-", " " }}.{% endif %}{% if entry.superseded_by %} The newer certificate is <a href="registry:{{ entry.superseded_by }}" class="id">{{ entry.superseded_by }}</a>.{% endif %}</p>
    <div class="table" role="region" tabindex="0" aria-labelledby="_entry"><table>
    <caption id="_entry">Certificate <span class="id">{{ entry.id }}</span></caption>
    <tbody>
    <tr><th scope="row">Number</th><td><code class="id">{{ entry.id }}</code></td></tr>
    <tr><th scope="row">Level</th><td>{{ entry.level_title }}</td></tr>
    <tr><th scope="row">Awarded by</th><td>{% if entry.organisation %}<a href="registry:{{ entry.org }}">{{ entry.organisation.name | default: entry.org }}</a>{% else %}{{ entry.org }}{% endif %}</td></tr>
    <tr><th scope="row">Status of that organisation</th><td>{% if entry.organisation %}{{ entry.organisation.status_words }}{% else %}Not in the register{% endif %}</td></tr>
    <tr><th scope="row">Course</th><td>{% if entry.course %}<a href="registry:{{ entry.course.id }}">{{ entry.course.title | default: entry.course.id }}</a>{% endif %}{% if entry.course_version %}, version {{ entry.course_version }}{% endif %}</td></tr>
    {%- if entry.attended.from %}
    <tr><th scope="row">Attended</th><td><time datetime="{{ entry.attended.from | date: "%Y-%m-%d" }}">{{ entry.attended.from | date: "%-d %B %Y" }}</time>{% if entry.attended.to %} to <time datetime="{{ entry.attended.to | date: "%Y-%m-%d" }}">{{ entry.attended.to | date: "%-d %B %Y" }}</time>{% endif %}</td></tr>
    {%- endif %}
    {%- if entry.assessed %}
    <tr><th scope="row">Assessed</th><td><time datetime="{{ entry.assessed | date: "%Y-%m-%d" }}">{{ entry.assessed | date: "%-d %B %Y" }}</time></td></tr>
    {%- endif %}
    {%- if entry.awarded %}
    <tr><th scope="row">Awarded</th><td><time datetime="{{ entry.awarded | date: "%Y-%m-%d" }}">{{ entry.awarded | date: "%-d %B %Y" }}</time></td></tr>
    {%- endif %}
    <tr><th scope="row">Holder</th><td>{% if entry.holder %}{{ entry.holder }}{% if entry.employer %}, {{ entry.employer }}{% endif %}{% else %}Not shown{% endif %}</td></tr>
    </tbody>
    </table></div>
    <h2 id="_level">What the level means</h2>
    {%- case entry.level %}
    {%- when "foundation" %}
    <p>The holder attended a course and passed an assessment on every element of the framework.</p>
    {%- when "practitioner" %}
    <p>The holder showed, in projects, practice in every element of the framework.</p>
    {%- when "senior-practitioner" %}
    <p>The holder led a major design or redesign, and showed practice in every element of the framework.</p>
    {%- endcase %}
    <p>A certificate stands on the day it was awarded. What becomes of the organisation later does not change it.</p>
    {%- if entry.evidence.size > 0 %}
    <h2 id="_evidence">Projects it rests on</h2>
    <div class="table" role="region" tabindex="0" aria-labelledby="_evidence"><table>
    <thead><tr><th scope="col">Project</th><th scope="col">From</th><th scope="col">To</th><th scope="col">Kind</th><th scope="col">Role</th><th scope="col">Elements</th></tr></thead>
    <tbody>
    {%- for project in entry.evidence %}
    <tr><th scope="row">{{ project.id }}{% if project.large %} (large){% endif %}</th><td>{% if project.from %}<time datetime="{{ project.from | date: "%Y-%m-%d" }}">{{ project.from | date: "%-d %B %Y" }}</time>{% else %}–{% endif %}</td><td>{% if project.to %}<time datetime="{{ project.to | date: "%Y-%m-%d" }}">{{ project.to | date: "%-d %B %Y" }}</time>{% else %}–{% endif %}</td><td>{{ project.kind | replace: "-", " " | ucfirst }}</td><td>{{ project.role | ucfirst }}</td><td>{{ project.element_titles | join: "; " }}</td></tr>
    {%- endfor %}
    </tbody>
    </table></div>
    {%- endif %}
    {%- if entry.events.size > 0 %}
    <h2 id="_events">What happened since</h2>
    <ul>
    {%- for event in entry.events %}
    <li><time datetime="{{ event.date | date: "%Y-%m-%d" }}">{{ event.date | date: "%-d %B %Y" }}</time>: {{ event.kind }}{% if event.code %} ({{ event.code | replace: "-", " " }}){% endif %}</li>
    {%- endfor %}
    </ul>
    {%- endif %}

    """#
}
