"""TERM010: an alias that belongs to another drug than the one it is given for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from zhengming.glossary.mention import Mention
from zhengming.glossary.model import Concept
from zhengming.rules.base import Draft, Finding, Located, Message, Rule
from zhengming.rules.table_rows import rows
from zhengming.text.script import has_han

_OPENS = re.compile(
    r"\s?[（(](?P<says>又称|又名|商品名|别名|曾用名|研发代号|代号|即|also known as |formerly |code )?[\s:：]?"
)
_BRACKET = re.compile("[（(]")
_CLOSES = re.compile(r"\s?[）)，,、;；]")


def _wrong_aliases(draft: Draft) -> Iterator[Finding]:
    yield from _in_brackets(draft)
    yield from _in_tables(draft)


def _in_brackets(draft: Draft) -> Iterator[Finding]:
    for block, _, mentions in draft.passages:
        for bracket in _BRACKET.finditer(block.text) if len(mentions) > 1 else ():
            index = bisect_left(mentions, bracket.end(), key=_start)
            if not 0 < index < len(mentions):
                continue
            name, alias = mentions[index - 1 : index + 1]
            if name.end > bracket.start() or not (_is_one_drug(name) and _is_one_drug(alias)):
                continue
            if (
                name.sense.concept.id != alias.sense.concept.id
                and (opened := _OPENS.fullmatch(block.text, name.end, alias.start))
                and (opened["says"] or _are_of_two_kinds(name, alias))
                and _CLOSES.match(block.text, alias.end)
            ):
                yield _finding(Located(block, alias), name.sense.concept)


def _start(mention: Mention) -> int:
    return mention.start


def _are_of_two_kinds(name: Mention, alias: Mention) -> bool:
    """Whether one is Chinese and the other not, or one a code: two drugs may stand in a list."""
    one, other = name.sense.term, alias.sense.term
    return has_han(one.text) != has_han(other.text) or (one.status == "code") != (
        other.status == "code"
    )


def _in_tables(draft: Draft) -> Iterator[Finding]:
    """Rows of tables with a column of drugs and a column of their other names."""
    aligned, wrong = 0, []
    for names, aliases in rows(draft):
        named = [
            located.mention.sense.concept for located in names if _is_one_drug(located.mention)
        ]
        drugs = {concept.id: concept for concept in named}
        known = [located for located in aliases if _is_one_drug(located.mention)]
        if len(drugs) != 1 or not known:
            continue
        if any(located.mention.sense.concept.id in drugs for located in known):
            aligned += 1
        else:
            wrong += [(located, concept) for concept in drugs.values() for located in known]
    # Columns that never agree were not read rightly; then nothing is said of them.
    if aligned >= len(wrong) / 3:
        yield from (_finding(*pair) for pair in wrong)


def _is_one_drug(mention: Mention) -> bool:
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
