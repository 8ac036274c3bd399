/// What `registry.json` promises, as a JSON Schema (draft 2020-12).
///
/// Members are only ever added.
enum RegisterSchema {
  static let text = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "Public register of accreditations, courses and certificates",
      "description": "As of one day. Holds nothing that leads to a person.",
      "type": "object",
      "required": ["version", "as_of", "next_change", "sample", "framework", "organisations", "courses", "certificates", "log", "tombstones"],
      "properties": {
        "$schema": {"type": "string"},
        "version": {"const": "1"},
        "as_of": {"$ref": "#/$defs/date"},
        "next_change": {"$ref": "#/$defs/dateOrNull", "description": "The next day on which something here is due to change."},
        "sample": {"type": "boolean", "description": "Whether everything here is invented."},
        "framework": {
          "type": "object",
          "required": ["id", "title", "version", "elements", "levels"],
          "properties": {
            "id": {"$ref": "#/$defs/textOrNull"},
            "title": {"$ref": "#/$defs/textOrNull"},
            "version": {"$ref": "#/$defs/textOrNull"},
            "elements": {"type": "array", "items": {"type": "object", "required": ["id", "title"], "properties": {"id": {"$ref": "#/$defs/element"}, "title": {"type": "string"}}}},
            "levels": {"type": "array", "items": {"type": "object", "required": ["id", "title", "rank"], "properties": {"id": {"$ref": "#/$defs/level"}, "title": {"type": "string"}, "rank": {"type": "integer"}}}}
          }
        },
        "organisations": {"type": "array", "items": {"$ref": "#/$defs/organisation"}},
        "courses": {"type": "array", "items": {"$ref": "#/$defs/course"}},
        "certificates": {"type": "array", "items": {"$ref": "#/$defs/certificate"}, "description": "Only those whose holders chose to be listed."},
        "log": {
          "type": "array",
          "items": {
            "type": "object",
            "required": ["date", "kind", "subject", "note_code"],
            "properties": {
              "date": {"$ref": "#/$defs/date"},
              "kind": {"$ref": "#/$defs/textOrNull"},
              "subject": {"$ref": "#/$defs/textOrNull"},
              "note_code": {"$ref": "#/$defs/textOrNull"}
            }
          }
        },
        "tombstones": {
          "type": "array",
          "items": {
            "type": "object",
            "required": ["id", "date", "code"],
            "properties": {"id": {"type": "string"}, "date": {"$ref": "#/$defs/dateOrNull"}, "code": {"$ref": "#/$defs/textOrNull"}}
          }
        }
      },
      "$defs": {
        "date": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
        "dateOrNull": {"anyOf": [{"$ref": "#/$defs/date"}, {"type": "null"}]},
        "textOrNull": {"type": ["string", "null"]},
        "numberOrNull": {"type": ["number", "null"]},
        "element": {"enum": ["customer-experience", "delivery", "process-context", "people-capability", "demand-capacity", "performance-improvement", "strategy-governance-leadership"]},
        "level": {"enum": ["foundation", "practitioner", "senior-practitioner"]},
        "levelOrNull": {"anyOf": [{"$ref": "#/$defs/level"}, {"type": "null"}]},
        "period": {
          "type": ["object", "null"],
          "required": ["from", "to"],
          "properties": {"from": {"$ref": "#/$defs/dateOrNull"}, "to": {"$ref": "#/$defs/dateOrNull"}}
        },
        "organisation": {
          "type": "object",
          "required": ["id", "name", "status", "expiring", "levels", "audits", "terms", "interruptions"],
          "properties": {
            "id": {"type": "string"},
            "name": {"$ref": "#/$defs/textOrNull"},
            "url": {"$ref": "#/$defs/textOrNull"},
            "country": {"$ref": "#/$defs/textOrNull"},
            "kind": {"enum": ["consultancy", "college", "in-house", "charity", "other", null]},
            "contact_url": {"$ref": "#/$defs/textOrNull"},
            "status": {"enum": ["withdrawn", "suspended", "accredited", "lapsed", "scheduled", "refused", "in-audit", "applied", null]},
            "expiring": {"type": "boolean"},
            "levels": {"type": "array", "items": {"$ref": "#/$defs/level"}},
            "identifiers": {"type": "array", "items": {"type": "object", "properties": {"scheme": {"$ref": "#/$defs/textOrNull"}, "value": {"$ref": "#/$defs/textOrNull"}}}},
            "applications": {"type": "array", "items": {"type": "object", "properties": {"date": {"$ref": "#/$defs/dateOrNull"}, "ref": {"$ref": "#/$defs/textOrNull"}}}},
            "audits": {"type": "array", "items": {"$ref": "#/$defs/audit"}},
            "terms": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["id", "start", "end", "current", "audit"],
                "properties": {
                  "id": {"$ref": "#/$defs/textOrNull"},
                  "start": {"$ref": "#/$defs/date"},
                  "end": {"$ref": "#/$defs/date", "description": "The last day, which counts in full."},
                  "current": {"type": "boolean"},
                  "audit": {"$ref": "#/$defs/textOrNull"}
                }
              }
            },
            "interruptions": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["kind", "from", "to", "code"],
                "properties": {
                  "kind": {"enum": ["suspended", "withdrawn"]},
                  "from": {"$ref": "#/$defs/date"},
                  "to": {"$ref": "#/$defs/dateOrNull"},
                  "code": {"$ref": "#/$defs/textOrNull"}
                }
              }
            }
          }
        },
        "audit": {
          "type": "object",
          "required": ["id", "kind", "opened", "closed", "scope", "decision", "conditions", "appeal"],
          "properties": {
            "id": {"$ref": "#/$defs/textOrNull"},
            "kind": {"enum": ["initial", "renewal", "change", "surveillance", null]},
            "opened": {"$ref": "#/$defs/dateOrNull"},
            "closed": {"$ref": "#/$defs/dateOrNull"},
            "scope": {"type": "array", "items": {"type": "object", "required": ["part", "result"], "properties": {"part": {"enum": ["material", "delivery", "assessment"]}, "result": {"enum": ["met", "not-met"]}}}},
            "decision": {"enum": ["accredit", "accredit-with-conditions", "refuse", null]},
            "conditions": {"type": "array", "items": {"type": "string"}},
            "appeal": {
              "type": ["object", "null"],
              "properties": {"opened": {"$ref": "#/$defs/dateOrNull"}, "closed": {"$ref": "#/$defs/dateOrNull"}, "outcome": {"enum": ["upheld", "dismissed", null]}}
            }
          }
        },
        "course": {
          "type": "object",
          "required": ["id", "org", "level", "title", "version", "from", "to", "in_use", "coverage"],
          "properties": {
            "id": {"type": "string"},
            "org": {"$ref": "#/$defs/textOrNull"},
            "level": {"$ref": "#/$defs/levelOrNull"},
            "title": {"$ref": "#/$defs/textOrNull"},
            "version": {"$ref": "#/$defs/textOrNull"},
            "url": {"$ref": "#/$defs/textOrNull"},
            "mode": {"type": "array", "items": {"type": "string"}},
            "hours": {"$ref": "#/$defs/numberOrNull"},
            "assessment": {"$ref": "#/$defs/textOrNull"},
            "pass_mark": {"$ref": "#/$defs/numberOrNull"},
            "from": {"$ref": "#/$defs/dateOrNull"},
            "to": {"$ref": "#/$defs/dateOrNull"},
            "in_use": {"type": "boolean"},
            "coverage": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["element", "result", "audit", "evidence"],
                "properties": {
                  "element": {"anyOf": [{"$ref": "#/$defs/element"}, {"type": "null"}]},
                  "result": {"enum": ["met", "not-met", null]},
                  "audit": {"$ref": "#/$defs/textOrNull"},
                  "evidence": {"$ref": "#/$defs/textOrNull"}
                }
              }
            }
          }
        },
        "certificate": {
          "type": "object",
          "required": ["id", "level", "org", "course", "course_version", "awarded", "status", "status_date", "evidence", "status_events"],
          "properties": {
            "id": {"type": "string"},
            "level": {"$ref": "#/$defs/levelOrNull"},
            "org": {"$ref": "#/$defs/textOrNull"},
            "course": {"$ref": "#/$defs/textOrNull"},
            "course_version": {"$ref": "#/$defs/textOrNull"},
            "attended": {"$ref": "#/$defs/period"},
            "assessed": {"$ref": "#/$defs/dateOrNull"},
            "awarded": {"$ref": "#/$defs/dateOrNull"},
            "status": {"enum": ["not-yet", "revoked", "superseded", "expired", "valid", null]},
            "status_date": {"$ref": "#/$defs/dateOrNull"},
            "evidence": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "id": {"$ref": "#/$defs/textOrNull"},
                  "from": {"$ref": "#/$defs/dateOrNull"},
                  "to": {"$ref": "#/$defs/dateOrNull"},
                  "large": {"type": "boolean"},
                  "role": {"enum": ["lead", "member", null]},
                  "kind": {"enum": ["improvement", "redesign", "design", "major-design", "major-redesign", null]},
                  "elements": {"type": "array", "items": {"$ref": "#/$defs/element"}}
                }
              }
            },
            "status_events": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["date", "kind", "code", "by"],
                "properties": {
                  "date": {"$ref": "#/$defs/dateOrNull"},
                  "kind": {"enum": ["revoked", "superseded", "corrected"]},
                  "code": {"$ref": "#/$defs/textOrNull"},
                  "by": {"$ref": "#/$defs/textOrNull"}
                }
              }
            }
          }
        }
      }
    }

    """#
}
