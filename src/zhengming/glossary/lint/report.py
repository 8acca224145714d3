"""How good a glossary is: grades of its preferred names, what it rewrites, and what it lacks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from zhengming.glossary.evidence import DOCUMENT_KINDS, marketed
from zhengming.glossary.model import KINDS, Concept, Glossary, Grade
from zhengming.glossary.rewrite import variant_target


@dataclass(frozen=True, slots=True)
class Row:
    """The preferred names of one kind in one language, counted by grade."""

    kind: str
    lang: str
    grades: Mapping[Grade, int]

    @property
    def total(self) -> int:
        """How many names there are."""
        return sum(self.grades.values())

    @property
    def good(self) -> float:
        """The share of names of grade B or better, in per cent."""
        return 100 * (self.grades.get("A", 0) + self.grades.get("B", 0)) / max(self.total, 1)


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that entries lack: what, in English and Chinese, and which entries."""

    what: tuple[str, str]
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The figures of a glossary.

    Attributes:
        concepts: how many there are of each kind.
        rewrites: variant and preferred name of each safe rewrite.
        asked: Chinese variants that the evidence does not allow to be rewritten.
        documents: how many documents of each kind.
    """

    concepts: Mapping[str, int]
    rows: tuple[Row, ...]
    rewrites: tuple[tuple[str, str], ...]
    asked: tuple[str, ...]
    documents: Mapping[str, int]
    gaps: tuple[Gap, ...]


def report(glossary: Glossary) -> Report:
    """Count everything."""
    concepts = sorted(glossary.concepts.values(), key=lambda c: (KINDS.index(c.kind), c.id))
    variants = [(c, t) for c in concepts for t in c.terms if t.is_variant]
    targets = [(term, variant_target(concept, term)) for concept, term in variants]
    kinds = Counter(source.kind for source in glossary.sources.values() if source.kind != "house")
    return Report(
        concepts=Counter(concept.kind for concept in concepts),
        rows=tuple(_rows(concepts)),
        rewrites=tuple((term.text, target.text) for term, target in targets if target),
        asked=tuple(t.text for t, target in targets if not target and t.lang.startswith("zh")),
        documents={kind: kinds[kind] for kind in DOCUMENT_KINDS if kinds[kind]},
        gaps=tuple(_gaps(concepts, glossary)),
    )


def _rows(concepts: list[Concept]) -> Iterator[Row]:
    counted: dict[tuple[str, str], Counter[Grade]] = {}
    for concept in concepts:
        for term in concept.terms:
            if term.status == "preferred":
                counter = counted.setdefault((concept.kind, term.lang), Counter())
                counter[term.evidence.grade] += 1
    for (kind, lang), grades in sorted(
        counted.items(), key=lambda kv: (KINDS.index(kv[0][0]), kv[0])
    ):
        yield Row(kind, lang, grades)


def _gaps(concepts: list[Concept], glossary: Glossary) -> Iterator[Gap]:
    drugs = [concept for concept in concepts if concept.kind == "drug"]
    trials = [concept for concept in concepts if concept.kind == "trial"]
    lacking = {
        ("drugs without a Chinese name", "无中文名的药物"): [
            c for c in drugs if not _has(c, "zh-CN")
        ],
        ("drugs without a preferred Chinese name", "无中文首选名的药物"): [
            c for c in drugs if _has(c, "zh-CN") and not c.preferred("zh-CN")
        ],
        ("drugs without an English name", "无英文名的药物"): [
            c for c in drugs if not _has(c, "en")
        ],
        ("drugs that no document shows on the Chinese market", "无文献证明已在中国上市的药物"): [
            c for c in drugs if not marketed(c, glossary.sources)
        ],
        ("drugs without targets", "未注明靶点的药物"): [c for c in drugs if not c.targets],
        ("trials without a registry id", "无注册号的试验"): [c for c in trials if not c.registry],
        ("trials without a phase", "未注明分期的试验"): [c for c in trials if not c.phase],
        ("trials without a publication", "无首篇论文的试验"): [
            c for c in trials if not c.publication
        ],
        ("trials without drugs", "未注明药物的试验"): [c for c in trials if not c.drugs],
    }
    for what, found in lacking.items():
        if found:
            yield Gap(what, tuple(concept.id for concept in found))
    unlinked = tuple(
        s.id for s in glossary.sources.values() if s.kind != "house" and "://" not in s.where
    )
    if unlinked:
        yield Gap(("documents without a link", "无链接的文献"), unlinked)


def _has(concept: Concept, lang: str) -> bool:
    return any(term.lang == lang for term in concept.terms)
