"""Author lists as they are printed: ``王可，李明，等``, ``SODA M, CHOI Y L, et al``, organizations."""

from __future__ import annotations

import re

from zhengming.references.exchange.names import (
    SUFFIX,
    is_et_al,
    is_pinyin,
    parse_name,
    vancouver_name,
)
from zhengming.references.exchange.parse.folding import fold, has_cjk, stops, tidy
from zhengming.references.names import OTHERS, Name, chinese_name

_SEPARATOR = re.compile(r"\s*[,;，；、]\s*(?:and\s+|&\s*)?")
_AND = re.compile(r"\s+(?:and|&)\s+")
_FIRM = re.compile(r"(?:Inc|Ltd|LLC|Co|Corp|GmbH|AG|Pty Ltd|S\.?A)\.?", re.IGNORECASE)
_ET_AL = re.compile(r"\s*[,，]?\s*(等|et\s+al\.?)\s*$", re.IGNORECASE)
_UNIT = (
    r"(?:Department|Dept|Office|Bureau|Division|Institute|School|Faculty|Committee|Cent(?:er|re)|"
    r"Ministry|College|Section|Branch|Commission)"
)
_PART_OF_BODY = re.compile(rf"{_UNIT}\b|.*\b{_UNIT}$")
_SMALL_WORD = re.compile(r"[a-z]")
_LINKING = frozenset(("of", "the", "and", "for", "in", "on", "at", "de", "et", "la", "to", "&"))
_PINYIN = re.compile(r"[A-Z][a-z]+(?:-[A-Z]?[a-z]+)?|[A-Z]{2,}")
_YEAR = re.compile(r"\[?(\d{4})[a-z]?\]?")
_ROLE = re.compile(
    r"(?:主编|编著|主审|(?<=[\u3400-\u9fff]{2})[编著]|(?:,\s*)?(?:editors?|eds?|inventors?|assignees?)\.?)\s*$",
    re.IGNORECASE,
)


def split_names(text: str) -> list[Name]:
    """Make names of a printed list without its closing stop."""
    text = _ROLE.sub("", text.strip().rstrip(".,，;； "))
    cut_short = _ET_AL.search(text)
    if cut_short:
        text = text[: cut_short.start()]
    parts = [part for whole in _SEPARATOR.split(text) if whole.strip() for part in _couple(whole)]
    names: list[Name] = []
    for part in parts:
        plain = " ".join(part.split())
        if names and SUFFIX.fullmatch(plain) and "family" in names[-1]:
            names[-1] = {**names[-1], "suffix": plain}
        elif names and _FIRM.fullmatch(plain) and "literal" in names[-1]:
            stop = "" if plain.endswith(".") else "."  # the list's own stop, shared
            names[-1] = {"literal": f"{names[-1]['literal']}, {plain}{stop}"}
        else:
            names.append(printed_name(plain))
    known = [name for name in names if name and name != OTHERS]
    # “Shaw AT, et al; CROWN Investigators”: the list is cut short wherever it says so.
    return known + ([dict(OTHERS)] if cut_short or OTHERS in names else [])


def _couple(text: str) -> list[str]:
    """Cut ``Baker SK and Jackson ME``, but not ``Food and Drug Administration``."""
    parts = _AND.split(text)
    people = all(vancouver_name(part) or chinese_name(part) for part in parts)
    return parts if people else [text]


def printed_name(text: str) -> Name:
    """Make a name of one printed name; pinyin may be spelled out (``Yu Yang``, ``LI Jiangning``)."""
    if not has_cjk(text):
        text = fold(text)
    if is_et_al(text):
        return dict(OTHERS)
    if parsed := chinese_name(text) or vancouver_name(text):
        return _small_family(parsed)
    words = text.split()
    if len(words) == 2 and all(map(_PINYIN.fullmatch, words)) and is_pinyin(words[0]):
        return _small_family({"family": words[0], "given": words[1]})
    if "·" in text and has_cjk(text):
        return {"literal": text}
    return parse_name(text) if SUFFIX.fullmatch(text) is None else {}


def _small_family(name: Name) -> Name:
    """The 2015 edition prints families in capitals; ``DES MARAIS`` was ``Des Marais`` before."""
    family = name.get("family", "")
    if not family.isupper() or len(re.sub(r"[\W_]", "", family)) < 2 or has_cjk(family):
        return name
    return {**name, "family": _capitalized(family)}


def _capitalized(family: str) -> str:
    """Capitalize each part: ``WILLIAMS-ELLIS``, ``O'BRIEN``; ``MC…`` keeps no memory of its C."""
    return re.sub(r"[^\W\d_]+", lambda part: part[0][0] + part[0][1:].lower(), family)


def split_year(names: list[Name]) -> tuple[list[Name], str]:
    """Take the year off the end of an author-date list's authors (``Crane D, 1972a``)."""
    place = len(names) - (2 if names[-1:] == [OTHERS] else 1)
    found = _YEAR.fullmatch(names[place].get("literal", "")) if place >= 0 else None
    return (names[:place] + names[place + 1 :], found[1]) if found else (names, "")


def split_head(text: str) -> tuple[list[Name], str]:
    """Cut ``authors. title`` in two; a head that names no author is all title."""
    folded = fold(text)
    ends = list(stops(folded))
    ends = [end for end in ends if folded[end + 1 :].strip()]
    if not ends:
        return [], text
    end = ends[0]
    left = text[:end]
    if has_cjk(left) or "," in fold(left):
        return split_names(left), text[end + 1 :].strip()
    if _is_sentence(left):
        return [], text
    for later in ends[1:]:
        if not _PART_OF_BODY.fullmatch(text[end + 1 : later].strip()):
            break
        end = later
    if end != ends[0]:
        return [{"literal": tidy(text[:end])}], text[end + 1 :].strip()
    return split_names(left), text[end + 1 :].strip()


def _is_sentence(text: str) -> bool:
    """Say whether a Latin part is prose, not names: most of its words begin small."""
    words = [word for word in text.split() if word.lower() not in _LINKING]
    small = sum(_SMALL_WORD.match(word) is not None for word in words)
    return len(words) > 3 and small * 2 > len(words)
