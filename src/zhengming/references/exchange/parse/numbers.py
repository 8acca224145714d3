"""Numbers that GB/T 7714 prints as part of a title: of standards, patents, reports, volumes."""

from __future__ import annotations

import re

from zhengming.references.exchange.parse.folding import fold

_STANDARD = re.compile(
    r"(?:GB|ISO|IEC|IEEE|[A-Z]{2,6})(?:/[A-Z]{1,6})*\s*[A-Z]{0,2}[\d.][\w./:()—–-]*"
)
_STANDARD_FIRST = re.compile(
    r"(?P<number>[A-Z]{2,6}(?:/[A-Z]{1,6})*\s+(?:[A-Z]-?)?\d[^\s]*)\s+(?P<title>\S.*)"
)
_REPORT = re.compile(r"(?=[^:]*\d)[A-Z0-9][A-Za-z0-9./_ -]{3,40}")
_DOCUMENT = re.compile(r"(?=.*\d)(?:[A-Z0-9][A-Za-z0-9./_-]{3,40}|.{1,12}\[\d{4}\]\s*\d+\s*号)")
_PATENT = re.compile(r"(?=.*\d)[A-Z]{0,2}[\s\d][\w.\s/-]{3,30}")
_TAILS = {"P": _PATENT, "R": _REPORT, "A": _DOCUMENT}
_VOLUME = re.compile(
    r"(?:第\s*(?P<number>\d+)\s*卷|v(?:ol)?\.\s*(?P<western>\d+)|제\s*(?P<korean>\d+)\s*권)"
    r"|(?P<named>第?[\d一二三四五六七八九十\s]+[卷册辑部]|[上中下][卷册]?|[^\s:]{1,7}(?:\s?年)?卷)",
    re.IGNORECASE,
)
_PART_TITLE = re.compile(r"(?P<volume>第\s*[\d一二三四五六七八九十]+\s*[卷册辑])\s+(?P<title>\S.*)")
_EDITION_NUMBER = re.compile(r"第?\s*(\d+)\s*(?:版|(?:st|nd|rd|th)\b.*)", re.IGNORECASE)
_STANDARD_YEAR = re.compile(r"[-—–:](\d{4})(?:\([a-z]{2}\))?$")


def split_number(title: str, kind: str) -> tuple[str, str]:
    """Return the title and the number printed with it, for standards, patents, reports, documents."""
    folded = fold(title)
    if kind == "S" and (found := _STANDARD_FIRST.fullmatch(folded)):
        return title[found.start("title") :], title[: found.end("number")]
    cut = folded.rfind(": ")
    cut = cut if cut >= 0 else folded.rfind(":")
    if kind == "S":
        # ISO 15836:2009 has a colon of its own.
        for position in (folded.find(":"), folded.rfind(": "), cut):
            if position >= 0 and _STANDARD.fullmatch(folded[position + 1 :].strip()):
                return title[:position], title[position + 1 :].strip()
        return title, ""
    tail = folded[cut + 1 :].strip()
    if cut < 0 or not _TAILS[kind].fullmatch(tail):
        return title, ""
    return title[:cut], title[cut + 1 :].strip()


def edition_number(text: str) -> str:
    """``2 版`` and ``2nd ed`` are the number that CSL wants; anything else stays as printed."""
    plain = " ".join(fold(text).split())
    found = _EDITION_NUMBER.fullmatch(plain)
    return found[1] if found and not plain.startswith("20") else plain


def standard_year(number: str) -> str:
    """Return the year that a standard's number ends in (``GB/T 3792—2021``), if it does."""
    found = _STANDARD_YEAR.search(number)
    return found[1] if found else ""


def split_volume(title: str) -> tuple[str, str]:
    """Return the title and the volume printed after it: ``三松堂全集：第 4 卷``, ``…: v.1``.

    Only a plain 第 N 卷 is the number N, for that is how the number will be printed again.
    """
    folded = fold(title)
    cut = folded.rfind(":")
    found = _VOLUME.fullmatch(folded[cut + 1 :].strip()) if cut > 0 else None
    if not found:
        return title, ""
    number = found["number"] or found["western"] or found["korean"]
    return title[:cut], number or re.sub(r"\s+", "", found["named"])


def split_series(title: str) -> tuple[str, str, str]:
    """Return title, series and volume of ``中国科学技术史：第二卷　科学思想史``."""
    cut = fold(title).rfind(":")
    found = _PART_TITLE.fullmatch(fold(title[cut + 1 :]).strip()) if cut > 0 else None
    if not found:
        return title, "", ""
    number = _VOLUME.fullmatch(found["volume"])
    plain = (number["number"] or re.sub(r"\s+", "", found["volume"])) if number else ""
    return found["title"], title[:cut], plain
