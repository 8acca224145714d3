"""Marks that stay with a finding while lines move around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256

from zhengming.documents import Document
from zhengming.report.places import posix
from zhengming.rules import Finding


def fingerprints(document: Document, findings: Sequence[Finding]) -> list[str]:
    """One mark a finding: file, rule, the words concerned, and which of equal ones it is."""
    seen: Counter[tuple[str, str]] = Counter()
    marks = []
    for finding in findings:
        words = "".join(document.text[finding.span.start : finding.span.end].split())
        key = (finding.rule, words)
        seen[key] += 1
        text = "\0".join((posix(document.path), *key, str(seen[key])))
        marks.append(sha256(text.encode()).hexdigest()[:32])
    return marks
