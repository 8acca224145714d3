"""CSL names as a BibTeX name list; Chinese names stay unspaced, organizations get braces."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from zhengming.references.exchange.bibtex_text import text
from zhengming.references.names import OTHERS, chinese_name, is_han

_SEPARATOR = re.compile(r"(?<!\S)and(?!\S)|,", re.IGNORECASE)


def name_list(names: Iterable[Mapping[str, str]]) -> str:
    """Write names joined by ``and``; a list cut short ends in ``and others``."""
    return " and ".join(_name(name) for name in names)


def _name(name: Mapping[str, str]) -> str:
    if name == OTHERS:
        return "others"
    if "literal" in name:
        return f"{{{text(name['literal'])}}}"
    family, given = name.get("family", ""), name.get("given", "")
    if is_han(family) and chinese_name(family + given) == name:
        return family + given
    if not given and family:
        return f"family={{{text(family)}}}" if " " in family else _shielded(family)
    particle = name.get("non-dropping-particle") or name.get("dropping-particle") or ""
    surname = " ".join(part for part in (particle, _shielded(family)) if part)
    parts = (surname, name.get("suffix", ""), _shielded(given))
    return ", ".join(part for part in parts if part)


def _shielded(part: str) -> str:
    """Brace a part in which BibTeX would see the end of a name."""
    written = text(part)
    return f"{{{written}}}" if _SEPARATOR.search(written) else written
