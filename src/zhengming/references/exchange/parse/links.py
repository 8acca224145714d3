"""What ends a printed reference: addresses, identifiers, and the day it was looked up."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from zhengming.references.exchange import dates, values
from zhengming.references.exchange.base import Item
from zhengming.references.exchange.parse.folding import fold

_URL = re.compile(
    r"((?:https?|ftp)://[^\s，。；、）】》]+|www\.[^\s，。；、）】》]+)", re.IGNORECASE
)
_DOI = re.compile(
    r"(?:\bdoi\s*[:：]?\s*|https?://(?:dx\.)?doi\.org/)(?=10\.\d{4,9}/)([^\s，。；、]+)|\b(10\.\d{4,9}/[^\s，。；、]+)",
    re.IGNORECASE,
)
_CSTR = re.compile(r"\bCSTR\s*[:：]\s*([^\s，。；、]+)", re.IGNORECASE)
_PMID = re.compile(r"\bPMID\s*[:：]?\s*(\d{1,8})", re.IGNORECASE)
_PMCID = re.compile(r"\b(?:PMCID\s*[:：]?\s*)?(PMC\d+)", re.IGNORECASE)
_PATTERNS = {"URL": _URL, "CSTR": _CSTR, "PMID": _PMID, "PMCID": _PMCID}
_LABEL = re.compile(
    r"\b(?:available\s+(?:from|at)|retrieved\s+from|accessed\s+at|URL|PubMed):?\s*$", re.IGNORECASE
)
_DATE = r"\d{4}(?:[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?)?)?"
_ACCESSED = re.compile(rf"\[\s*({_DATE})\s*\]\s*$")
_FULL_DATE = re.compile(r"\d{4}[-/.年]")


@dataclass(slots=True)
class Links:
    """The text before the first link, the links, and the text between and after them."""

    rest: str
    item: Item = field(default_factory=dict)
    after: str = ""


def cut_links(text: str) -> Links:
    """Take addresses, DOI, CSTR, PMID and PMCID out of a reference."""
    item: Item = {}
    taken = bytearray(len(text))

    def take(variable: str, value: str, start: int, end: int) -> None:
        item.setdefault(variable, value)
        taken[start:end] = b"1" * (end - start)

    for found in _DOI.finditer(text):
        value = values.trim_doi(found[1] or found[2])
        if found[1] or not _inside_url(text, found.start()):
            take("DOI", value, found.start(), found.start(found.lastindex or 0) + len(value))
    for variable, pattern in _PATTERNS.items():
        for found in pattern.finditer(text):
            if not taken[found.start()]:
                value = values.trim_doi(found[1])
                take(variable, value, found.start(), found.start(1) + len(value))
    pieces = _without(text, taken)
    return Links(pieces[0], item, " ".join(pieces[1:]))


def _inside_url(text: str, position: int) -> bool:
    """Say whether a bare DOI is the end of an address (``https://x.org/doi/10.1/y``)."""
    start = position
    while start > 0 and not text[start - 1].isspace() and position - start < 300:
        start -= 1
    return "://" in text[start:position]


def _without(text: str, taken: bytearray) -> list[str]:
    """Return the text before, between and after what was taken, labels and punctuation trimmed."""
    spans = [found.span() for found in re.finditer(b"1+", taken)]
    starts = [0, *(end for _, end in spans)]
    ends = [*(start for start, _ in spans), len(text)]
    pieces = [
        _LABEL.sub("", text[start:end]).strip(" ;；")
        for start, end in zip(starts, ends, strict=True)
    ]
    return [pieces[0], *(piece for piece in pieces[1:] if piece.strip(" .。,，"))]


def cut_accessed(text: str) -> tuple[str, dates.Date]:
    """Take ``[2013-11-12]`` off the end of a part; an estimated year ``[1936]`` stays."""
    plain = text.rstrip(" .。")
    found = _ACCESSED.search(fold(plain)[-40:])
    if not found or not _FULL_DATE.match(found[1]):
        return plain, {}
    start = len(plain) - len(plain[-40:]) + found.start()
    return plain[:start].rstrip(" .。"), dates.parse_date(found[1])
