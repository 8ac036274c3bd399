extension BuiltInTemplates {
  /// All organisations, by status.
  static let organisations = #"""
    {{ content }}
    {% include "registry/banner" %}
    {%- if registry.organisations.size > 0 %}
    {{ page.figures["register-terms"] }}
    {%- endif %}
    {%- assign statuses = "accredited,suspended,scheduled,in-audit,applied,lapsed,refused,withdrawn" | split: "," %}
    {%- for status in statuses %}
    {%- assign rows = registry.organisations | where: "status", status %}
    {%- if rows.size > 0 %}
    <h2 id="_{{ status }}">{{ status | replace: "-", " " | ucfirst }}</h2>
    {%- capture caption %}Organisations with the status “{{ status | replace: "-", " " }}”{% endcapture %}
    {% include "registry/organisation-table" %}
    {%- endif %}
    {%- endfor %}
    {%- assign rows = registry.organisations | reject: "status" %}
    {%- if rows.size > 0 %}
    <h2 id="_no-application">No application yet</h2>
    {%- assign caption = "Organisations that have not applied yet" %}
    {% include "registry/organisation-table" %}
    {%- endif %}
    {%- if registry.organisations.size == 0 %}
    <p>No organisation is in the register yet.</p>
    {%- endif %}
    <p>All of it as a table: <a href="/registry/data/organisations.csv">organisations.csv</a> and <a href="/registry/data/terms.csv">terms.csv</a>.</p>

    """#

  /// The organisations in `rows`, under `caption`.
  static let organisationTable = #"""
    <div class="table" role="region" tabindex="0" aria-label="{{ caption }}"><table>
    <caption>{{ caption }}</caption>
    <thead><tr><th scope="col">Organisation</th><th scope="col">Status</th><th scope="col">Levels</th><th scope="col">Term</th></tr></thead>
    <tbody>
    {%- for row in rows %}
    {%- assign term = row.current_term | default: row.terms.last %}
    <tr><th scope="row"><a href="registry:{{ row.id }}">{{ row.name | default: row.id }}</a></th><td><span class="badge {{ row.status }}">{{ row.status_words }}</span>{% if row.expiring %} <span class="badge expiring">Expiring</span>{% endif %}</td><td>{% if row.level_titles.size > 0 %}{{ row.level_titles | join: ", " }}{% else %}None in use{% endif %}</td><td>{% if term %}<time datetime="{{ term.start | date: "%Y-%m-%d" }}">{{ term.start | date: "%-d %B %Y" }}</time> to <time datetime="{{ term.end | date: "%Y-%m-%d" }}">{{ term.end | date: "%-d %B %Y" }}</time>{% else %}None{% endif %}</td></tr>
    {%- endfor %}
    </tbody>
    </table></div>

    """#

  /// One organisation: status, terms, courses, audits and what interrupted it.
  static let organisation = #"""
    {{ content }}
    {% include "registry/banner" %}
    <p><span class="badge {{ entry.status }}">{{ entry.status_words }}</span>{% if entry.expiring %} <span class="badge expiring">Expiring: no next term yet</span>{% endif %}</p>
    <div class="table" role="region" tabindex="0" aria-labelledby="_entry"><table>
    <caption id="_entry">{{ entry.name | default: entry.id }} in the register</caption>
    <tbody>
    <tr><th scope="row">Register number</th><td><code class="id">{{ entry.id }}</code></td></tr>
    {%- if entry.kind %}
    <tr><th scope="row">Kind</th><td>{{ entry.kind | replace: "-", " " | ucfirst }}</td></tr>
    {%- endif %}
    {%- if entry.country %}
    <tr><th scope="row">Country</th><td>{{ entry.country }}</td></tr>
    {%- endif %}
    {%- if entry.url %}
    <tr><th scope="row">Site</th><td><a href="{{ entry.url }}" rel="noopener">{{ entry.url }}</a></td></tr>
    {%- endif %}
    {%- if entry.contact_url %}
    <tr><th scope="row">Contact</th><td><a href="{{ entry.contact_url }}" rel="noopener">{{ entry.contact_url }}</a></td></tr>
    {%- endif %}
    {%- for identifier in entry.identifiers %}
    <tr><th scope="row">Number ({{ identifier.scheme }})</th><td>{{ identifier.value }}</td></tr>
    {%- endfor %}
    <tr><th scope="row">Levels offered</th><td>{% if entry.level_titles.size > 0 %}{{ entry.level_titles | join: ", " }}{% else %}None in use{% endif %}</td></tr>
    <tr><th scope="row">Certificates awarded</th><td>{{ entry.certificates }}</td></tr>
    </tbody>
    </table></div>
    <h2 id="_terms">Terms</h2>
    {%- if entry.terms.size > 0 %}
    {{ page.figures["register-terms?focus=this&table=no"] }}
    <div class="table" role="region" tabindex="0" aria-labelledby="_terms"><table>
    <thead><tr><th scope="col">Term</th><th scope="col">First day</th><th scope="col">Last day</th><th scope="col">Rests on audit</th></tr></thead>
    <tbody>
    {%- for term in entry.terms %}
    <tr><th scope="row"><span class="id">{{ term.id }}</span>{% if term.current %} (current){% endif %}</th><td><time datetime="{{ term.start | date: "%Y-%m-%d" }}">{{ term.start | date: "%-d %B %Y" }}</time></td><td><time datetime="{{ term.end | date: "%Y-%m-%d" }}">{{ term.end | date: "%-d %B %Y" }}</time></td><td class="id">{{ term.audit }}</td></tr>
    {%- endfor %}
    </tbody>
    </table></div>
    {%- else %}
    <p>No term has been granted.</p>
    {%- endif %}
    {%- if entry.interruptions.size > 0 %}
    <h2 id="_interruptions">Suspended or withdrawn</h2>
    <div class="table" role="region" tabindex="0" aria-labelledby="_interruptions"><table>
    <thead><tr><th scope="col">What</th><th scope="col">First day</th><th scope="col">Last day</th><th scope="col">Reason</th></tr></thead>
    <tbody>
    {%- for interruption in entry.interruptions %}
    <tr><th scope="row">{{ interruption.kind | ucfirst }}</th><td><time datetime="{{ interruption.from | date: "%Y-%m-%d" }}">{{ interruption.from | date: "%-d %B %Y" }}</time></td><td>{% if interruption.to %}<time datetime="{{ interruption.to | date: "%Y-%m-%d" }}">{{ interruption.to | date: "%-d %B %Y" }}</time>{% else %}No end is set{% endif %}</td><td>{{ interruption.code | replace: "-", " " | ucfirst }}</td></tr>
    {%- endfor %}
    </tbody>
    </table></div>
    {%- endif %}
    <h2 id="_courses">Courses</h2>
    {%- assign rows = entry.courses %}
    {%- if rows.size > 0 %}
    {%- assign caption = "Courses, in use and former" %}
    {% include "registry/course-table" %}
    {%- else %}
    <p>No course is in the register.</p>
    {%- endif %}
    <h2 id="_audits">Audits</h2>
    {%- if entry.audits.size > 0 %}
    <div class="table" role="region" tabindex="0" aria-labelledby="_audits"><table>
    <thead><tr><th scope="col">Audit</th><th scope="col">Kind</th><th scope="col">Opened</th><th scope="col">Closed</th><th scope="col">Found</th><th scope="col">Decision</th></tr></thead>
    <tbody>
    {%- for audit in entry.audits %}
    <tr id="{{ audit.id }}"><th scope="row" class="id">{{ audit.id }}</th><td>{{ audit.kind | ucfirst }}</td><td>{% if audit.opened %}<time datetime="{{ audit.opened | date: "%Y-%m-%d" }}">{{ audit.opened | date: "%-d %B %Y" }}</time>{% else %}–{% endif %}</td><td>{% if audit.closed %}<time datetime="{{ audit.closed | date: "%Y-%m-%d" }}">{{ audit.closed | date: "%-d %B %Y" }}</time>{% else %}Still open{% endif %}</td><td>{% for part in audit.scope %}{{ part.part | ucfirst }}: {{ part.result | replace: "-", " " }}{% unless forloop.last %}<br>{% endunless %}{% endfor %}</td><td>{% if audit.decision %}{{ audit.decision | replace: "-", " " | ucfirst }}{% else %}None yet{% endif %}{% for condition in audit.conditions %}{% assign parts = condition | split: "-by-" %}{% if forloop.first %}: {% else %}, {% endif %}{{ parts[0] | replace: "-", " " }}{% if parts[1] %} by {{ parts[1] | date: "%-d %B %Y" }}{% endif %}{% endfor %}{% if audit.appeal %}<br>Appeal of {% if audit.appeal.opened %}<time datetime="{{ audit.appeal.opened | date: "%Y-%m-%d" }}">{{ audit.appeal.opened | date: "%-d %B %Y" }}</time>{% else %}–{% endif %}: {{ audit.appeal.outcome | default: "open" }}{% endif %}</td></tr>
    {%- endfor %}
    </tbody>
    </table></div>
    {%- else %}
    <p>No audit has been opened.</p>
    {%- endif %}
    {%- if entry.marks %}
    <script type="application/ld+json">{{ entry.marks | json }}</script>
    {%- endif %}
    {%- if entry.applications.size > 0 %}
    <h2 id="_applications">Applications</h2>
    <ul>
    {%- for application in entry.applications %}
    <li>{% if application.date %}<time datetime="{{ application.date | date: "%Y-%m-%d" }}">{{ application.date | date: "%-d %B %Y" }}</time>{% else %}–{% endif %}{% if application.ref %} ({{ application.ref }}){% endif %}</li>
    {%- endfor %}
    </ul>
    {%- endif %}

    """#
}
