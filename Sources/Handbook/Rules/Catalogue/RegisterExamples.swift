/// What the rules of the register find, as it may be written there, by the rule's name.
let registerExamples = [
  "registry-r01": "- id: org-a\n- id: org-a   # used twice",
  "registry-r02": "- id: C-7Q4M-X2RK-4   # the check character is 3",
  "registry-r03": "org: org-tallowmeer   # there is org-tallowmere",
  "registry-r04": "attended: {from: 2026-05-03, to: 2026-05-01}",
  "registry-r05": "awarded: 2062-06-30   # meant was 2026",
  "registry-r06": "elements: [{id: delivery, no: 1}, {id: customer-experience, no: 2}]",
  "registry-r08": "url: www.tallowmere.example",
  "registry-r09":
    "- {id: org-a, name: Tallowmere College}\n- {id: org-b, name: TALLOWMERE COLLEGE}",
  "registry-r10":
    "audits: [{id: aud-1, closed: 2026-02-01, decision: refuse}]\nterms: [{audit: aud-1, start: 2026-03-01}]",
  "registry-r11": "scope: {material: met, delivery: not-met, assessment: met}",
  "registry-r12": "terms: [{start: 2025-05-15, end: 2027-05-15}]   # the last day is 2027-05-14",
  "registry-r13":
    "terms:\n  - {start: 2025-05-15, end: 2027-05-14}\n  - {start: 2027-01-01, end: 2028-12-31}",
  "registry-r14":
    "terms:\n  - {start: 2023-05-15, end: 2025-05-14}\n  - {audit: aud-2, start: 2025-06-01}   # closed in April: 2025-05-15",
  "registry-r15":
    "terms:\n  - {start: 2023-05-15, end: 2025-05-14}\n  - {start: 2025-09-01, end: 2027-08-31}",
  "registry-r16":
    "audits: [{id: aud-1, closed: 2021-05-12}]\nterms: [{start: 2025-05-15}]   # a row of coverage names aud-1",
  "registry-r17":
    "auditors: [{id: aud-person-a, interests: [org-a]}]\n# org-a:\naudits: [{auditors: [aud-person-a]}]",
  "registry-r18": "- id: aud-1\n  auditors: [aud-person-a]\n  appeal: {decided_by: [aud-person-a]}",
  "registry-r19":
    "interruptions: [{kind: withdrawn, from: 2025-03-01}]\nterms: [{start: 2025-06-01}]   # after a renewal audit",
  "registry-r20": "valid: {from: 2020-01-01, to: 2020-12-31}   # the first term began in 2023",
  "registry-r21": "coverage:\n  - {element: delivery, result: not-met, audit: aud-1}",
  "registry-r22":
    "coverage:\n  - {element: delivery, result: met, audit: aud-1}\n  - {element: delivery, result: met, audit: aud-2}",
  "registry-r23": "level: practitioner\ncoverage:   # six of the seven elements",
  "registry-r24":
    "- {id: crs-a, version: \"1\", valid: {from: 2024-01-01, to: 2025-06-30}}\n- {id: crs-a, version: \"2\", valid: {from: 2025-01-01}}",
  "registry-r25": "level: foundation\nassessment: {form: written}",
  "registry-r30": "org: org-a   # whose term ended on 2025-05-14\nawarded: 2025-06-01",
  "registry-r31": "level: foundation\ncourse: crs-tallowmere-p   # a course for practitioners",
  "registry-r32": "assessed: 2026-05-02\nawarded: 2026-04-30",
  "registry-r33": "level: practitioner\nevidence:   # one project that is not large",
  "registry-r34": "evidence:\n  - {from: 2025-01-01, to: 2025-06-30}   # six months",
  "registry-r35": "level: senior-practitioner\nevidence:\n  - {role: member, kind: major-design}",
  "registry-r36":
    "level: senior-practitioner\nevidence:\n  - {from: 2021-01-01, to: 2025-12-31}   # 60 months",
  "registry-r37": "level: practitioner\nperson: per-9f3c1a   # who holds no foundation certificate",
  "registry-r38":
    "- {id: C-1, person: per-9f3c1a, level: foundation}\n- {id: C-2, person: per-9f3c1a, level: foundation}",
  "registry-r39": "assessed: 2025-01-10\nawarded: 2025-06-30",
  "registry-r40": "status_events: [{date: 2026-01-01, kind: revoked}]   # without a code",
  "registry-r41":
    "status_events:\n  - {date: 2026-01-01, kind: revoked, code: holder-request}\n  - {date: 2026-02-01, kind: superseded, by: C-2}",
  "registry-r42": "- {id: C-1, status_index: 48213}\n- {id: C-2, status_index: 48213}",
  "registry-r56":
    "- {date: 2026-04-30, kind: certificate-count, subject: org-a, note_code: holders-3}",
]
