"""One name in the order, form and dress that a style wants."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from .formatting import PLAIN, Formatting, joined_by
from .initials import initialize
from .language import has_no_italics
from .markup import parse_markup
from .nameoptions import NameOptions
from .person import Person
from .richtext import Node, Output
from .textcase import apply_case


@dataclass(frozen=True, slots=True)
class PartFormat:
    """How one part of a name is dressed.

    Attributes:
        case: its text case.
        fonts: its decorations alone.
        affixes: its prefix and suffix alone.
    """

    case: str = ""
    fonts: Formatting = PLAIN
    affixes: Formatting = PLAIN

    @classmethod
    def of(cls, formatting: Formatting | None) -> PartFormat:
        """Take a formatting apart."""
        if formatting is None or formatting == PLAIN:
            return _NO_FORMAT
        fonts = replace(formatting.without_affixes, text_case="")
        affixes = formatting.affixes
        return cls(
            formatting.text_case,
            PLAIN if fonts == PLAIN else fonts,
            PLAIN if affixes == PLAIN else affixes,
        )


_NO_FORMAT = PartFormat()


@dataclass(frozen=True, slots=True)
class NameFormats:
    """How the parts of a name are dressed; ``institution`` for bodies."""

    family: PartFormat = _NO_FORMAT
    given: PartFormat = _NO_FORMAT
    institution: PartFormat | None = None


Order = Literal["direct", "inverted", "family-first"]
"""Given name first; family name first with a separator; or with a mere space."""


def write_name(
    person: Person, options: NameOptions, formats: NameFormats, order: Order, level: int = 0
) -> Output:
    """Return one name.

    Args:
        person: whose.
        options: form, initials, separators and particles.
        formats: of its parts.
        order: of given and family name.
        level: of disambiguation: 0 none, 1 initials, 2 the full given name.
    """
    if person.is_literal:
        part = formats.family if formats.institution is None else formats.institution
        return _affixed([_dressed(person.literal, part)], part)
    if options.form == "short" and not level:
        return _short(person, formats)
    given = given_name(person, options, level)
    if not person.romanesque:
        return _east_asian(person, given, formats)
    if order == "family-first":
        return _spaced([_dressed(person.family, formats.family), _dressed(given, formats.given)])
    if order == "inverted":
        return _inverted(person, given, options, formats)
    return _direct(person, given, options, formats)


def given_name(person: Person, options: NameOptions, level: int) -> str:
    """Return the given name as initials or in full."""
    if options.initialize_with is None or level == 2 or person.whole_given:
        return person.given
    if not (person.romanesque and person.family):
        return person.given
    return initialize(
        person.given,
        options.initialize_with,
        hyphen=options.initialize_with_hyphen,
        shorten=options.initialize,
    )


def _dressed(text: str, part: PartFormat) -> Output:
    """Return a text in the case and fonts of a part, without its affixes."""
    if not text:
        return ""
    parts = parse_markup(text)
    if part.case:
        parts = apply_case(part.case, parts, "en")
    if part.fonts is PLAIN:
        return parts[0] if len(parts) == 1 else Node(parts)
    return Node(parts, part.fonts.upright if has_no_italics(text) else part.fonts)


def _affixed(parts: list[Output], part: PartFormat) -> Output:
    output = _spaced(parts)
    return output if part.affixes is PLAIN or output == "" else Node([output], part.affixes)


def _spaced(parts: list[Output]) -> Output:
    """Join parts by spaces, but not after an apostrophe or hyphen (d’Alembert, al-One)."""
    kept = [part for part in parts if part != ""]
    joined: list[Output] = []
    for part in kept:
        if joined and not _clings(joined[-1]):
            joined.append(" ")
        joined.append(part)
    if not joined:
        return ""
    return joined[0] if len(joined) == 1 else Node(joined)


def _clings(part: Output) -> bool:
    text = part if isinstance(part, str) else _last_text(part)
    return text.endswith(("’", "'", "-", "–", "\u00a0", " "))


def _last_text(node: Node) -> str:
    if node.formatting.suffix:
        return node.formatting.suffix
    last = node.children[-1] if node.children else ""
    return last if isinstance(last, str) else _last_text(last)


def _short(person: Person, formats: NameFormats) -> Output:
    family = _dressed(person.family or person.given, formats.family)
    if not person.romanesque:
        return _affixed([family], formats.family)
    return _affixed([_dressed(person.non_dropping, formats.family), family], formats.family)


def _east_asian(person: Person, given: str, formats: NameFormats) -> Output:
    parts = [
        _affixed([_dressed(person.family, formats.family)], formats.family),
        _affixed([_dressed(given, formats.given)], formats.given),
    ]
    return Node([part for part in parts if part != ""])


def _suffix(person: Person, options: NameOptions) -> str:
    """Return a suffix; a style that sets initials without stops sets Jr without one too."""
    mark = options.initialize_with
    return person.suffix if mark is None or "." in mark else person.suffix.replace(".", "")


def _direct(person: Person, given: str, options: NameOptions, formats: NameFormats) -> Output:
    family = [
        _dressed(person.dropping, formats.given),
        _dressed(person.non_dropping, formats.family),
        _dressed(person.family, formats.family),
    ]
    suffix = _suffix(person, options)
    if suffix and not person.comma_suffix:
        family.append(suffix)
    first = _affixed([_dressed(given, formats.given)], formats.given)
    name = _spaced([first, _affixed(family, formats.family)])
    if suffix and person.comma_suffix:
        return Node([name, ", ", suffix])
    return name


def _inverted(person: Person, given: str, options: NameOptions, formats: NameFormats) -> Output:
    particle = _dressed(person.non_dropping, formats.family)
    family: list[Output] = [_dressed(person.family, formats.family)]
    after: list[Output] = [
        _dressed(given, formats.given),
        _dressed(person.dropping, formats.given),
    ]
    if options.demote == "display-and-sort":
        after.append(particle)
    else:
        family.insert(0, particle)
    first = _affixed(family, formats.family)
    second = _affixed(after, formats.given)
    name = [part for part in (first, second) if part != ""]
    inverted = Node(name, joined_by(options.sort_separator))
    suffix = _suffix(person, options)
    if not suffix:
        return inverted
    return Node([inverted, person.suffix_separator or options.sort_separator, suffix])


def sort_name(person: Person, options: NameOptions) -> str:
    """Return a name as it is compared: particles before or after the family name."""
    if person.is_literal:
        return person.literal
    if not person.romanesque:
        return person.family if options.form == "short" else f"{person.family}{person.given}"
    short = options.form == "short"
    given = "" if short else given_name(person, options, 0)
    dropping, suffix = ("", "") if short else (person.dropping, person.suffix)
    if options.demote == "never":
        parts = (person.non_dropping, person.family, dropping, given, suffix)
    else:
        parts = (person.family, given, dropping, person.non_dropping, suffix)
    return " ".join(filter(None, parts))
