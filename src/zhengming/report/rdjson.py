"""Reviewdog's diagnostic format; its columns count UTF-8 bytes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from zhengming.documents import Document
from zhengming.messages import say
from zhengming.report.json import indented, list_form
from zhengming.report.model import Checked
from zhengming.report.places import Bytes, posix
from zhengming.rules import Finding
from zhengming.text.span import Span

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "question": "INFO"}


def _diagnostic(document: Document, places: Bytes, finding: Finding, lang: str) -> dict[str, Any]:
    place = {"path": posix(document.path), "range": _range(places, finding.span)}
    edits = finding.fix.edits if finding.fix else ()
    suggestions = [{"range": _range(places, e.span), "text": e.content} for e in edits]
    return {
        "message": say(finding.message, lang),
        "location": place,
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.rule},
    } | ({"suggestions": suggestions} if suggestions else {})


def _range(places: Bytes, span: Span) -> dict[str, Any]:
    place = places.region(span)
    return {
        "start": {"line": place.line, "column": place.column},
        "end": {"line": place.end_line, "column": place.end_column},
    }


def _items(checked: Checked, lang: str) -> Iterator[str]:
    document, places = checked.document, Bytes(checked.document)
    return (indented(_diagnostic(document, places, f, lang)) for f in checked.findings)


FORM = list_form(
    _items,
    head=lambda lang: '{\n  "source": {"name": "zhengming"},\n  "diagnostics": [',
    tail="\n  ]\n}\n",
)
