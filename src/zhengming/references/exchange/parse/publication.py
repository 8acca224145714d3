"""The publication part of a printed reference: journal and issue, or place, publisher and year."""

from __future__ import annotations

import re

from zhengming.references.exchange import dates, values
from zhengming.references.exchange.base import Item
from zhengming.references.exchange.parse.folding import fold, tidy

_DATE = r"c?\d{4}(?:[-/.]\d{1,2}(?:[-/.]\d{1,2})?)?(?!\d)"
# The comma before a year; the year itself may be estimated, a copyright's, or an era's.
_YEAR = re.compile(rf"(?:^|,)\s*(?=\[?{_DATE})")
_DATED = re.compile(
    rf"(?P<date>\[\d{{4}}\]|{_DATE})\s*(?P<era>年|印刷|\([^()]{{1,40}}\)(?=\s*(?:[:,]|$)))?\s*(?P<rest>.*)",
    re.DOTALL,
)
_DATED_ISSUE = re.compile(rf"(?P<date>\[\d{{4}}\]|{_DATE})\s*年?(?P<rest>.*)", re.DOTALL)
_ISSUE = re.compile(
    r"\s*(?:,\s*(?P<volume>[^,:()]{1,30}?))?\s*(?:\((?P<issue>[^()]{0,40})\))?\s*(?::\s*(?P<pages>.*))?"
)
_UNDATED = re.compile(
    r"(?:,\s?(?P<volume>\d{1,4}))?(?:\((?P<issue>[^()]{1,20})\))?(?::\s?(?P<pages>[\w.,+ -]{1,40}))?$"
)
_PAGES = re.compile(r"\s*(?::\s*(?P<pages>.*))?")
_PAGES_ALONE = re.compile(r"(?<=[^\d\s]):\s?(\d{1,5}(?:-\d{1,5})?)$")
_PAREN_DATE = re.compile(rf"\s*\(({_DATE})\)\s*$")


def journal(text: str) -> tuple[Item, str]:
    """Read ``container, year, volume(issue): pages``; also what could not be read."""
    folded = fold(text)
    found = _YEAR.search(folded)
    if not found:
        return _undated(text)
    item: Item = {"container-title": tidy(text[: found.start()])}
    dated = _DATED_ISSUE.match(folded, found.end())
    if dated is None:
        return item, text[found.end() :]
    item["issued"] = dates.parse_date(dated["date"])
    issue = _ISSUE.fullmatch(dated["rest"])
    if issue is None:
        return item, dated["rest"]
    item["volume"] = values.number(issue["volume"] or "")
    item["issue"] = _issue(issue["issue"] or "")
    item["page"] = values.pages(issue["pages"] or "")
    return item, ""


def _undated(text: str) -> tuple[Item, str]:
    """``container, volume(issue): pages`` of an author-date list, the year standing before."""
    folded = fold(text)
    found = _UNDATED.search(folded)
    if not found:
        return {"container-title": tidy(text)}, ""
    item: Item = {"container-title": tidy(text[: found.start()]), "volume": found["volume"] or ""}
    item["issue"] = _issue(found["issue"] or "")
    return {**item, "page": values.pages(found["pages"] or "")}, ""


def _issue(text: str) -> str:
    """``增刊 2`` is ``增刊2``, ``03`` is ``3``."""
    return values.number(re.sub(r"(?<=[^\x00-\x7f])\s+", "", text.strip()))


def newspaper(text: str) -> tuple[Item, str]:
    """Read ``newspaper, 2000-11-20(15)``; the number of the page is ``page``."""
    item, left = journal(text)
    number = item.pop("issue", "")
    return {**item, "page": item.get("page") or number}, left


def monograph(text: str) -> tuple[Item, str]:
    """Read ``place: publisher, year: pages``, any of which may be missing."""
    folded = fold(text)
    starts = list(_YEAR.finditer(folded))
    for found in reversed(starts[-4:]):
        dated = _DATED.match(folded, found.end())
        pages = _PAGES.fullmatch(dated["rest"]) if dated else None
        if dated and pages:
            item = _published(text[: found.start()])
            item["issued"] = _year(dated, text, found.end())
            if pages["pages"]:
                end = len(text)
                item["page"] = values.pages(text[end - len(pages["pages"]) : end])
            return item, ""
    if pages := _PAGES_ALONE.search(folded):
        item = _published(text[: pages.start()])
        return {**item, "page": values.pages(text[pages.start(1) : pages.end(1)])}, ""
    if bracketed := _PAREN_DATE.search(folded):
        issued = dates.parse_date(bracketed[1])
        return {**_published(text[: bracketed.start()]), "issued": issued}, ""
    return _published(text), ""


def _year(dated: re.Match[str], text: str, start: int) -> dates.Date:
    """A year with its era or 印刷 is kept as printed, for CSL has no place for that."""
    if not dated["era"] or dated["era"] == "年":
        if dated["date"].startswith("c"):
            return {"literal": dated["date"]}
        return dates.parse_date(dated["date"])
    return {"literal": " ".join(text[start : dated.end("era")].split())}


def _published(text: str) -> Item:
    """``place: publisher``; one of them alone is taken for the publisher."""
    text = text.strip(" .,，。")
    place, colon, _ = fold(text).partition(":")
    if not colon:
        return {"publisher": tidy(text)} if text else {}
    return {
        "publisher-place": tidy(text[: len(place)]),
        "publisher": tidy(text[len(place) + 1 :]),
    }
