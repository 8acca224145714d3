"""TERM010: an alias that belongs to another drug than the one it is given for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from zhengming.glossary.model import Concept
from zhengming.rules.base import Draft, Finding, Located, Message, Rule
from zhengming.rules.table_rows import rows
from zhengming.text.script import has_han

_OPENS = re.compile(
    r"\s?[（(](?P<says>又称|又名|商品名|别名|曾用名|研发代号|代号|即|also known as |formerly |code )?[\s:：]?"
)
_BRACKETS = frozenset("（(")
_REACH = 20  # characters that the bracket and its 又称 may take
_CLOSES = re.compile(r"\s?[）)，,、;；]")


def _wrong_aliases(draft: Draft) -> Iterator[Finding]:
    yield from _in_brackets(draft)
    yield from _in_tables(draft)


def _in_brackets(draft: Draft) -> Iterator[Finding]:
    for name, alias in pairwise(draft.mentions):
        text, end = name.block.text, name.mention.span.end
        if _BRACKETS.isdisjoint(text[end : end + 2]) or name.block is not alias.block:
            continue
        if not 0 < alias.mention.span.start - end < _REACH:
            continue
        if not (_is_one_drug(name) and _is_one_drug(alias)):
            continue
        concept = name.mention.sense.concept
        if (
            concept.id != alias.mention.sense.concept.id
            and (opened := _OPENS.fullmatch(text, end, alias.mention.span.start))
            and (opened["says"] or _are_of_two_kinds(name, alias))
            and _CLOSES.match(text, alias.mention.span.end)
        ):
            yield _finding(alias, concept)


def _are_of_two_kinds(name: Located, alias: Located) -> bool:
    """Whether one is Chinese and the other not, or one a code: two drugs may stand in a list."""
    one, other = (place.mention.sense.term for place in (name, alias))
    return has_han(one.text) != has_han(other.text) or (one.status == "code") != (
        other.status == "code"
    )


def _in_tables(draft: Draft) -> Iterator[Finding]:
    """Rows of tables with a column of drugs and a column of their other names."""
    aligned, wrong = 0, []
    for names, aliases in rows(draft):
        drugs = {
            m.mention.sense.concept.id: m.mention.sense.concept for m in names if _is_one_drug(m)
        }
        known = [m for m in aliases if _is_one_drug(m)]
        if len(drugs) != 1 or not known:
            continue
        if any(m.mention.sense.concept.id in drugs for m in known):
            aligned += 1
        else:
            wrong += [(m, concept) for concept in drugs.values() for m in known]
    # Columns that never agree were not read rightly; then nothing is said of them.
    if aligned >= len(wrong) / 3:
        yield from (_finding(*pair) for pair in wrong)


def _is_one_drug(located: Located) -> bool:
    mention = located.mention
    return mention.sense.concept.kind == "drug" and len(mention.senses) == 1


def _finding(alias: Located, named: Concept) -> Finding:
    sense = alias.mention.sense
    return Finding(
        "TERM010",
        "error",
        alias.span,
        Message(
            f'"{sense.term.text}" is a name of {sense.concept.label}, '
            f"but is given here for {named.label}",
            f"“{sense.term.text}”是{sense.concept.label}的名称，此处却用于{named.label}",
        ),
        concept=sense.concept.id,
    )


TERM010 = Rule(
    "TERM010",
    Message("an alias given for the wrong drug", "别名张冠李戴"),
    Message(
        "A name in brackets behind a drug, or beside it in a table's column of aliases, is another "
        "drug's in the glossary. One of the two is wrong, and a patient could get the other drug. "
        "Compare the label or the UNII entry; nothing is rewritten.",
        "药名后括号内的名称，或表格别名列中的名称，在词库中属于另一药物。二者必有一误，患者可能因此误用药物。"
        "请核对说明书或UNII；不作改写。",
    ),
    _wrong_aliases,
    failing=(
        "恩曲替尼（TPX-0005）治疗有效。",
        "ensartinib（恩曲替尼）是二代药物。",
        "Entrectinib (TPX-0005) was given; 洛拉替尼（又称塞瑞替尼）",
        "| 药品名称 | 别名 |\n|---|---|\n| 洛拉替尼 | PF-06463922 |\n| 恩曲替尼 | TPX-0005 |\n",
    ),
    passing=(
        "恩曲替尼（entrectinib）与瑞普替尼（TPX-0005）",
        "恩沙替尼（优于 crizotinib）",
        "other inhibitors (crizotinib, alectinib) and entrectinib (RXDX-101)",
        "| 药品名称 | 别名 |\n|---|---|\n| 洛拉替尼 | PF-06463922 |\n| 瑞普替尼 | TPX-0005 |\n",
    ),
)
