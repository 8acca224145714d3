"""A person or body as CSL-JSON gives it, its particles told apart."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from .language import is_romanesque

_PARTS = {"family", "given"}
_FAMILY_PARTICLE = re.compile(r"[‘’'`ʿ]?[^\W\d_]+(?:\.[^\W\d_])?[.’']?(?:\s+|-)|[dl][’']")


@dataclass(frozen=True, slots=True)
class Person:
    """One name.

    Attributes:
        dropping: particle that goes with the given name (de in de La Fontaine).
        non_dropping: particle that stays with the family name (van in van Gogh).
        comma_suffix: print a comma before the suffix also in display order.
        romanesque: written with spaces, and inverted with a comma.
        static: keep family name first, whatever the style asks.
        suffix_separator: what stands before the suffix of an inverted name, if not the style's own.
        whole_given: never cut the given name down to initials.
    """

    family: str = ""
    given: str = ""
    dropping: str = ""
    non_dropping: str = ""
    suffix: str = ""
    literal: str = ""
    comma_suffix: bool = False
    static: bool = False
    romanesque: bool = True
    suffix_separator: str = ""
    whole_given: bool = False

    @property
    def is_literal(self) -> bool:
        """A body, or a name with no parts."""
        return bool(self.literal)

    @property
    def is_others(self) -> bool:
        """Stands last in a list that its source cut short, as BibTeX's ``and others`` does."""
        return self.literal == "others"


def parse_person(raw: Mapping[str, Any]) -> Person:
    """Read a CSL-JSON name, taking particles out of given and family names."""
    if raw.keys() == _PARTS and isinstance(raw["family"], str) and isinstance(raw["given"], str):
        return _parsed(raw["family"], raw["given"])  # most names, and the same ones again
    return _parse(raw)


@lru_cache(maxsize=16384)
def _parsed(family: str, given: str) -> Person:
    return _parse({"family": family, "given": given})


def _parse(raw: Mapping[str, Any]) -> Person:
    literal = _text(raw, "literal")
    family, given = _text(raw, "family"), _text(raw, "given")
    if literal or raw.get("isInstitution"):
        return Person(literal=literal or family, romanesque=is_romanesque(literal or family))
    dropping = _text(raw, "dropping-particle")
    non_dropping = _text(raw, "non-dropping-particle")
    suffix = _text(raw, "suffix")
    comma_suffix = bool(raw.get("comma-suffix"))
    if given and not suffix and "," in given:
        given, suffix, comma_suffix = _given_suffix(given)
    plain = " " not in family and " " not in given and family[:1].isupper()
    if family and not (plain or dropping or non_dropping) and raw.get("parse-names", True):
        family, given, dropping, non_dropping = _split_particles(family, given)
    return Person(
        _unquoted(family),
        given,
        dropping,
        non_dropping,
        suffix,
        "",
        comma_suffix,
        bool(raw.get("static-ordering")),
        is_romanesque(family + given),
        str(raw.get("suffix-separator") or ""),
        raw.get("initialize") is False,
    )


def _text(raw: Mapping[str, Any], key: str) -> str:
    value = raw.get(key)
    return "" if value is None else str(value).strip()


def _unquoted(family: str) -> str:
    """Take off the quotation marks that keep a family name whole."""
    if len(family) > 2 and family[0] == family[-1] == '"':
        return family[1:-1]
    return family


def _given_suffix(given: str) -> tuple[str, str, bool]:
    """Split ``John, Jr.`` and ``John,! III`` (with a comma also in display order)."""
    head, _, tail = given.partition(",")
    comma = tail.startswith("!")
    suffix = tail.removeprefix("!").strip()
    if not suffix or len(suffix.split()) > 1:
        return given, "", False
    return head.strip(), suffix, comma


def _particle(text: str) -> str:
    """Return a particle; a space after an apostrophe is kept, for it may be left out there."""
    bare = text.rstrip()
    return f"{bare} " if text != bare and bare.endswith(("'", "’")) else bare


def _split_particles(family: str, given: str) -> tuple[str, str, str, str]:
    dropping = non_dropping = ""
    words = given.split()
    count = 0
    while count < len(words) - 1 and words[-1 - count] == words[-1 - count].lower():
        count += 1
    if count and words[-1][0].isalpha():
        given, dropping = " ".join(words[:-count]), " ".join(words[-count:])
    at = 0
    while True:
        part = _FAMILY_PARTICLE.match(family, at)
        if part is None or part[0] != part[0].lower() or part.end() >= len(family):
            break
        at = part.end()
    if at:
        non_dropping, family = _particle(family[:at]), family[at:]
    return family, given, dropping, non_dropping
