"""ABBR: abbreviations that are not explained, too late, or for nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from zhengming.glossary.model import Concept
from zhengming.rules.abbreviation_text import Definition
from zhengming.rules.abbreviation_uses import Abbreviations, Use, abbreviations
from zhengming.rules.base import Draft, Finding, Message, Rule
from zhengming.rules.parts import Part

_RUNNING = ("body", "abstract")
_WORDS = 60  # characters that a full form may have
_SHORT = 2  # letters of an abbreviation that only a figure beside it shows to be the known one
SOURCE = Message(
    "ICMJE Recommendations and AMA Manual of Style: explain an abbreviation where it first stands, "
    "separately in the abstract, in the text and in each table.",
    "依据 ICMJE 投稿建议、AMA 文体手册及国内医学期刊稿约：缩略语在摘要、正文和每张表中首次出现时分别"
    "写出全称。",
)


def scope(part: Part) -> tuple[str, str]:
    """Parts of one scope share explanations: the pieces of the body between tables do."""
    return part.kind, part.lang


def _unexplained(draft: Draft) -> Iterator[Finding]:
    known = draft.once(abbreviations)
    explained = {d.abbreviation for d in known.definitions if _counts(d)}
    noted = {d.abbreviation: d for d in reversed(known.definitions) if d.kind == "note"}
    for token, uses in known.uses.items():
        if token in explained:
            continue
        # CI and PR mean other things elsewhere.
        asked = (u for u in uses if u.figures) if len(token) <= _SHORT else uses
        use = next((u for u in asked if u.part.kind in _RUNNING and not u.heading), None)
        concepts = [c for c in known.meanings(token) if _full_forms(c)]
        if use and (token in noted or concepts) and not _is_beside_words(draft, use, concepts):
            yield _never(known, token, use, noted.get(token), concepts)


def _is_beside_words(draft: Draft, use: Use, concepts: list[Concept]) -> bool:
    """Whether the full form stands right before or after, without brackets: 完全缓解 CR."""
    text, (start, end) = draft.document.text, (use.span.start, use.span.end)
    before, after = text[max(start - _WORDS, 0) : start].rstrip(), text[end : end + _WORDS].lstrip()
    forms = tuple(term.text for c in concepts for term in c.terms if term.type == "fullForm")
    return before.endswith(forms) or after.startswith(forms)


def _counts(definition: Definition) -> bool:
    """Whether an explanation holds in running text: a table note explains its table only."""
    return definition.part.kind != "table"


def _full_forms(concept: Concept) -> list[str]:
    wanted = (concept.preferred("zh-CN"), concept.preferred("en"))
    return [term.text for term in wanted if term and term.type == "fullForm"]


def _never(
    known: Abbreviations, token: str, use: Use, note: Definition | None, concepts: list[Concept]
) -> Finding:
    meant = " or ".join(", ".join(_full_forms(concept)) for concept in concepts)
    if note:
        line = known.line(note.span)
        message = Message(
            f'"{token}" is explained only in the table note on line {line}, not in the text',
            f"缩略语“{token}”只在第 {line} 行的表注中有解释，正文首次出现处没有",
        )
    else:
        message = Message(
            f'"{token}" is never explained ({meant}?)', f"缩略语“{token}”未写出全称（{meant}？）"
        )
    concept = concepts[0].id if len(concepts) == 1 else None
    return Finding("ABBR001", "warning", use.span, message, concept=concept)


def _early(draft: Draft) -> Iterator[Finding]:
    known = draft.once(abbreviations)
    listed = {d.abbreviation for d in known.definitions if d.part.kind == "abbreviations"}
    for definition in _first_ones(known):
        token = definition.abbreviation
        if token in listed or definition.part.kind not in _RUNNING:
            continue
        for use in known.uses.get(token, ()):
            if scope(use.part) == scope(definition.part) and not use.heading:
                if use.span < definition.span:
                    line = known.line(definition.span)
                    yield Finding(
                        "ABBR002",
                        "warning",
                        use.span,
                        Message(
                            f'"{token}" is used before it is explained on line {line}',
                            f"缩略语“{token}”在第 {line} 行才有解释，此处已先使用",
                        ),
                    )
                break


def _first_ones(known: Abbreviations) -> Iterator[Definition]:
    """The first explanation of each abbreviation in each scope, if it is certain."""
    seen = set()
    for definition in known.definitions:
        key = definition.abbreviation, scope(definition.part)
        if definition.kind != "note" and key not in seen:
            seen.add(key)
            if known.is_certain(definition):
                yield definition


def _unused(draft: Draft) -> Iterator[Finding]:
    known = draft.once(abbreviations)
    scopes = defaultdict(set)
    for definition in known.definitions:
        scopes[definition.abbreviation].add(scope(definition.part)[0])
    for definition in _first_ones(known):
        token = definition.abbreviation
        if any(_serves(definition, use, scopes[token]) for use in known.uses.get(token, ())):
            continue
        yield Finding(
            "ABBR004",
            "warning",
            definition.span,
            Message(
                f'"{token}" is explained here and never used: drop the abbreviation',
                f"缩略语“{token}”在此定义后未再使用，可删去缩略语",
            ),
        )


def _serves(definition: Definition, use: Use, scopes: set[str]) -> bool:
    """Whether a use rests on this explanation."""
    if scope(use.part) == scope(definition.part):
        return True
    if definition.part.kind == "body":
        return use.part.kind == "table"
    return definition.part.kind == "abstract" and use.part.kind == "body" and "body" not in scopes


ABBR001 = Rule(
    "ABBR001",
    Message("an abbreviation that is never explained", "缩略语未写出全称"),
    Message(
        "Asked for abbreviations that the glossary knows or that a table note explains; gene "
        f"symbols, drug codes and trial names need no full form. {SOURCE.en}",
        f"只检查词库收录的或仅在表注中解释过的缩略语；基因符号、药物代号和试验名不必写全称。{SOURCE.zh}",
    ),
    _unexplained,
    failing=("两组 ORR 分别为 74% 和 45%。", "The PFS was 10.9 months (HR 0.45)."),
    passing=(
        "两组客观缓解率（objective response rate，ORR）分别为 74% 和 45%，ORR 差异显著。",
        "EGFR 和 KRAS 突变见于 TPX-0131 的研究。",
        "达到客观缓解率 ORR 74%，此后 ORR 下降。",
    ),
)
ABBR002 = Rule(
    "ABBR002",
    Message("an abbreviation used before it is explained", "缩略语先使用后解释"),
    Message(
        "The reader meets the abbreviation before its full form. Headings do not count, nor do "
        f"other parts of the article. {SOURCE.en}",
        f"读者先遇到缩略语，后见全称。标题及文章的其他部分不计在内。{SOURCE.zh}",
    ),
    _early,
    failing=(
        "DCR 为 70%。疾病控制率（disease control rate，DCR）较高，DCR 稳定。",
        "The OS was long. Overall survival (OS) matters, and OS was long.",
    ),
    passing=(
        "疾病控制率（disease control rate，DCR）为 70%，DCR 较高。",
        "摘要：疾病控制率（DCR）较高，DCR 为 70%。\n\n# 前言\n\n疾病控制率（DCR）重要，DCR 为 70%。",
    ),
)
ABBR004 = Rule(
    "ABBR004",
    Message("an abbreviation explained and never used", "缩略语定义后未使用"),
    Message(
        "An abbreviation that stands only in its own explanation costs the reader and gives "
        f"nothing. A compound (ALK-TKIs) counts as a use of its parts. {SOURCE.en}",
        f"只在定义处出现一次的缩略语徒增负担。复合词（ALK-TKIs）算作其组成部分的使用。{SOURCE.zh}",
    ),
    _unused,
    failing=(
        "治疗开始后出现疾病进展（progressive disease，PD）。",
        "The disease control rate (DCR) was 70%.",
    ),
    passing=(
        "疾病进展（progressive disease，PD）常见，PD 后换药。",
        "酪氨酸激酶抑制剂（tyrosine kinase inhibitor，TKI）包括多种 ALK-TKIs。",
        "Turning Point 公司（Roche，USA）开发了该药。",
    ),
)
