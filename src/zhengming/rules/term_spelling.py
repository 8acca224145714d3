"""TERM009: a code or a generic name in a spelling that is not its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhengming.glossary.forms import letters_of, pattern_of
from zhengming.glossary.model import Term
from zhengming.rules.base import Draft, Finding, Located, Message, Rule
from zhengming.rules.term import fix_for

_WORD = re.compile(r"[A-Za-z]+")


def _spellings(draft: Draft) -> Iterator[Finding]:
    for name, places in draft.named.items():
        sense = name.senses[0]
        if sense.concept.kind != "drug" or sense.term.lang.startswith("zh"):
            continue
        terms = [sense.term for sense in name.senses]
        if not any(_is_spelled(name.written, term) for term in terms):
            for located in places:
                yield _finding(located, name.written, terms[0])


def _is_spelled(written: str, term: Term) -> bool:
    if term.status == "code":
        return letters_of(written) == letters_of(term.text) and (
            pattern_of(written) == pattern_of(term.text)
        )
    if term.lang != "en" or term.type != "fullForm" or term.text in written:
        return True
    return all(
        word in (word.lower(), word.upper(), word.title()) for word in _WORD.findall(written)
    )


def _finding(located: Located, written: str, term: Term) -> Finding:
    return Finding(
        "TERM009",
        "warning",
        located.span,
        Message(
            f'"{written}" is spelled "{term.text}"',
            f"“{written}”应写作“{term.text}”",
        ),
        fix_for(located, term.text, "unsafe"),
        located.mention.sense.concept.id,
    )


TERM009 = Rule(
    "TERM009",
    Message("a code or generic name in another spelling", "代号或通用名写法不规范"),
    Message(
        "A development code is searched for as its owner prints it, with or without hyphen; a "
        "generic name has no capitals inside (WHO: INNs are common nouns, in lower case). The fix "
        "is unsafe, since a list of synonyms may want every spelling. Source: FDA UNII list; WHO, "
        "Guidance on INN, 2017.",
        "研发代号以研发者所印的写法检索，连字符有无有别；通用名中间不用大写（INN为普通名词）。"
        "同义名列表可能需要保留各种写法，故修正不自动进行。来源：FDA UNII；WHO《INN指南》（2017）。",
    ),
    _spellings,
    failing=("予PF 06463922治疗。", "LorLatinib was given."),
    passing=("予PF-06463922治疗。", "Lorlatinib was given; LORLATINIB and lorlatinib."),
)
