"""One name in the order, form and dress that a style wants."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .formatting import PLAIN, Formatting
from .initials import initialize
from .markup import parse_markup
from .nameoptions import NameOptions
from .person import Person
from .richtext import Node, Output
from .textcase import apply_case


@dataclass(frozen=True, slots=True)
class NameFormats:
    """How the parts of a name are dressed; ``institution`` for bodies."""

    family: Formatting = PLAIN
    given: Formatting = PLAIN
    institution: Formatting | None = None


def write_name(
    person: Person, options: NameOptions, formats: NameFormats, *, inverted: bool, level: int = 0
) -> Output:
    """Return one name.

    Args:
        person: whose.
        options: form, initials, separators and particles.
        formats: of its parts.
        inverted: family name first.
        level: of disambiguation: 0 none, 1 initials, 2 the full given name.
    """
    if person.is_literal:
        formatting = formats.family if formats.institution is None else formats.institution
        return _dressed(person.literal, formatting)
    form = options.form
    if form == "short" and level:
        form = "long"
    if form == "short":
        return _short(person, formats)
    given = given_name(person, options, level)
    if not person.romanesque:
        return _east_asian(person, given, formats)
    if person.static:
        return _spaced([_dressed(person.family, formats.family), _dressed(given, formats.given)])
    if inverted:
        return _inverted(person, given, options, formats)
    return _direct(person, given, options, formats)


def given_name(person: Person, options: NameOptions, level: int) -> str:
    """Return the given name as initials or in full."""
    if options.initialize_with is None or level == 2 or not (person.romanesque and person.family):
        return person.given
    return initialize(
        person.given,
        options.initialize_with,
        hyphen=options.initialize_with_hyphen,
        shorten=options.initialize,
    )


def _dressed(text: str, formatting: Formatting) -> Output:
    if not text:
        return ""
    parts = parse_markup(text)
    if formatting.text_case:
        parts = apply_case(formatting.text_case, parts, "en")
    bare = replace(formatting, text_case="")
    if bare == PLAIN:
        return parts[0] if len(parts) == 1 else Node(parts)
    return Node(parts, bare)


def _affixed(parts: list[Output], formatting: Formatting) -> Output:
    affixes = formatting.affixes
    output = _spaced(parts)
    return output if affixes == PLAIN or output == "" else Node([output], affixes)


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
    bare = formats.family.without_affixes
    if not person.romanesque:
        return _dressed(person.family or person.given, formats.family)
    parts = [_dressed(person.non_dropping, bare), _dressed(person.family or person.given, bare)]
    return _affixed(parts, formats.family)


def _east_asian(person: Person, given: str, formats: NameFormats) -> Output:
    parts = [_dressed(person.family, formats.family), _dressed(given, formats.given)]
    kept = [part for part in parts if part != ""]
    return Node(kept)


def _suffix(person: Person, options: NameOptions) -> str:
    """Return a suffix; a style that sets initials without stops sets Jr without one too."""
    mark = options.initialize_with
    return person.suffix if mark is None or "." in mark else person.suffix.replace(".", "")


def _direct(person: Person, given: str, options: NameOptions, formats: NameFormats) -> Output:
    bare_family, bare_given = formats.family.without_affixes, formats.given.without_affixes
    family = [
        _dressed(person.dropping, bare_given),
        _dressed(person.non_dropping, bare_family),
        _dressed(person.family, bare_family),
    ]
    suffix = _suffix(person, options)
    if suffix and not person.comma_suffix:
        family.append(suffix)
    name = _spaced(
        [_affixed([_dressed(given, bare_given)], formats.given), _affixed(family, formats.family)]
    )
    if suffix and person.comma_suffix:
        return Node([name, ", ", suffix])
    return name


def _inverted(person: Person, given: str, options: NameOptions, formats: NameFormats) -> Output:
    bare_family, bare_given = formats.family.without_affixes, formats.given.without_affixes
    particle = _dressed(person.non_dropping, bare_family)
    family: list[Output] = [_dressed(person.family, bare_family)]
    after: list[Output] = [_dressed(given, bare_given), _dressed(person.dropping, bare_given)]
    if options.demote == "display-and-sort":
        after.append(particle)
    else:
        family.insert(0, particle)
    first = _affixed(family, formats.family)
    second = _affixed(after, formats.given)
    parts = [part for part in (first, second, _suffix(person, options)) if part != ""]
    return Node(parts, Formatting(delimiter=options.sort_separator))


def sort_name(person: Person, options: NameOptions) -> str:
    """Return a name as it is compared: particles before or after the family name."""
    if person.is_literal:
        return person.literal
    family = person.family
    given = " ".join(filter(None, (person.dropping, given_name(person, options, 0))))
    if options.form == "short":
        given = ""
    if options.demote == "never":
        family = " ".join(filter(None, (person.non_dropping, family)))
    else:
        given = " ".join(filter(None, (given, person.non_dropping))) if given else given
    return " ".join(filter(None, (family, given, person.suffix)))
