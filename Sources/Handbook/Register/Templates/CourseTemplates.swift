extension BuiltInTemplates {
  /// All courses, by level.
  static let courses = #"""
    {{ content }}
    {% include "registry/banner" %}
    {%- for level in registry.levels %}
    {%- assign rows = registry.courses | where: "level", level.id %}
    {%- if rows.size > 0 %}
    <h2 id="_{{ level.id }}">{{ level.title }}</h2>
    {%- capture caption %}Courses at the level {{ level.title }}{% endcapture %}
    {% include "registry/course-table" %}
    {%- endif %}
    {%- endfor %}
    {%- if registry.courses.size == 0 %}
    <p>No course is in the register yet.</p>
    {%- endif %}
    <p>All of it as a table: <a href="/registry/data/courses.csv">courses.csv</a>.</p>

    """#

  /// The courses in `rows`, under `caption`.
  static let courseTable = #"""
    <div class="table" role="region" tabindex="0" aria-label="{{ caption }}"><table>
    <caption>{{ caption }}</caption>
    <thead><tr><th scope="col">Course</th><th scope="col">Level</th><th scope="col">Given by</th><th scope="col">Version</th><th scope="col">In use</th><th scope="col">Elements met</th></tr></thead>
    <tbody>
    {%- for row in rows %}
    <tr><th scope="row"><a href="registry:{{ row.id }}">{{ row.title | default: row.id }}</a></th><td>{{ row.level_title }}</td><td>{% if row.organisation %}<a href="registry:{{ row.org }}">{{ row.organisation }}</a>{% else %}{{ row.org }}{% endif %}</td><td>{{ row.version }}</td><td>{% if row.from %}From <time datetime="{{ row.from | date: "%Y-%m-%d" }}">{{ row.from | date: "%-d %B %Y" }}</time>{% endif %}{% if row.to %} to <time datetime="{{ row.to | date: "%Y-%m-%d" }}">{{ row.to | date: "%-d %B %Y" }}</time>{% endif %}{% unless row.in_use %} (not in use){% endunless %}</td><td>{{ row.elements.size }} of {{ registry.elements.size }}</td></tr>
    {%- endfor %}
    </tbody>
    </table></div>

    """#

  /// One version of a course: what it covers, and its other versions.
  static let course = #"""
    {{ content }}
    {% include "registry/banner" %}
    <div class="table" role="region" tabindex="0" aria-labelledby="_entry"><table>
    <caption id="_entry">{{ entry.title | default: entry.id }} in the register</caption>
    <tbody>
    <tr><th scope="row">Register number</th><td><code class="id">{{ entry.id }}</code></td></tr>
    <tr><th scope="row">Given by</th><td>{% if entry.organisation %}<a href="registry:{{ entry.org }}">{{ entry.organisation }}</a>{% else %}{{ entry.org }}{% endif %}{% if entry.org_status %} <span class="badge {{ entry.org_status }}">{{ entry.org_status_words }}</span>{% endif %}</td></tr>
    <tr><th scope="row">Level</th><td>{{ entry.level_title }}</td></tr>
    <tr><th scope="row">Version</th><td>{{ entry.version }}</td></tr>
    <tr><th scope="row">In use</th><td>{% if entry.in_use %}Yes{% else %}No{% endif %}{% if entry.from %}{% if entry.in_use %}, from{% else %}; this version is from{% endif %} <time datetime="{{ entry.from | date: "%Y-%m-%d" }}">{{ entry.from | date: "%-d %B %Y" }}</time>{% endif %}{% if entry.to %} to <time datetime="{{ entry.to | date: "%Y-%m-%d" }}">{{ entry.to | date: "%-d %B %Y" }}</time>{% endif %}</td></tr>
    {%- if entry.mode.size > 0 %}
    <tr><th scope="row">Held</th><td>{{ entry.mode | join: ", " | replace: "-", " " | ucfirst }}</td></tr>
    {%- endif %}
    {%- if entry.hours %}
    <tr><th scope="row">Hours</th><td>{{ entry.hours }}</td></tr>
    {%- endif %}
    {%- if entry.assessment %}
    <tr><th scope="row">Assessment</th><td>{{ entry.assessment | replace: "-", " " | ucfirst }}{% if entry.pass_mark %}, {{ entry.pass_mark }} per cent to pass{% endif %}</td></tr>
    {%- endif %}
    {%- if entry.url %}
    <tr><th scope="row">Site</th><td><a href="{{ entry.url }}" rel="noopener">{{ entry.url }}</a></td></tr>
    {%- endif %}
    </tbody>
    </table></div>
    <h2 id="_coverage">Coverage</h2>
    <div class="table" role="region" tabindex="0" aria-labelledby="_coverage"><table>
    <thead><tr><th scope="col">Element</th><th scope="col">Result</th><th scope="col">Audit</th><th scope="col">Evidence</th></tr></thead>
    <tbody>
    {%- for row in entry.coverage %}
    <tr><th scope="row">{{ row.title }}</th><td>{% if row.result %}<span class="badge {{ row.result }}">{{ row.result | replace: "-", " " | ucfirst }}</span>{% else %}Not covered{% endif %}</td><td>{% if row.audit %}<span class="id">{{ row.audit }}</span>{% if row.closed %}, closed <time datetime="{{ row.closed | date: "%Y-%m-%d" }}">{{ row.closed | date: "%-d %B %Y" }}</time>{% endif %}{% endif %}</td><td>{{ row.evidence | ucfirst }}</td></tr>
    {%- endfor %}
    </tbody>
    </table></div>
    {%- assign rows = entry.versions %}
    {%- if rows.size > 1 %}
    <h2 id="_versions">Versions</h2>
    {%- assign caption = "Courses of this organisation at this level, the oldest first" %}
    {% include "registry/course-table" %}
    {%- endif %}
    <script type="application/ld+json">{{ entry.marks | json }}</script>

    """#

  /// Organisations, levels and elements in one table.
  static let coverage = #"""
    {{ content }}
    {% include "registry/banner" %}
    {%- assign rows = registry.coverage %}
    {%- if rows.size > 0 %}
    {{ page.figures["register-coverage?table=no"] }}
    <div class="table" role="region" tabindex="0" aria-labelledby="_coverage"><table>
    <caption id="_coverage">Elements that are met in courses in use, by organisation and level</caption>
    <thead><tr><th scope="col">Organisation</th><th scope="col">Level</th>{% for element in registry.elements %}<th scope="col">{{ element.title }}</th>{% endfor %}</tr></thead>
    <tbody>
    {%- for row in rows %}
    <tr><th scope="row"><a href="registry:{{ row.organisation.id }}">{{ row.organisation.name | default: row.organisation.id }}</a></th><td>{{ row.level_title }}</td>{% for result in row.results %}<td>{% if result %}<span class="badge {{ result }}">{{ result | replace: "-", " " | ucfirst }}</span>{% else %}Not covered{% endif %}</td>{% endfor %}</tr>
    {%- endfor %}
    </tbody>
    </table></div>
    {%- else %}
    <p>No course is in use.</p>
    {%- endif %}
    <p>All of it as a table: <a href="/registry/data/coverage.csv">coverage.csv</a>.</p>

    """#
}
