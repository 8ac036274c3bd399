import Values

extension NewHandbook {
  /// What holds for the whole handbook.
  var settings: [NewFile] {
    [
      NewFile(
        "site.yml",
        #"""
        # What holds for the whole handbook.
        title: \#(YAMLText.quoted(title))
        description: How we work, who decides what, and what we offer to whom.
        language: en
        layout: page

        # Where the handbook is published. With it come a site map and the pages' full addresses.
        # url: https://handbook.example/

        # The menu, in this order.
        navigation:
          - /services/
          - /roles/
          - /processes/
          - /registry/

        # Kinds of page: the folder whose pages are of a kind, and what their front matter may say beside the usual keys.
        kinds:
          service:
            folder: services
            fields:
              manager: {type: reference to role, required: true}
              customers: list of text
          role:
            folder: roles
            fields:
              decides: {type: list of text, required: true}
          process:
            folder: processes
            fields:
              performed_by: {type: references to role, required: true}
              supports: reference to service

        # Words that may change: kept here alone, and written in pages as {{ service_manager }}.
        terms:
          organisation: our organisation
          service_manager: service manager

        # Rules of style, which are off unless a site asks for them.
        rules:
          skipped-heading: warning
          missing-alternative: warning
          vague-link: warning

        """#)
    ]
  }

  /// The register: one organisation, accredited a month ago.
  var register: [NewFile] {
    let start = day.adding(months: -1) ?? day
    func before(_ days: Int) -> String { (start.adding(days: -days) ?? start).description }
    return [
      NewFile(
        "content/registry.yml",
        #"""
        # The register of accreditations. Statuses are not stored: they follow from the dates below, for the day of a build.
        # No personal data belongs here. The organisation is an example: put your first one in its place.
        framework:
          id: soms
          title: Service Operating Model Skills
          version: "1"
          elements:
            - {id: customer-experience, "no": 1}
            - {id: delivery, "no": 2}
            - {id: process-context, "no": 3}
            - {id: people-capability, "no": 4}
            - {id: demand-capacity, "no": 5}
            - {id: performance-improvement, "no": 6}
            - {id: strategy-governance-leadership, "no": 7}
          levels:
            - {id: foundation, rank: 1}
            - {id: practitioner, rank: 2, typical_months: [12, 24], centre: 18}
            - {id: senior-practitioner, rank: 3, typical_months: [24, 36]}
          rules:
            accreditation_months: 24
            certificate_months: null
            require_lower_level: true
            senior_min_areas_per_project: 2
            renewal_opens_days: 183
            listing_kept_after_end_months: 12
          auditors:
            - {id: aud-person-a, interests: []}

        organisations:
          - id: org-example
            name: Example Academy
            url: https://academy.example/
            country: GB
            kind: in-house
            contact_url: https://academy.example/contact
            applications:
              - {date: \#(before(90)), ref: app-0001}
            audits:
              - id: aud-0001
                kind: initial
                opened: \#(before(60))
                closed: \#(before(7))
                auditors: [aud-person-a]
                scope: {material: met, delivery: met, assessment: met}
                decision: accredit
                conditions: []
            terms:
              - {id: acc-0001, audit: aud-0001, start: \#(start)}
            interruptions: []

        courses: []
        certificates: []
        log:
          - {date: \#(start), kind: accreditation-granted, subject: org-example}
        tombstones: []

        """#)
    ]
  }
}
