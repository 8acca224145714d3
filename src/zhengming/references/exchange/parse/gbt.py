"""One entry of a GB/T 7714 list (2005, 2015 or 2025, either width of punctuation)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from zhengming.references.exchange import dates
from zhengming.references.exchange.base import Item, compact
from zhengming.references.exchange.parse.folding import fold, stops, tidy
from zhengming.references.exchange.parse.links import cut_accessed, cut_links
from zhengming.references.exchange.parse.numbers import (
    edition_number,
    split_number,
    split_series,
    split_volume,
    standard_year,
)
from zhengming.references.exchange.parse.people import split_head, split_names, split_year
from zhengming.references.exchange.parse.publication import journal, monograph, newspaper

MARKER = re.compile(
    r"\[\s*(?P<kind>M|C|G|N|J|D|R|S|P|DB|CP|EB|A|CM|DS|PP|Z|K)\s*(?:/\s*(?P<medium>OL|CD|MT|DK)\s*)?\](?![\w(])",
    re.IGNORECASE,
)
# A bracketed letter inside a title is followed by more of it: “Vitamin [D] levels”.
_CLEAR_MARKER = re.compile(rf"{MARKER.pattern}(?=\s*(?:[.,/]|$))", re.IGNORECASE)
_SEE = re.compile(r"^[\s.．。,，/]*(?:(?:见|In|载)\s*[:：]\s*)?", re.IGNORECASE)
_TYPES = {
    "M": "book", "C": "book", "G": "book", "N": "article-newspaper", "J": "article-journal",
    "D": "thesis", "R": "report", "S": "standard", "P": "patent", "DB": "dataset", "CP": "software",
    "EB": "webpage", "A": "collection", "CM": "map", "DS": "dataset", "PP": "article",
    "Z": "document", "K": "book",
}  # fmt: skip
_PARTS = {"C": "paper-conference", "M": "chapter", "G": "chapter", "K": "entry-encyclopedia"}
_NUMBERED = frozenset(("S", "P", "R", "A"))
_UPDATED = re.compile(r"\(\s*(\d{4}(?:[-/.]\d{1,2}(?:[-/.]\d{1,2})?)?)\s*\)\s*$")
_TRANSLATED = re.compile(r"(?P<names>.+?)\s*[,，]?\s*(?:编译|译著|译注|译|[Tt]rans)\.?", re.DOTALL)
_EDITION = re.compile(
    r"(?:第?\s*[\d一二三四五六七八九十]+\s*版|新\s*\d*\s*版|.{0,8}(?:修订|增订|影印|校订|刻|抄|铅印)(?:版|本)"
    r"|\d{4}\s*年?版|\d+\s*(?:st|nd|rd|th)\s+ed(?:ition)?|(?:Rev|New|Enl)\.?\s+ed(?:ition)?)\.?",
    re.IGNORECASE,
)
_EDITION_PREFIX = re.compile(rf"\s*(?P<edition>{_EDITION.pattern})\s*[.。．]\s*", re.IGNORECASE)
_VERSION = re.compile(r"\s*V(?:er(?:sion)?\.?)?\s*(?P<version>\d[\w.]*?)\s*\.\s+", re.IGNORECASE)
_SIZE = re.compile(r"(?:^|\.)\s*(\d+(?:\.\d+)?\s*[cm]m\s*[×xX*]\s*\d+(?:\.\d+)?\s*[cm]m)\s*$")
_SCALE = re.compile(r"[.。．]?\s*(1\s*[:：]\s*[\d ]+万?)\s*$")
_SERIAL = re.compile(r"\d{4}(?:,\s*\d|\(\d|-)")


@dataclass(slots=True)
class Parsed:
    """One entry read: its item and the pieces of text that found no place in it."""

    item: Item
    left: list[str] = field(default_factory=list)


def parse(text: str) -> Parsed | None:
    """Read an entry without its number; None where it has no type marker such as ``[J/OL]``."""
    folded = fold(text)
    marker = _CLEAR_MARKER.search(folded) or MARKER.search(folded)
    if marker is None or not text[: marker.start()].strip():
        return None
    kind, source = marker["kind"].upper(), text[marker.end() :]
    second = MARKER.search(folded, marker.end()) if kind == "A" else None
    if second and second["kind"].upper() in _PARTS:
        # Before 2005: “part[A]. editor. whole[C]. place: …”.
        kind = second["kind"].upper()
        host = _SEE.sub("", text[marker.end() : second.start()])
        source = f"//{host}{text[second.end() :]}"
    links = cut_links(source)
    source, accessed = cut_accessed(links.rest)
    authors, title = split_head(text[: marker.start()].strip())
    authors, year = split_year(authors)
    parsed = Parsed({"type": _TYPES[kind], "author": authors})
    if kind in ("C", "G"):
        parsed.item["mark"] = kind
    if year:
        parsed.item["issued"] = dates.parse_date(year)
    parsed.item |= _titled(title, kind)
    parsed.item |= {**links.item, "accessed": accessed}
    if marker["medium"] and not {"URL", "DOI"} & set(links.item):
        parsed.item["medium"] = marker["medium"].upper()
    _source(parsed, source.lstrip(" .。．,"), kind)
    parsed.left.append(links.after)
    parsed.item = compact(parsed.item)
    parsed.left = [piece for piece in parsed.left if piece.strip(" .,:;，。：；")]
    return parsed


def _titled(title: str, kind: str) -> Item:
    """Take the number, volume or scale off a title that GB/T prints with it."""
    item: Item = {}
    if kind == "CM" and (found := _SCALE.search(title)):
        item["scale"] = fold(found[1])
        title = title[: found.start()]
    if kind in _NUMBERED:
        title, item["number"] = split_number(title, kind)
        if kind == "S" and (year := standard_year(item["number"])):
            item["issued"] = dates.parse_date(year)
    elif kind in ("M", "C", "G", "CM", "K"):
        title, series, volume = split_series(title)
        if series:
            item |= {"collection-title": tidy(series), "volume": volume}
        else:
            title, item["volume"] = split_volume(title)
    return {"title": tidy(title), **item}


def _source(parsed: Parsed, source: str, kind: str) -> None:
    """Read what stands between the marker and the links."""
    before, host = _host(source)
    source = _translators(parsed, before) if host is None else host
    if host is not None:
        _translators(parsed, before)
        source = _hosted(parsed, host, kind)
    source = _editions(parsed, source)
    if kind == "CM" and (found := _SIZE.search(source)):
        parsed.item["dimensions"] = found[1]
        source = source[: found.start()].rstrip(" .")
    if kind == "J" and _SERIAL.match(fold(source)):
        _serial(parsed, source)
        return
    if kind in ("J", "N") and host is None:
        item, left = (journal if kind == "J" else newspaper)(source)
    else:
        item, left = _issued_source(source)
    parsed.item |= {key: value for key, value in item.items() if value}
    parsed.left.append(left)


def _issued_source(source: str) -> tuple[Item, str]:
    """``(2012-05-03)`` after or without ``place: publisher, year``."""
    found = _UPDATED.search(fold(source))
    if not found:
        return monograph(source)
    item, left = monograph(source[: found.start()].rstrip(" ."))
    return {**item, "issued": dates.parse_date(found[1])}, left


def _host(source: str) -> tuple[str, str | None]:
    """Cut at the ``//`` that introduces the host of a part."""
    folded = fold(source)
    found = re.search(r"(?<![:/])//(?!/)", folded)
    if not found:
        return source, None
    return source[: found.start()], source[found.end() :].strip()


