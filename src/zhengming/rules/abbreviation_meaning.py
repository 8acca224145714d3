"""ABBR: abbreviations explained twice, or in two ways, or otherwise than the glossary does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhengming.glossary.model import Concept
from zhengming.rules.abbreviation import SOURCE, scope
from zhengming.rules.abbreviation_text import Definition
from zhengming.rules.abbreviation_uses import Abbreviations, abbreviations
from zhengming.rules.base import Draft, Finding, Message, Rule
from zhengming.text.script import to_simplified

# Words that do not make another thing of a thing.
_NEUTRAL = frozenset({"blinded", "central"})
_WORD = re.compile("[a-z0-9]+")
_SPELLINGS = (("our", "or"), ("isation", "ization"), ("centre", "center"), ("aem", "em"))


def _key(english: str) -> tuple[str, ...]:
    """The words, British or American, singular or plural, hyphenated or not, as one."""
    words = english.lower()
    for british, american in _SPELLINGS:
        words = words.replace(british, american)
    return tuple([word.removesuffix("s") for word in _WORD.findall(words)])


def _twice(draft: Draft) -> Iterator[Finding]:
    known = draft.once(abbreviations)
    first: dict[tuple[str, tuple[str, str]], Definition] = {}
    for definition in filter(known.is_certain, known.definitions):
        earlier = first.setdefault((definition.abbreviation, scope(definition.part)), definition)
        if earlier is definition or _differ(earlier, definition):
            continue
        line = known.line(earlier.span)
        yield Finding(
            "ABBR003",
            "warning",
            definition.span,
            Message(
                f'"{definition.abbreviation}" is explained again, first on line {line}',
                f"缩略语“{definition.abbreviation}”重复定义，首次在第 {line} 行",
            ),
        )


def _differ(one: Definition, other: Definition) -> bool:
    """Whether two explanations of one abbreviation name different things."""
    if one.english and other.english:
        return _key(one.english) != _key(other.english)
    if one.chinese and other.chinese:
        return one.chinese[-1] != other.chinese[-1]
    return False


def _two_meanings(draft: Draft) -> Iterator[Finding]:
    known = draft.once(abbreviations)
    first: dict[tuple[str, str], Definition] = {}
    for definition in known.definitions:
        if definition.kind != "note" and not known.is_certain(definition):
            continue
        language = "en" if definition.english else "zh"
        earlier = first.setdefault((definition.abbreviation, language), definition)
        if _differ(earlier, definition):
            line, before = known.line(earlier.span), earlier.english or earlier.chinese
            yield Finding(
                "ABBR005",
                "warning",
                definition.span,
                Message(
                    f'"{definition.abbreviation}" is explained otherwise on line {line}: {before}',
                    f"缩略语“{definition.abbreviation}”与第 {line} 行的解释不同：{before}",
                ),
            )


def _two_abbreviations(draft: Draft) -> Iterator[Finding]:
    known = draft.once(abbreviations)
    first: dict[tuple[str, ...], Definition] = {}
    for definition in known.definitions:
        key = tuple(word for word in _key(definition.english) if word not in _NEUTRAL)
        earlier = first.setdefault(key, definition) if key else definition
        if earlier.abbreviation != definition.abbreviation:
            line = known.line(earlier.span)
            yield Finding(
                "ABBR006",
                "question",
                definition.span,
                Message(
                    f'is "{definition.abbreviation}" ({definition.english}) the same as '
                    f'"{earlier.abbreviation}" ({earlier.english}) on line {line}? use one of them',
                    f"“{definition.abbreviation}”（{definition.english}）与第 {line} 行的"
                    f"“{earlier.abbreviation}”（{earlier.english}）是否同一事物？请统一",
                ),
            )


def _unlike_glossary(draft: Draft) -> Iterator[Finding]:
    known = draft.once(abbreviations)
    for definition in known.definitions:
        for concept in known.meanings(definition.abbreviation) if definition.english else ():
            listed = _listed(concept, "en")
            if listed and _near(definition.english, listed[0]):
                if all(_key(definition.english) != _key(term) for term in listed):
                    yield _unlike(known, definition, definition.english, listed[0], concept)
                elif _chinese_differs(definition, chinese := _listed(concept, "zh")):
                    written = definition.chinese[-len(chinese[0]) :]
                    yield _unlike(known, definition, written, chinese[0], concept)
                break


def _chinese_differs(definition: Definition, listed: list[str]) -> bool:
    """Whether the Chinese words are others; 5 年无进展生存（PFS）率 is no other than 无进展生存期."""
    known = tuple(term.removesuffix("期") for term in listed)
    written = to_simplified(definition.chinese).removesuffix("期")
    return bool(written and known) and not written.endswith(known)


def _listed(concept: Concept, lang: str) -> list[str]:
    """The full forms of a concept, the preferred one first."""
    terms = [t for t in concept.terms if t.lang.startswith(lang) and t.type == "fullForm"]
    return [t.text for t in sorted(terms, key=lambda t: t.status != "preferred")]


def _near(one: str, other: str) -> bool:
    """Whether two expansions share half their words: another wording, not another thing."""
    first, second = set(_key(one)), set(_key(other))
    return 2 * len(first & second) >= max(len(first), len(second))


def _unlike(
    known: Abbreviations, definition: Definition, written: str, listed: str, concept: Concept
) -> Finding:
    return Finding(
        "ABBR007",
        "question",
        definition.span,
        Message(
            f'is "{written}" meant as "{listed}"? so the glossary explains '
            f"{definition.abbreviation}",
            f"“{written}”是否即“{listed}”？词库对 {definition.abbreviation} 如此解释",
        ),
        concept=concept.id,
    )


ABBR003 = Rule(
    "ABBR003",
    Message("an abbreviation explained twice", "缩略语重复定义"),
    Message(
        "Once explained, an abbreviation is used. Abstract, text and tables each have their own "
        f"first mention. {SOURCE.en}",
        f"定义一次之后即应使用缩略语。摘要、正文、表格各自计算首次出现。{SOURCE.zh}",
    ),
    _twice,
    failing=(
        "达到部分缓解（partial response，PR）。另有 6 例部分缓解（partial response， PR），PR 率低。",
        "Overall survival (OS) was long; OS rose. Overall survival (OS) is the endpoint.",
    ),
    passing=(
        "达到部分缓解（partial response，PR）。另有 6 例 PR。",
        "摘要：部分缓解（PR）6 例，PR 率低。\n\n# 前言\n\n部分缓解（PR）重要，PR 率低。",
    ),
)
ABBR005 = Rule(
    "ABBR005",
    Message("one abbreviation with two meanings", "同一缩略语两种解释"),
    Message(
        "PR is partial response or progesterone receptor, ORR objective or overall response rate: "
        "in one article an abbreviation has one meaning.",
        "PR 可指部分缓解或孕激素受体，ORR 可指客观缓解率或总缓解率：一篇文章中一个缩略语只能有一种含义。",
    ),
    _two_meanings,
    failing=(
        "部分缓解（partial response，PR）少，PR 低；孕激素受体（progesterone receptor，PR）阳性。",
        "The objective response rate (ORR) was 74%. The overall response rate (ORR) fell.",
    ),
    passing=(
        "部分缓解（partial response，PR）少；孕激素受体（progesterone receptor，PgR）阳性，PR 低。",
        "Tumour mutational burden (TMB) was high. Tumor mutational burden (TMB) fell.",
    ),
)
ABBR006 = Rule(
    "ABBR006",
    Message("one thing with two abbreviations", "同一事物两个缩略语"),
    Message(
        "The same words, or the same body with and without “blinded” or “central”, carry two "
        "abbreviations. Use one; if two things are meant, say so.",
        "相同的全称，或仅多出 blinded、central 之类修饰语的同一机构，用了两个缩略语。请统一；"
        "若确为两事，请写明。",
    ),
    _two_abbreviations,
    failing=(
        "盲态独立评审委员会（blinded independent review committee，BIRC）评估；"
        "独立评审委员会（independent review committee，IRC）评估。",
        "The duration of response (DoR) was long. Duration of response (DOR) is shown.",
    ),
    passing=(
        "无进展生存期（progression-free survival，PFS）和"
        "中位无进展生存期（median progression-free survival，mPFS）。",
        "The independent review committee (IRC) met twice; the IRC agreed.",
    ),
)
ABBR007 = Rule(
    "ABBR007",
    Message("an expansion that differs from the glossary's", "缩略语全称与词库不同"),
    Message(
        "The words in the bracket are near the ones that the glossary documents for this "
        "abbreviation, but not the same. Asked, never rewritten; another meaning altogether is "
        "not asked about.",
        "括号中的全称与词库所载相近而不同：只提问，不改写；含义完全不同的不提问。",
    ),
    _unlike_glossary,
    failing=(
        "客观缓解率（overall response rate，ORR）为 74%，ORR 高。",
        "The median overall response rate (ORR) was 74%.",
    ),
    passing=(
        "客观缓解率（objective response rate，ORR）为 74%，ORR 高。",
        "客觀緩解率（objective response rate，ORR）為 74%，ORR 高。",
        "5 年总生存（overall survival，OS）率为 60%，OS 长。",
        "孕激素受体（progesterone receptor，PR）阳性，PR 高。",
    ),
)
