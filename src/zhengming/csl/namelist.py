"""Lists of names: delimiters, the last “and”, et al."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .formatting import PLAIN, Formatting
from .language import ends_romanesque, has_no_italics, starts_romanesque
from .markup import parse_markup
from .nameoptions import NameOptions
from .nameparts import NameFormats, Order, write_name
from .person import Person
from .richtext import Node, Output


@dataclass(frozen=True, slots=True)
class EtAl:
    """The words that stand for the names left out, and their format."""

    words: str
    formatting: Formatting = PLAIN


def shown_count(
    persons: Sequence[Person], options: NameOptions, *, subsequent: bool, least: int
) -> int:
    """Return how many of a list of names to show; ``least`` comes from disambiguation.

    Where the last name follows an ellipsis, at least one is always left out between.
    """
    total = len(persons)
    known = total - (total > 1 and persons[-1].is_others)
    minimum = options.subsequent_min if subsequent else options.et_al_min
    first = options.subsequent_use_first if subsequent else options.et_al_use_first
    if not minimum or first is None or total < minimum:
        return known
    if options.et_al_use_last:
        least = min(least, minimum - 2)
    return min(known, max(first, least))


def write_list(
    persons: Sequence[Person],
    shown: int,
    options: NameOptions,
    formats: NameFormats,
    et_al: EtAl,
    levels: Sequence[int] = (),
    *,
    family_first: bool = False,
) -> Node | None:
    """Return the names shown, joined, with et al. when some are left out.

    Args:
        persons: all of them.
        shown: how many to print.
        options: how they are joined.
        formats: how the parts of each are dressed.
        et_al: what stands for the rest.
        levels: of disambiguation, one for each name.
        family_first: the language of the item puts family names first, foreign ones too.
    """
    if shown <= 0:
        return None
    names = [
        _name(person, index, options, formats, levels, family_first)
        for index, person in enumerate(persons[:shown])
    ]
    inverted = [
        _is_inverted(person, index, options) for index, person in enumerate(persons[:shown])
    ]
    if shown >= len(persons):
        return Node(_joined(names, persons, inverted, options))
    out = _plainly(names, options.delimiter)
    if options.et_al_use_last and not persons[-1].is_others and shown <= len(persons) - 2:
        last = _name(persons[-1], len(persons) - 1, options, formats, levels, family_first)
        return Node([*out, f"{options.delimiter}… ", last])
    if et_al.words:
        out.extend(_et_al(et_al, shown, inverted[shown - 1], options))
    return Node(out)


def _name(
    person: Person,
    index: int,
    options: NameOptions,
    formats: NameFormats,
    levels: Sequence[int],
    family_first: bool,
) -> Output:
    level = levels[index] if index < len(levels) else 0
    order: Order = "direct"
    if family_first or person.static:
        order = "family-first"
    elif _inverts(index, options):
        order = "inverted"
    name = write_name(person, options, formats, order, level)
    own = options.formatting
    formatting = own.without_affixes if person.is_literal else own
    return Node([name], formatting, role="name", data=person)


def _inverts(index: int, options: NameOptions) -> bool:
    return options.sort_order == "all" or (options.sort_order == "first" and index == 0)


def _is_inverted(person: Person, index: int, options: NameOptions) -> bool:
    return (
        _inverts(index, options)
        and not person.is_literal
        and person.romanesque
        and options.form == "long"
    )


def _plainly(names: list[Output], delimiter: str) -> list[Output]:
    out: list[Output] = []
    for name in names:
        if out:
            out.append(delimiter)
        out.append(name)
    return out


def _joined(
    names: list[Output], persons: Sequence[Person], inverted: list[bool], options: NameOptions
) -> list[Output]:
    if len(names) < 2 or not options.and_term:
        return _plainly(names, options.delimiter)
    out = _plainly(names[:-1], options.delimiter)
    term = options.and_term
    roman = starts_romanesque(term)
    body = persons[-1].is_literal
    rule = options.bodies_precede_last if body else options.precedes_last
    delimited = _delimited(rule, len(names) > 2, inverted[len(names) - 2])
    before = " " if roman else ""
    if delimited and (roman or rule != "contextual"):
        before = options.delimiter
    after = " " if ends_romanesque(term) else ""
    return [*out, before, f"{term}{after}", names[-1]]


def _delimited(rule: str, several: bool, inverted: bool) -> bool:
    """Tell whether the delimiter stands before the last “and” or before et al."""
    if rule == "always":
        return True
    if rule == "after-inverted-name":
        return inverted
    return rule == "contextual" and several


def _et_al(et_al: EtAl, shown: int, inverted: bool, options: NameOptions) -> list[Output]:
    roman = starts_romanesque(et_al.words)
    formatting = et_al.formatting
    words = Node(
        parse_markup(et_al.words), formatting.upright if has_no_italics(et_al.words) else formatting
    )
    before = " " if roman else ""
    if _delimited(options.precedes_et_al, shown > 1, inverted):
        before = options.delimiter
    if words.formatting is PLAIN and isinstance(words.children[0], str):
        return [before + words.children[0]]
    return [before, words]
