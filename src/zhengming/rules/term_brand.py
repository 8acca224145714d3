"""TERM006: brand and code names where a project wants generic names only."""

from __future__ import annotations

from collections.abc import Iterator

from zhengming.glossary.model import Term
from zhengming.rules.base import Draft, Finding, Located, Message, Rule

_NEAR = 20  # characters between a brand and the generic name that it explains


def _brands(draft: Draft) -> Iterator[Finding]:
    mentions = draft.mentions
    for index, located in enumerate(mentions):
        sense = located.mention.sense
        if len(located.mention.senses) > 1 or sense.term.status not in ("brand", "code"):
            continue
        chinese = sense.term.lang.startswith("zh") or sense.term.status == "code"
        generic = sense.concept.preferred("zh-CN" if chinese else "en")
        generic = generic or sense.concept.preferred("en")
        neighbours = mentions[max(index - 2, 0) : index + 3]
        if generic and not any(_explains(other, located) for other in neighbours):
            yield _finding(located, generic)


def _explains(other: Located, located: Located) -> bool:
    one, two = other.mention, located.mention
    return (
        other.block is located.block
        and one.sense.concept is two.sense.concept
        and one.sense.term.status not in ("brand", "code")
        and one.start - two.end >= -_NEAR
        and one.end - two.start <= _NEAR
    )


def _finding(located: Located, generic: Term) -> Finding:
    term = located.mention.sense.term
    kind, art = ("brand", "商品名") if term.status == "brand" else ("code", "研发代号")
    return Finding(
        "TERM006",
        "warning",
        located.span,
        Message(
            f'"{term.text}" is a {kind} name; the generic name is "{generic.text}"',
            f"“{term.text}”是{art}，通用名为“{generic.text}”",
        ),
        concept=located.mention.sense.concept.id,
    )


TERM006 = Rule(
    "TERM006",
    Message("a brand or code name in place of the generic one", "以商品名或代号代替通用名"),
    Message(
        "Off by default. ICMJE asks for generic names, with the brand at most in brackets behind; a "
        "code is for the time before there is a name. A generic name close by is enough. A brand is "
        "never rewritten: it may mean a formulation that the generic name does not tell.",
        "默认关闭。ICMJE要求使用通用名，商品名至多在括号内注明；代号仅用于尚无通用名之时。"
        "邻近有通用名即可。商品名可能特指某剂型，绝不改写。",
    ),
    _brands,
    failing=("患者口服博瑞纳。", "予PF-06463922治疗。"),
    passing=("患者口服洛拉替尼（商品名：博瑞纳）。", "洛拉替尼（PF-06463922）"),
    default=False,
)
