"""One line a finding: ``path:line:column: RULE message``."""

from __future__ import annotations

from collections.abc import Sequence

from zhengming.documents import Document
from zhengming.report.model import Checked, say
from zhengming.rules import Finding


def line_of(document: Document, finding: Finding, lang: str) -> str:
    """The one line that says a finding and its place."""
    line, column = document.lines.position(finding.span.start)
    return f"{document.path}:{line}:{column}: {finding.rule} {say(finding.message, lang)}"


def render(checked: Sequence[Checked], lang: str) -> str:
    """All findings, a line each."""
    lines = (line_of(c.document, f, lang) for c in checked for f in c.findings)
    return "".join(f"{line}\n" for line in lines)
