"""Short names that are a drug's where it is given: DNR, TAX, CF, TAM.

Elsewhere they mean other things (do not resuscitate, a trial, cystic fibrosis), and there they are
no names of the drug, or may be one (TAM).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from zhengming.glossary.forms import Sense
from zhengming.glossary.mention import Mention

# Gaps are short: what may be long between two parts makes a search of a page of blanks slow.
_GAP = r"\s{0,3}"
_NUMBER = r"\d[\d,]{0,9}(?:\.\d{1,4})?"
_UNIT = "mg|g|[μµu]g|mcg|mL|iu|m?u|mmol|毫克|微克|克|毫升|(?:国际)?单位"
# 45 mg/m2, 1~1.5 g, 300万U, AUC 5; not 10 μg/ml, which is what a laboratory adds or measures, nor
# AUC 0.9, which is a curve's.
_DOSE = (
    rf"(?:(?:{_NUMBER}{_GAP}[~～–—-]{_GAP})?{_NUMBER}{_GAP}[万亿]?{_GAP}(?:{_UNIT})(?![A-Za-z\d])"
    rf"(?!{_GAP}/{_GAP}[mμd]?L\b)|AUC{_GAP}[=＝]?{_GAP}[2-7](?:\.\d)?(?!\d))"
)
_HOW = "剂量|总量|每[日天次周]|静脉|静滴|静注|滴注|注射|口服|肌注|为|按"
_AMOUNT = re.compile(_DOSE, re.IGNORECASE)
_GIVEN = re.compile(rf"[\s（(）)：:，,=]{{0,3}}(?:{_HOW}){{0,3}}\s?{_DOSE}", re.IGNORECASE)
_SIGNS = r"[\s、，,；;+＋/（(）)“”‘’\"]{0,5}"
_BESIDE = re.compile(f"{_SIGNS}(?:和|与|及|或|加|联合|合并)?{_SIGNS}")
_OPENS = re.compile(r"\s?[（(]\s?")
_GOES_ON = re.compile(r"\s?[,，;；]\s?")


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
    others = {
        found[place].written
        for (text, found), places in zip(passages, asking, strict=True)
        for place in places
        if _is_short_for_another(text, found, place)
    }
    known = _Known(set(), set())
    given = [
        _given(text, found, [p for p in places if found[p].written not in others], known)
        for (text, found), places in zip(passages, asking, strict=True)
    ]
    return [
        list(_settled(found, {*places}, here, known)) if places else found
        for (_, found), places, here in zip(passages, asking, given, strict=True)
    ]


class _Known(NamedTuple):
    """Names of a document, and the drugs that they are somewhere in it.

    Attributes:
        explained: by another name of the drug.
        given: before a dose or beside a drug; elsewhere they may still be something else.
    """

    explained: set[tuple[str, str]]
    given: set[tuple[str, str]]


def _asks(mention: Mention) -> bool:
    """Whether it has a setting, or may be a drug and something else."""
    senses = mention.senses
    if len(senses) == 1:
        return bool(senses[0].term.setting)
    return any(s.term.setting for s in senses) or len({*map(_is_drug, senses)}) > 1


def _given(
    text: str, found: Sequence[Mention], places: Sequence[int], known: _Known
) -> dict[int, tuple[Sense, ...]]:
    """The drugs that those mean which are explained, or stand before a dose or beside a drug."""
    drugs = {place: tuple(filter(_is_drug, found[place].senses)) for place in places}
    given: dict[int, tuple[Sense, ...]] = {}
    for place in places:
        explained = _explained(text, found, place, drugs[place])
        if explained:
            known.explained.update(
                _name(sense) for sense in explained if sense.term.type == "abbreviation"
            )
            given[place] = explained
        elif drugs[place] and _GIVEN.match(text, found[place].end):
            given[place] = drugs[place]
    free = [
        place
        for place in places
        if place not in given and any(sense.term.setting != "dose" for sense in drugs[place])
    ]
    for order, step in ((free, -1), (free[::-1], 1)):  # TAX+CBP+DDP: from one to the next
        for place in order:
            if _is_beside_drug(text, found, place, place + step, given):
                given[place] = drugs[place]
    senses = [sense for senses in given.values() for sense in senses]
    known.given.update(_name(sense) for sense in senses if sense.term.setting != "dose")
    return given


def _explained(
    text: str, found: Sequence[Mention], place: int, drugs: tuple[Sense, ...]
) -> tuple[Sense, ...]:
    """What it means by another name of the same drug beside it: 卡培他滨(CAP)."""
    for other in (place - 1, place + 1):
        if 0 <= other < len(found) and not _asks(found[other]):
            named = {sense.concept.id for sense in found[other].senses}
            same = tuple(sense for sense in drugs if sense.concept.id in named)
            if same and _is_beside(text, found, place, other):
                return same
    return ()


def _is_short_for_another(text: str, found: Sequence[Mention], place: int) -> bool:
    """Whether a name before it explains it as another drug's: 雷公藤甲素(TPT)."""
    if not place or _asks(found[place - 1]):
        return False
    before = found[place - 1]
    if not _is_drug(before.sense) or before.sense.concept.id in {
        sense.concept.id for sense in found[place].senses
    }:
        return False
    if _OPENS.fullmatch(text, before.end, found[place].start):
        return True
    if place < 2 or not _GOES_ON.fullmatch(text, before.end, found[place].start):
        return False
    first = found[place - 2]  # 雷公藤甲素(triptolide, TPT)
    return (
        first.sense.concept.id == before.sense.concept.id
        and _OPENS.fullmatch(text, first.end, before.start) is not None
    )


def _is_beside_drug(
    text: str,
    found: Sequence[Mention],
    place: int,
    other: int,
    given: Mapping[int, tuple[Sense, ...]],
) -> bool:
    if not 0 <= other < len(found):
        return False
    drug = found[other]
    if (other not in given and _asks(drug)) or not any(map(_is_drug, drug.senses)):
        return False
    return _is_beside(text, found, place, other)


def _is_beside(text: str, found: Sequence[Mention], place: int, other: int) -> bool:
    start, end = sorted((place, other))
    return _BESIDE.fullmatch(text, found[start].end, found[end].start) is not None


def _settled(
    found: Sequence[Mention],
    asking: Collection[int],
    given: Mapping[int, tuple[Sense, ...]],
    known: _Known,
) -> Iterator[Mention]:
    for place, mention in enumerate(found):
        if place not in asking:
            yield mention
        elif senses := given.get(place) or _elsewhere(mention.senses, known):
            yield replace(mention, senses=senses)


def _elsewhere(senses: Sequence[Sense], known: _Known) -> tuple[Sense, ...]:
    """What a name means where it is not given."""
    explained = tuple(sense for sense in senses if _name(sense) in known.explained)
    if explained:
        return explained
    drugs = [sense for sense in senses if _name(sense) in known.given]
    return (*drugs, *(sense for sense in senses if not sense.term.setting and sense not in drugs))


def _is_drug(sense: Sense) -> bool:
    return sense.concept.kind == "drug"


def _name(sense: Sense) -> tuple[str, str]:
    return sense.concept.id, sense.term.text
