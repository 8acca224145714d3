"""One line a finding: ``path:line:column: RULE message``."""

from __future__ import annotations

from collections.abc import Iterator

from zhengming.documents import Document
from zhengming.messages import say
from zhengming.report.model import Checked, Form
from zhengming.rules import Finding


def line_of(document: Document, finding: Finding, lang: str) -> str:
    """The one line that says a finding and its place."""
    line, column = document.lines.position(finding.span.start)
    return f"{document.path}:{line}:{column}: {finding.rule} {say(finding.message, lang)}"


def _items(checked: Checked, lang: str) -> Iterator[str]:
    return (f"{line_of(checked.document, finding, lang)}\n" for finding in checked.findings)


FORM = Form(_items)
