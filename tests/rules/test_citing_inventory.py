"""What the citation, abbreviation and pair rules say of the two real drafts.

Every line has been read beside the draft and is right; the numbers are those of its inventory.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from zhengming.documents import read_document
from zhengming.glossary.load import LoadedGlossary
from zhengming.rules import RULES, Draft

FILES = {"A": "patient-article.txt", "B": "review.txt"}
FAMILIES = ("CITE", "ABBR", "FIRST", "PAIR", "IGN")
UNUSED = {
    94: "PD",  # B26
    225: "BIRC", 494: "PR", 500: "DMPO", 516: "TTD", 534: "mITT", 559: "NMPA", 575: "WCLC",
    636: "CR", 667: "AML", 882: "ctDNA",
}  # fmt: skip
EXPECTED: dict[str, set[tuple[int, str, str]]] = {
    "A": set(),
    "B": {
        (496, "CITE001", "45］"),  # B03
        (161, "CITE002", "8"),  # B04
        (165, "CITE002", "11"),
        (285, "CITE002", "24"),
        (496, "CITE002", "44"),
        (41, "CITE004", "61"),  # B05
        (462, "ABBR001", "CI"),  # B27
        (463, "ABBR001", "ORR"),
        (467, "ABBR001", "HR"),
        (909, "ABBR001", "mPFS"),
        (636, "ABBR003", "PR"),  # B25
        (566, "ABBR006", "IRC"),  # B28
        *((line, "ABBR004", token) for line, token in UNUSED.items()),
    },
}


@pytest.mark.parametrize("text", FILES)
def test_the_drafts_get_these_findings_and_no_others(
    text: str, shared: Path, names: LoadedGlossary
) -> None:
    document = read_document(shared / "drafts" / FILES[text])
    draft = Draft(document, names)
    found = [
        (document.lines.position(finding.span.start)[0], finding.rule, finding.message.en)
        for rule in RULES
        if rule.id.startswith(FAMILIES)
        for finding in rule.check(draft)
    ]
    assert {(line, rule) for line, rule, _ in found} == {e[:2] for e in EXPECTED[text]}
    assert len(found) == len(EXPECTED[text])
    for line, rule, token in EXPECTED[text]:
        assert any(
            at == (line, rule) and token in said for *at_, said in found if (at := tuple(at_))
        )
