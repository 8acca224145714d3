"""Workflow commands that GitHub Actions turns into annotations."""

from __future__ import annotations

from collections.abc import Iterator

from zhengming.documents import Document
from zhengming.messages import say
from zhengming.report.model import Checked, Form
from zhengming.report.places import posix, region
from zhengming.rules import Finding

_COMMANDS = {"error": "error", "warning": "warning", "question": "notice"}


def _annotation(document: Document, finding: Finding, lang: str) -> str:
    place = region(document, finding.span)
    properties = {"file": posix(document.path), "line": place.line, "endLine": place.end_line}
    if place.line == place.end_line:  # GitHub takes columns only within one line
        properties |= {"col": place.column, "endColumn": place.end_column}
    properties["title"] = finding.rule
    listed = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {listed}::{_data(say(finding.message, lang))}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _items(checked: Checked, lang: str) -> Iterator[str]:
    return (_annotation(checked.document, finding, lang) for finding in checked.findings)


FORM = Form(_items)
