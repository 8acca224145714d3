"""JUnit XML, as CI servers show test results: one suite a file, which fails when it has findings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from zhengming.messages import say
from zhengming.report.concise import line_of
from zhengming.report.model import Checked, Form
from zhengming.report.places import posix

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _items(checked: Checked, lang: str) -> Iterator[str]:
    """One suite, with one case, for the file."""
    name = posix(checked.document.path)
    count = len(checked.findings)
    suite = ET.Element("testsuite", {"name": name, "tests": "1", "failures": str(min(count, 1))})
    case = ET.SubElement(suite, "testcase", {"name": name, "classname": "zhengming"})
    if count:
        lines = [line_of(checked.document, finding, lang) for finding in checked.findings]
        first = checked.findings[0]
        failure = ET.SubElement(
            case, "failure", {"type": first.rule, "message": _clean(say(first.message, lang))}
        )
        failure.text = _clean("\n".join(lines))
    ET.indent(suite)
    yield f"{ET.tostring(suite, encoding='unicode')}\n"


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)


FORM = Form(
    _items,
    head=lambda lang: '<?xml version="1.0" encoding="utf-8"?>\n<testsuites>\n',
    tail=lambda tally, lang: "</testsuites>\n",
)
