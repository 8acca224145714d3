"""What a name rests on: the kinds of documents, the grade that follows, and the rule of rewriting.

Grades: A an official document; B a guideline, a copy of labels together with a second document, or
two papers; C one paper, filings or pages alone; D nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from zhengming.glossary.model import Concept, Evidence, Grade, Source, Term

Weigh = Callable[[tuple[str, ...]], Evidence]
Standing = Literal["official", "guideline", "transcription", "other", "own"]


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """A kind of document: how far it is to be trusted, and what it is called."""

    standing: Standing
    en: str
    zh: str


DOCUMENT_KINDS: Mapping[str, DocumentKind] = {
    "label": DocumentKind("official", "label", "药品说明书"),
    "approval": DocumentKind("official", "regulator's approval notice", "药品监管机构批准公告"),
    "reimbursement-list": DocumentKind("official", "reimbursement list", "医保目录"),
    "pharmacopoeia": DocumentKind("official", "pharmacopoeia", "药典"),
    "inn-list": DocumentKind("official", "INN list", "INN名单"),
    "unii": DocumentKind("official", "UNII list", "UNII名单"),
    "registry": DocumentKind("official", "trial registry", "临床试验注册库"),
    "vocabulary": DocumentKind("official", "official vocabulary", "官方术语库"),
    "guideline": DocumentKind("guideline", "guideline", "指南或共识"),
    "label-transcription": DocumentKind("transcription", "copy of labels", "说明书转录"),
    "paper": DocumentKind("other", "paper", "论文"),
    "filing": DocumentKind("other", "company filing", "公司公告"),
    "page": DocumentKind("other", "web page", "网页"),
    "house": DocumentKind("own", "the project's own list", "本项目自有词表"),
}
GRADES: Mapping[Grade, tuple[str, str]] = {
    "A": ("an official document shows it", "有官方文件"),
    "B": (
        "a guideline, a copy of labels and a second document, or two papers",
        "有指南，或说明书转录加另一文献，或两篇论文",
    ),
    "C": ("one paper, filings or pages only", "仅有一篇论文、公告或网页"),
    "D": ("no document shows it", "无文献"),
}
_SAFE: Collection[Grade] = ("A", "B")
_WITNESSES = 2


def grade_of(documents: Collection[Source]) -> Grade:
    """The grade of a name that these documents show."""
    public = [source for source in documents if _standing(source) != "own"]
    standings = {_standing(source) for source in public}
    if "official" in standings:
        return "A"
    papers = sum(source.kind == "paper" for source in public)
    copied = "transcription" in standings and len(public) > 1
    if "guideline" in standings or copied or papers >= _WITNESSES:
        return "B"
    return "C" if public else "D"


def witnesses(documents: Collection[Source]) -> int:
    """How many of the documents are independent: two pages of one publisher are one."""
    public = (source for source in documents if _standing(source) != "own")
    return len(
        {
            source.id if source.kind == "paper" else source.publisher or source.id
            for source in public
        }
    )


def weigher(sources: Mapping[str, Source]) -> Weigh:
    """What names amount to by the ids of their documents; unknown ones count for nothing."""

    @cache  # most names rest on the same few documents as others
    def weigh(names: tuple[str, ...]) -> Evidence:
        documents = [sources[name] for name in dict.fromkeys(names) if name in sources]
        own = any(_standing(source) == "own" for source in documents)
        return Evidence(grade_of(documents), witnesses(documents), own)

    return weigh


def weighed(concepts: Iterable[Concept], weigh: Weigh) -> list[Concept]:
    """The concepts with the evidence of each of their names."""
    return [
        replace(c, terms=tuple(replace(term, evidence=weigh(term.sources)) for term in c.terms))
        for c in concepts
    ]


def marketed(concept: Concept, sources: Mapping[str, Source]) -> tuple[str, ...]:
    """The documents that show a drug to be on the market of mainland China."""
    named = dict.fromkeys(name for term in concept.terms for name in term.sources)
    return tuple(name for name in named if name in sources and sources[name].market == "CN")


def proves(variant: Term, target: Term) -> bool:
    """Whether a variant may be rewritten without asking.

    Both names need grade B or better, or two independent documents print the variant for the same
    English name or code. The project's own list always decides.
    """
    if variant.evidence.own:
        return True
    if not (target.evidence.own or target.evidence.grade != "D"):
        return False
    both = variant.evidence.grade in _SAFE and target.evidence.grade in _SAFE
    return both or variant.evidence.witnesses >= _WITNESSES


def _standing(source: Source) -> Standing:
    return DOCUMENT_KINDS[source.kind].standing
