"""SARIF 2.1.0 (OASIS), as code-scanning services read it; columns are code points."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from zhengming import __version__
from zhengming.documents import Document
from zhengming.messages import say
from zhengming.report.json import indented, list_form
from zhengming.report.model import Checked
from zhengming.report.places import region, uri
from zhengming.rules import RULES, Finding, Rule
from zhengming.text.span import Span

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {"error": "error", "warning": "warning", "question": "note"}


def _rule(rule: Rule, lang: str) -> dict[str, Any]:
    return {
        "id": rule.id,
        "shortDescription": {"text": say(rule.summary, lang)},
        "fullDescription": {"text": say(rule.explanation, lang)},
    }


def _result(document: Document, finding: Finding, lang: str) -> dict[str, Any]:
    artifact = {"uri": uri(document.path)}
    place = {"artifactLocation": artifact, "region": _region(document, finding.span)}
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": say(finding.message, lang)},
        "locations": [{"physicalLocation": place}],
    }
    if finding.fix:
        replacements = [
            {
                "deletedRegion": _region(document, edit.span),
                "insertedContent": {"text": edit.content},
            }
            for edit in finding.fix.edits
        ]
        change = {"artifactLocation": artifact, "replacements": replacements}
        result["fixes"] = [{"artifactChanges": [change]}]
    return result


def _region(document: Document, span: Span) -> dict[str, int]:
    place = region(document, span)
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _head(lang: str) -> str:
    """Everything up to the results, which come last so that they can be written as they come."""
    rules = [_rule(rule, lang) for rule in RULES]
    driver = {"name": "zhengming", "version": __version__, "rules": rules}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "results": [],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2).removesuffix(_CLOSING)


def _items(checked: Checked, lang: str) -> Iterator[str]:
    return (indented(_result(checked.document, finding, lang), 8) for finding in checked.findings)


_CLOSING = "]\n    }\n  ]\n}"
FORM = list_form(_items, head=_head, tail=f"\n      {_CLOSING}\n")
