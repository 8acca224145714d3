"""A small glossary to load, with every status in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from zhengming.glossary.load import LoadedGlossary, load_glossary

# Kinds of documents that make grade A, listed apart from the code that grades.
OFFICIAL = (
    "label",
    "approval",
    "reimbursement-list",
    "pharmacopoeia",
    "inn-list",
    "unii",
    "registry",
    "vocabulary",
)
SMALL = """\
- id: lorlatinib
  kind: drug
  terms:
    - {text: 洛拉替尼, lang: zh-CN, status: preferred, sources: [label]}
    - {text: 劳拉替尼, lang: zh-CN, status: deprecated, sources: [paper, page]}
    - {text: 罗拉替尼, lang: zh-CN, status: deprecated}
    - {text: lorlatinib, lang: en, status: preferred, sources: [label]}
    - {text: PF-06463922, lang: zxx, status: code, sources: [label]}
  except: [氘代洛拉替尼]
- id: trastuzumab
  kind: drug
  terms:
    - {text: 曲妥珠单抗, lang: zh-CN, status: preferred, sources: [label]}
    - {text: 曲妥株单抗, lang: zh-CN, status: misspelling, sources: [guideline]}
- id: trastuzumab-deruxtecan
  kind: drug
  terms:
    - {text: 德曲妥珠单抗, lang: zh-CN, status: preferred, sources: [label]}
- id: rezivertinib
  kind: drug
  terms:
    - {text: 瑞齐替尼, lang: zh-CN, status: ambiguous, sources: [paper]}
    - {text: BPI-7711, lang: zxx, status: code, sources: [paper]}
- id: rilertinib
  kind: drug
  terms:
    - {text: 瑞齐替尼, lang: zh-CN, status: ambiguous, sources: [paper]}
- id: alex
  kind: trial
  terms:
    - {text: ALEX, lang: en, status: preferred, sources: [paper]}
- id: profile-1014
  kind: trial
  terms:
    - {text: PROFILE 1014, lang: en, status: preferred, sources: [paper]}
- id: crown
  kind: trial
  terms:
    - {text: CROWN, lang: en, status: preferred, sources: [paper]}
- id: alk
  kind: gene
  terms:
    - {text: ALK, lang: en, status: preferred, sources: [paper]}
"""
SOURCES = """\
- {id: label, kind: label, title: A label}
- {id: guideline, kind: guideline, title: A guideline}
- {id: paper, kind: paper, title: A paper}
- {id: page, kind: page, title: A page}
"""

Load = Callable[[str], LoadedGlossary]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    """Load a glossary from YAML text, beside the sources above."""

    def loader(text: str) -> LoadedGlossary:
        (tmp_path / "sources.yaml").write_text(SOURCES, encoding="utf-8")
        (tmp_path / "terms.yaml").write_text(text, encoding="utf-8")
        return load_glossary([tmp_path])

    return loader


@pytest.fixture
def small(load: Load) -> LoadedGlossary:
    return load(SMALL)
