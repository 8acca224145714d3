"""The options of ``<name>``, inherited from style, area and ``<names>``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .formatting import PLAIN, Formatting
from .locale import Locale


@dataclass(frozen=True, slots=True)
class NameOptions:
    """How a list of names is printed; all limits 0 when there is none.

    Attributes:
        bodies_precede_last: ``delimiter-precedes-last`` where the last name is a body's: what
            style and area say, for ``<name>`` speaks of persons.
        sort_order: ``name-as-sort-order``: empty, ``first`` or ``all``.
        demote: ``demote-non-dropping-particle``.
        formatting: of each name as a whole.
        initialize_with: what follows initials, None to print given names in full.
    """

    and_term: str = ""
    delimiter: str = ", "
    precedes_et_al: str = "contextual"
    precedes_last: str = "contextual"
    bodies_precede_last: str = "contextual"
    et_al_min: int = 0
    et_al_use_first: int | None = None
    et_al_use_last: bool = False
    subsequent_min: int = 0
    subsequent_use_first: int | None = None
    form: str = "long"
    initialize: bool = True
    initialize_with: str | None = None
    initialize_with_hyphen: bool = True
    sort_order: str = ""
    sort_separator: str = ", "
    demote: str = "display-and-sort"
    formatting: Formatting = PLAIN


def resolve(
    locale: Locale,
    style: Mapping[str, str],
    formatting: Formatting,
    inherited: Mapping[str, str],
    *levels: Mapping[str, str],
) -> NameOptions:
    """Merge the attributes of all levels, the innermost last, into options.

    ``style`` holds the style's global options, ``inherited`` the name options of style and area.
    """
    merged = dict(inherited)
    for level in levels:
        merged.update(level)

    def number(key: str) -> int | None:
        value = merged.get(key, "")
        return int(value) if value.isdecimal() and len(value) < 7 else None

    minimum = number("et-al-min") or 0
    use_first = number("et-al-use-first")
    subsequent_first = number("et-al-subsequent-use-first")
    and_form = merged.get("and", "")
    term = ""
    if and_form == "text":
        term = locale.term("and") or ""
    elif and_form == "symbol":
        term = locale.term("and", "symbol") or "&"
    return NameOptions(
        and_term=term,
        delimiter=merged.get("delimiter", ", "),
        precedes_et_al=merged.get("delimiter-precedes-et-al", "contextual"),
        precedes_last=merged.get("delimiter-precedes-last", "contextual"),
        bodies_precede_last=inherited.get("delimiter-precedes-last", "contextual"),
        et_al_min=minimum,
        et_al_use_first=use_first,
        et_al_use_last=merged.get("et-al-use-last") == "true",
        subsequent_min=number("et-al-subsequent-min") or minimum,
        subsequent_use_first=use_first if subsequent_first is None else subsequent_first,
        form=merged.get("form", "long"),
        initialize=merged.get("initialize", "true") != "false",
        initialize_with=merged.get("initialize-with"),
        initialize_with_hyphen=style.get("initialize-with-hyphen", "true") != "false",
        sort_order=merged.get("name-as-sort-order", ""),
        sort_separator=merged.get("sort-separator", ", "),
        formatting=formatting,
        demote=style.get("demote-non-dropping-particle", "display-and-sort"),
    )
