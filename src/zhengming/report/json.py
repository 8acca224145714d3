"""Findings and mentions as JSON, version 1: offsets are code points, ends are exclusive."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from zhengming.documents import Document
from zhengming.report.model import Checked, say
from zhengming.rules import Finding, Located
from zhengming.text.span import Span

VERSION = 1


def render(checked: Sequence[Checked], lang: str) -> str:
    """``{"version", "findings": […]}``."""
    findings = [_finding(c.document, f, lang) for c in checked for f in c.findings]
    return dump({"version": VERSION, "findings": findings})


def render_mentions(found: Iterable[tuple[Document, Located]]) -> str:
    """``{"version", "mentions": […]}``, one for each reading of each name."""
    return dump({"version": VERSION, "mentions": [mention(d, located) for d, located in found]})


def dump(data: Any) -> str:
    """JSON as we print it: readable, Chinese as it is."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def place(document: Document, span: Span) -> dict[str, Any]:
    """The fields that say where something is."""
    line, column = document.lines.position(span.start)
    return {
        "path": document.path,
        "start": span.start,
        "end": span.end,
        "line": line,
        "column": column,
    }


def mention(document: Document, located: Located) -> dict[str, Any]:
    """A name in a text; an ambiguous one gives its first concept and lists the others."""
    span, (sense, *others) = located.span, located.mention.senses
    data = place(document, span) | {
        "surface": document.text[span.start : span.end],
        "concept": sense.concept.id,
        "kind": sense.concept.kind,
        "term": sense.term.text,
        "status": sense.term.status,
    }
    if others:
        data["or"] = [other.concept.id for other in others]
    return data


def _finding(document: Document, finding: Finding, lang: str) -> dict[str, Any]:
    fix = finding.fix and {
        "safety": finding.fix.safety,
        "edits": [
            {"start": e.span.start, "end": e.span.end, "content": e.content}
            for e in finding.fix.edits
        ],
    }
    return place(document, finding.span) | {
        "rule": finding.rule,
        "severity": finding.severity,
        "message": say(finding.message, lang),
        "fix": fix,
    }
