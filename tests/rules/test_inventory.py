"""What the name, registry, gene, typography and figure rules say of the two real drafts.

Every line has been read beside the draft and is right; the numbers are those of its inventory.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from zhengming.documents import read_document
from zhengming.glossary.load import LoadedGlossary
from zhengming.rules import RULES, Draft, Rule

FILES = {"A": "patient-article.txt", "B": "review.txt"}
FAMILIES = ("TERM", "TRIAL", "REG", "GENE", "ZH", "NUM")
EXPECTED: dict[str, set[tuple[int, str, str]]] = {
    "A": {
        (6, "TERM001", "劳拉替尼"),  # A02
        (17, "TERM001", "劳拉替尼"),
        (20, "TERM001", "劳拉替尼"),
        (20, "TERM001", "色瑞替尼"),  # A03
        (23, "TERM001", "色瑞替尼"),
        (23, "TERM008", "适应症"),  # A06
        (25, "ZH001", "選擇"),  # A01
        (1, "ZH003", ": "),  # A04, in one line
        (19, "ZH006", "I"),  # A05
    },
    "B": {
        (711, "TERM001", "瑞博西利"),  # B33
        (745, "TERM002", "瑞波替尼"),
        (167, "TERM003", "INSPIRE"),
        (576, "TERM003", "INSPIRE"),  # B32
        (661, "TERM005", "吉瑞替尼"),
        (723, "TERM005", "恩曲替尼"),
        (725, "TERM005", "丁二酸复瑞替尼"),
        (730, "TERM009", "FiconALKib"),  # B19
        (742, "TERM009", "TQ B3139"),
        (743, "TERM009", "ZG0418"),
        (749, "TERM009", "TQ B3101"),
        (745, "TERM010", "瑞波替尼"),  # B15
        (745, "TERM010", "瑞普替尼"),
        (745, "TERM010", "TPX-0005"),
        (157, "TRIAL001", "PROFILE-1014"),  # B31
        (457, "TRIAL001", "PRO⁃\nFILE-1014"),
        (521, "TRIAL001", "ATOMICARI-AT-\n002"),
        (522, "REG001", "NCT0270662"),  # B01
        (114, "GENE001", "G3709R"),  # B10
        (273, "GENE001", "I171T/N/S"),  # B11
        (275, "GENE001", "D1230N"),  # B12
        (311, "GENE001", "V118L"),  # B13
        (373, "GENE002", "IGF-1R"),  # B29
        (455, "GENE002", "ROS-1"),
        (772, "GENE002", "IGF-1R"),
        (455, "GENE003", "c-MET"),
        (766, "GENE003", "c-Met"),
        (769, "GENE003", "Trk"),  # B19
        (27, "ZH007", "⁃\n"),  # B34 and B35, in one line
        (489, "NUM001", "HR=0.60，95% CI：0.37~0.49"),  # B06
    },
}


def _ours(rule: Rule) -> bool:
    return rule.id.startswith(FAMILIES)


@pytest.mark.parametrize("text", FILES)
def test_the_drafts_get_these_findings_and_no_others(
    text: str, shared: Path, names: LoadedGlossary
) -> None:
    document = read_document(shared / "drafts" / FILES[text])
    draft = Draft(document, names)
    found = {
        (
            document.lines.position(finding.span.start)[0],
            finding.rule,
            document.text[finding.span.start : finding.span.end],
        )
        for rule in RULES
        if _ours(rule) and rule.id != "TERM006"
        for finding in rule.check(draft)
    }
    assert found == EXPECTED[text]
