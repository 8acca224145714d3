"""GitLab's code-quality report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from zhengming.documents import Document
from zhengming.report.fingerprint import fingerprints
from zhengming.report.json import dump
from zhengming.report.model import Checked, say
from zhengming.report.places import posix, region
from zhengming.rules import Finding

_SEVERITIES = {"error": "major", "warning": "minor", "question": "info"}


def render(checked: Sequence[Checked], lang: str) -> str:
    """A list of issues."""
    return dump(
        [
            _issue(c.document, finding, mark, lang)
            for c in checked
            for finding, mark in zip(c.findings, fingerprints(c), strict=True)
        ]
    )


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
