"""GitLab's code-quality report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from zhengming.documents import Document
from zhengming.report.fingerprint import fingerprints
from zhengming.report.json import indented, list_form
from zhengming.report.model import Checked, say
from zhengming.report.places import posix, region
from zhengming.rules import Finding

_SEVERITIES = {"error": "major", "warning": "minor", "question": "info"}


def _issue(document: Document, finding: Finding, mark: str, lang: str) -> dict[str, Any]:
    place = region(document, finding.span)
    lines = {"begin": place.line, "end": place.end_line}
    return {
        "description": say(finding.message, lang),
        "check_name": finding.rule,
        "fingerprint": mark,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": posix(document.path), "lines": lines},
    }


def _items(checked: Checked, lang: str) -> Iterator[str]:
    marks = fingerprints(checked.document, checked.findings)
    for finding, mark in zip(checked.findings, marks, strict=True):
        yield indented(_issue(checked.document, finding, mark, lang))


FORM = list_form(_items, head=lambda lang: "[", tail="\n]\n")
