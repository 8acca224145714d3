"""TERM011: drug names of another place than the one the text is written for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zhengming.glossary.evidence import proves
from zhengming.glossary.model import Term
from zhengming.rules.base import Draft, Finding, Message, Rule
from zhengming.rules.term import fix_for

_WANTED: Mapping[str, str] = {"zh-Hans": "zh-CN", "zh-TW": "zh-TW", "zh-HK": "zh-HK"}
_PLACES: Mapping[str, Message] = {
    "zh-CN": Message("on the mainland", "内地"),
    "zh-TW": Message("in Taiwan", "台湾地区"),
    "zh-HK": Message("in Hong Kong", "香港"),
}


def _elsewhere(draft: Draft) -> Iterator[Finding]:
    wanted = _WANTED.get(draft.script)
    if wanted is None:
        return
    for located in draft.mentions:
        senses = located.mention.senses
        concept, term = senses[0].concept, senses[0].term
        if term.lang == wanted or term.lang not in _PLACES or term.is_variant:
            continue
        better = concept.preferred(wanted)
        if better is None or better.lang != wanted or any(s.term.lang == wanted for s in senses):
            continue
        there, here = _PLACES[term.lang], _PLACES[wanted]
        fix = fix_for(located, better.text) if _is_converted(draft, term, better) else None
        yield Finding(
            "TERM011",
            "warning",
            located.span,
            Message(
                f'"{term.text}" is what {concept.label} is called {there.en}; '
                f'{here.en} it is "{better.text}"',
                f"“{term.text}”是{there.zh}名称，{here.zh}称“{better.text}”（{concept.label}）",
            ),
            fix,
            concept.id,
        )


def _is_converted(draft: Draft, term: Term, better: Term) -> bool:
    """Whether a text that is turned into Traditional Chinese takes the other name with it."""
    is_generic = term.status in ("preferred", "admitted")
    return draft.script != "zh-Hans" and is_generic and proves(term, better)


TERM011 = Rule(
    "TERM011",
    Message("the name a drug has in another place", "他地药名"),
    Message(
        "The mainland, Taiwan and Hong Kong approve different Chinese names for one drug. The target "
        "script (zh-Hans, zh-TW, zh-HK) says for whom the text is written. For zh-TW and zh-HK the "
        "fix is safe if documents show both names. In a Simplified text the name is told and not "
        "rewritten, since labels quoted from there must keep their words. Source: the authorities' "
        "own lists, as named in the glossary.",
        "内地、台湾、香港对同一药物核准的中文名不同。目标文字（zh-Hans、zh-TW、zh-HK）表明读者所在地。"
        "目标为zh-TW、zh-HK且两个名称均有文献时，修正是安全的。简体文本引用当地说明书应保留原词，"
        "故只提示不改写。来源：词库所列各地官方名录。",
    ),
    _elsewhere,
    failing=("使用阿特朱單抗治療。", "阿特朱單抗聯合貝伐珠單抗"),
    passing=("使用阿替利珠单抗治疗。", "阿替利珠单抗联合贝伐珠单抗"),
)