def _hosted(parsed: Parsed, host: str, kind: str) -> str:
    """Read the host's authors, title and edition; return its publication part."""
    parsed.item["type"] = _PARTS.get(kind, parsed.item["type"])
    parsed.item.pop("mark", None)
    folded = fold(host)
    ends = [end for end in stops(folded) if folded[end + 1 :].strip()]
    parts, start = [], 0
    for end in ends:
        parts.append((start, end))
        start = end + 1
    heads = [host[first:last].strip() for first, last in parts]
    published = host[start:].strip()
    while heads and _EDITION.fullmatch(fold(heads[-1]).strip()):
        parsed.item["edition"] = edition_number(heads.pop())
    if not heads:
        item, left = monograph(published)
        title = item.pop("publisher", "")
        place = item.pop("publisher-place", "")
        parsed.item["container-title"] = tidy(f"{place}：{title}" if place else title)
        parsed.item |= item
        parsed.left.append(left)
        return ""
    title = heads.pop()
    if heads:
        parsed.item["editor"] = split_names(". ".join(heads))
    container, volume = split_volume(title)
    parsed.item["container-title"] = tidy(container)
    if volume:
        parsed.item["volume"] = volume
    return published


def _translators(parsed: Parsed, source: str) -> str:
    """Take ``徐超，译.`` or ``Smith J, trans.`` off the front."""
    folded = fold(source)
    end = next((end for end in stops(folded)), len(source))
    found = _TRANSLATED.fullmatch(source[:end].strip())
    if not found:
        return source
    parsed.item["translator"] = split_names(found["names"])
    return source[end + 1 :].strip()


def _editions(parsed: Parsed, source: str) -> str:
    """Take edition and version off the front."""
    if found := _VERSION.match(fold(source)):
        parsed.item["version"] = found["version"]
        source = source[found.end() :]
    if found := _EDITION_PREFIX.match(fold(source) + "."):
        parsed.item["edition"] = edition_number(
            source[found.start("edition") : found.end("edition")]
        )
        source = source[found.end() :]
    return source


def _serial(parsed: Parsed, source: str) -> None:
    """A journal as a whole: ``1984，1（1）—. 武汉：…，1984—``."""
    parsed.item["type"] = "periodical"
    end = next(stops(fold(source)), len(source))
    parsed.item["volume"] = " ".join(source[:end].split())
    place, _, publisher = fold(source[end + 1 :]).partition(":")
    name, _, years = publisher.rpartition(",")
    parsed.item["publisher-place"], parsed.item["publisher"] = tidy(place), tidy(name)
    first, _, last = years.strip(" .").replace("—", "-").partition("-")
    if last.strip().isdigit() and first.strip().isdigit():
        parsed.item["issued"] = {"date-parts": [[int(first)], [int(last)]]}
    else:
        parsed.item["issued"] = {"literal": f"{first.strip()}-"}  # it runs on
