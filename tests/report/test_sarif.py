"""SARIF as code-scanning services need it: rules listed, regions in code points, fixes whole."""

from __future__ import annotations

import json

from zhengming import builtin
from zhengming.documents import parse_document
from zhengming.engine import check
from zhengming.glossary.load import load_glossary
from zhengming.report import Checked, Tally, form_of
from zhengming.rules import RULES, Draft


def _log(text: str) -> dict:
    names = load_glossary([builtin.data_directory("glossary")])
    document = parse_document("dir/草稿.md", text.encode())
    findings = check(Draft(document, names))
    form = form_of("sarif")
    part = form.part(Checked(document, findings), "en")
    return json.loads("".join(form.write([part], Tally(), "en")))


def test_a_finding_is_a_result_with_its_region_and_fix() -> None:
    (run,) = _log("😀口服劳拉\n替尼。\n")["runs"]
    (result,) = run["results"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert result["ruleId"] == "TERM001"
    assert result["level"] == "error"
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "dir/%E8%8D%89%E7%A8%BF.md"
    assert place["region"] == {"startLine": 1, "startColumn": 4, "endLine": 2, "endColumn": 3}
    (replacement,) = result["fixes"][0]["artifactChanges"][0]["replacements"]
    assert replacement["insertedContent"] == {"text": "洛"}
    assert replacement["deletedRegion"]["startColumn"] == 4


def test_every_rule_is_described() -> None:
    (run,) = _log("没有问题。\n")["runs"]
    assert run["results"] == []
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == [rule.id for rule in RULES]
