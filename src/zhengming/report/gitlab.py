"""GitLab's code-quality report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from zhengming.baseline import fingerprint
from zhengming.documents import Document
from zhengming.messages import say
from zhengming.report.json import indented, list_form
from zhengming.report.model import Checked
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
    seen: Counter[str] = Counter()
    for finding in checked.findings:
        mark = fingerprint(checked.document, finding)
        seen[mark] += 1
        # GitLab takes issues with one fingerprint for one, across files too.
        parts = (posix(checked.document.path), mark, str(seen[mark]))
        unique = sha256("\0".join(parts).encode()).hexdigest()[:32]
        yield indented(_issue(checked.document, finding, unique, lang), 2)


FORM = list_form(_items, head=lambda lang: "[", tail="\n]\n")
