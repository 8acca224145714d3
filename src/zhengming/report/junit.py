"""JUnit XML, as CI servers show test results: one case a file, one failure a finding."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree import ElementTree as ET

from zhengming.report.concise import line_of
from zhengming.report.model import Checked, say
from zhengming.report.places import posix

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(checked: Sequence[Checked], lang: str) -> str:
    """One suite."""
    findings = sum(len(c.findings) for c in checked)
    counts = {"tests": str(len(checked)), "failures": str(findings)}
    suites = ET.Element("testsuites")
    suite = ET.SubElement(suites, "testsuite", {"name": "zhengming", **counts})
    for c in checked:
        case = ET.SubElement(
            suite, "testcase", {"name": posix(c.document.path), "classname": "zhengming"}
        )
        for finding in c.findings:
            message = _NOT_XML.sub("\ufffd", say(finding.message, lang))
            failure = ET.SubElement(case, "failure", {"type": finding.rule, "message": message})
            failure.text = _NOT_XML.sub("\ufffd", line_of(c.document, finding, lang))
    ET.indent(suites)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(suites, encoding="unicode")}\n'
