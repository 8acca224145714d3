"""Short names that are a drug's where it is given: DNR, TAX, CF, TAM.

Elsewhere they mean other things (do not resuscitate, a trial, cystic fibrosis), and there they are
no names of the drug, or may be one (TAM).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from zhengming.glossary.forms import Sense
from zhengming.glossary.mention import Mention

_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_UNIT = "mg|g|[μµu]g|mcg|mL|iu|m?u|mmol|毫克|微克|克|毫升|(?:国际)?单位"
# 45 mg/m2, 1~1.5 g, 300万U, AUC 5; not 10 μg/ml, which is what a laboratory adds or measures.
_DOSE = (
    rf"(?:(?:{_NUMBER}\s*[~～–—-]\s*)?{_NUMBER}\s*[万亿]?\s*(?:{_UNIT})(?![A-Za-z\d])(?!\s*/\s*[mμd]?L\b)"
    r"|AUC\b)"
)
_HOW = "剂量|总量|每[日天次周]|静脉|静滴|静注|滴注|注射|口服|肌注|为|按"
_AMOUNT = re.compile(_DOSE, re.IGNORECASE)
_GIVEN = re.compile(rf"[\s（(）)：:，,=]{{0,3}}(?:{_HOW}){{0,3}}\s?{_DOSE}", re.IGNORECASE)
_SIGNS = r"[\s、，,；;+＋/（(）)]{0,4}"
_BESIDE = re.compile(f"{_SIGNS}(?:和|与|及|或|加|联合|合并)?{_SIGNS}")


def is_dose(text: str, at: int) -> bool:
    """Whether an amount of a drug stands at ``at``."""
    return _AMOUNT.match(text, at) is not None


def settle(passages: Sequence[tuple[str, list[Mention]]]) -> list[list[Mention]]:
    """The names in a document without those that do not stand in their setting.

    Args:
        passages: texts of the document, and the names in each, in order.
    """
    asking = [[i for i, mention in enumerate(found) if _asks(mention)] for _, found in passages]
    if not any(asking):
        return [found for _, found in passages]
    given = [
        _given(text, found, places) if places else set()
        for (text, found), places in zip(passages, asking, strict=True)
    ]
    # What is the drug once in a document is the drug in all of it.
    known = {
        _name(sense)
        for (_, found), here in zip(passages, given, strict=True)
        for place in here
        for sense in found[place].senses
        if _is_drug(sense) and sense.term.setting != "dose"
    }
    return [
        list(_settled(found, here, known)) for (_, found), here in zip(passages, given, strict=True)
    ]


def _asks(mention: Mention) -> bool:
    """Whether it has a setting, or may be a drug and something else."""
    senses = mention.senses
    if len(senses) == 1:
        return bool(senses[0].term.setting)
    return any(s.term.setting for s in senses) or len({*map(_is_drug, senses)}) > 1


def _given(text: str, found: Sequence[Mention], places: Sequence[int]) -> set[int]:
    """Those that a dose follows or, if that is enough, that stand beside a drug."""
    given = {place for place in places if _GIVEN.match(text, found[place].end)}
    rest = [
        place
        for place in places
        if place not in given
        and any(sense.term.setting != "dose" for sense in found[place].senses if _is_drug(sense))
    ]
    for order, step in ((rest, -1), (rest[::-1], 1)):  # TAX+CBP+DDP: from one to the next
        for place in order:
            if _is_beside_drug(text, found, place, place + step, given):
                given.add(place)
    return given


def _is_beside_drug(
    text: str, found: Sequence[Mention], place: int, other: int, given: set[int]
) -> bool:
    if not 0 <= other < len(found):
        return False
    drug = found[other]
    if (other not in given and _asks(drug)) or not any(map(_is_drug, drug.senses)):
        return False
    start, end = sorted((place, other))
    return _BESIDE.fullmatch(text, found[start].end, found[end].start) is not None


def _settled(
    found: Sequence[Mention], given: set[int], known: set[tuple[str, str]]
) -> Iterator[Mention]:
    for place, mention in enumerate(found):
        if _asks(mention):
            holds = place in given or not known.isdisjoint(map(_name, mention.senses))
            wanted = _is_drug if holds else _is_free
            senses = tuple(filter(wanted, mention.senses))
            if senses:
                yield replace(mention, senses=senses)
        else:
            yield mention


def _is_drug(sense: Sense) -> bool:
    return sense.concept.kind == "drug"


def _is_free(sense: Sense) -> bool:
    return not sense.term.setting


def _name(sense: Sense) -> tuple[str, str]:
    return sense.concept.id, sense.term.text
