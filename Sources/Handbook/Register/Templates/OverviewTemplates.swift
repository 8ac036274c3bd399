extension BuiltInTemplates {
  /// The register as a whole: counts, and where to go on.
  static let index = #"""
    {{ content }}
    {% include "registry/banner" %}
    <h2 id="_counts">What it holds</h2>
    <div class="table" role="region" tabindex="0" aria-labelledby="_counts"><table>
    <thead><tr><th scope="col">Entry</th><th scope="col">Number</th></tr></thead>
    <tbody>
    <tr><th scope="row">Organisations</th><td>{{ registry.counts.organisations }}, of which accredited: {{ registry.counts.accredited }}</td></tr>
    <tr><th scope="row">Courses</th><td>{{ registry.counts.courses }}</td></tr>
    <tr><th scope="row">Certificates</th><td>{{ registry.counts.certificates }}, of which valid: {{ registry.counts.certificates_valid }}</td></tr>
    </tbody>
    </table></div>
    <h2 id="_look-up">Look something up</h2>
    <ul>
    <li><a href="/registry/organisations/">Organisations</a> and their <a href="/registry/courses/">courses</a></li>
    <li><a href="/registry/coverage/">Coverage</a> of the elements</li>
    <li><a href="/registry/certificates/">Certificates</a>, by their number</li>
    <li><a href="/registry/people/">People</a> who chose to be named</li>
    <li><a href="/registry/expiring/">Terms ending soon</a></li>
    <li><a href="/registry/changes/">Changes to the register</a></li>
    <li><a href="/registry/verify/">How to check a certificate</a></li>
    </ul>

    """#

  /// The day that a page tells of, and a warning where all is invented.
  static let banner = #"""
    {%- if registry.sample %}
    <div class="box warning" role="note"><p class="box-title">Sample data</p><p>Every organisation, person and certificate in this register is invented.</p></div>
    {%- endif %}
    <p class="as-of"{% if registry.next_change %} data-next-change="{{ registry.next_change | date: "%Y-%m-%d" }}"{% endif %}>As of <time datetime="{{ registry.as_of | date: "%Y-%m-%d" }}">{{ registry.as_of | date: "%-d %B %Y" }}</time>.{% if registry.next_change %} Something here is next due to change on <time datetime="{{ registry.next_change | date: "%Y-%m-%d" }}">{{ registry.next_change | date: "%-d %B %Y" }}</time>.{% endif %}</p>

    """#

  /// Terms that end soon.
  static let expiring = #"""
    {{ content }}
    {% include "registry/banner" %}
    {%- assign rows = registry.expiring %}
    {%- if rows.size > 0 %}
    {%- assign caption = "Accreditations that end soon and have no next term yet, the earliest first" %}
    {% include "registry/organisation-table" %}
    {%- else %}
    <p>No accreditation ends within the next {{ registry.framework.renewal_opens_days }} days without a next term.</p>
    {%- endif %}

    """#

  /// The log, newest first.
  static let changes = #"""
    {{ content }}
    {% include "registry/banner" %}
    {%- assign changes = registry.changes %}
    {%- if changes.size > 0 %}
    <div class="table" role="region" tabindex="0" aria-labelledby="_changes"><table>
    <caption id="_changes">Changes, the newest first</caption>
    <thead><tr><th scope="col">Day</th><th scope="col">What changed</th><th scope="col">About</th><th scope="col">Note</th></tr></thead>
    <tbody>
    {%- for change in changes %}
    <tr><th scope="row"><time datetime="{{ change.date | date: "%Y-%m-%d" }}">{{ change.date | date: "%-d %B %Y" }}</time></th><td>{{ change.words }}</td><td>{% if change.title %}<a href="registry:{{ change.subject }}">{{ change.title }}</a>{% else %}{{ change.subject }}{% endif %}</td><td>{{ change.note_code | replace: "-", " " | ucfirst }}</td></tr>
    {%- endfor %}
    </tbody>
    </table></div>
    {%- else %}
    <p>Nothing has been entered yet.</p>
    {%- endif %}

    """#

  /// People who chose to be named.
  static let people = #"""
    {{ content }}
    {% include "registry/banner" %}
    {%- assign people = registry.people %}
    {%- if people.size > 0 %}
    <p>Everyone here agreed to be shown. Most holders are not: whoever is missing may well hold a certificate.</p>
    <div class="table" role="region" tabindex="0" aria-labelledby="_people"><table>
    <caption id="_people">Certificate holders who agreed to be shown by name</caption>
    <thead><tr><th scope="col">Name</th><th scope="col">Employer</th><th scope="col">Certificates</th></tr></thead>
    <tbody>
    {%- for person in people %}
    <tr><th scope="row">{{ person.name }}</th><td>{% if person.employer %}{{ person.employer }}{% else %}Not shown{% endif %}</td><td><ul class="plain">{% for certificate in person.certificates %}<li><a href="registry:{{ certificate.id }}">{{ certificate.level_title }}</a>: {{ certificate.status_words }}</li>{% endfor %}</ul></td></tr>
    {%- endfor %}
    </tbody>
    </table></div>
    {%- else %}
    <p>Nobody is listed here. Names are shown only of holders who agreed to it.</p>
    {%- endif %}

    """#

  /// How to check a certificate.
  static let verify = #"""
    {{ content }}
    {% include "registry/banner" %}
    <ol>
    <li>Find the number on the certificate. It looks like <code>C-7Q4M-X2RK-3</code>.</li>
    <li>Write it in small letters behind this site’s address for certificates: <code>/registry/certificates/c-7q4m-x2rk-3/</code>.</li>
    <li>Compare level, issuer, award date and status with the paper in your hand. All four must agree.</li>
    </ol>
    <p>When no page is found, look for a slip: numbers use the digits 0 and 1, never the letters O, I or L, and no U. If that does not help, ask the holder, then whoever publishes this register.</p>

    """#
}
