"""One entry of a Vancouver, NLM or AMA list, PubMed's “Cite” text included."""

from __future__ import annotations

import re

from zhengming.references.exchange import dates, values
from zhengming.references.exchange.base import Item, compact
from zhengming.references.exchange.parse.folding import fold, stops
from zhengming.references.exchange.parse.gbt import Parsed
from zhengming.references.exchange.parse.links import cut_links
from zhengming.references.exchange.parse.numbers import edition_number
from zhengming.references.exchange.parse.people import split_head, split_names
from zhengming.references.exchange.pubmed_types import titles
from zhengming.references.languages import language_tag

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DATE = (
    rf"\d{{4}}(?:\s+(?:{_MONTH}(?:-{_MONTH})?(?:\s+\d{{1,2}})?|Spring|Summer|Fall|Autumn|Winter))?"
)
_ISSUE = re.compile(
    rf"(?<![\d/-])(?P<date>{_DATE})\s*;\s*(?P<volume>[^:;()\[\].]{{0,30}}?)\s*"
    r"(?:\((?P<issue>[^()]{0,40})\))?\s*(?::\s*(?P<pages>[^.;\[\]]{1,60}))?\s*(?:[.;]|$)"
)
_UNPAGED = re.compile(rf"[.?!]\s+(?P<date>{_DATE})(?::(?P<pages>[\w-]{{1,30}}))?\s*(?:\.|$)")
_YEAR_ALONE = re.compile(rf"(?<=[^\W\d]|[.)])\s(?P<date>{_DATE})\s?[;.]?$")
_PUBLISHED = re.compile(rf";\s*(?P<date>c?\d{{4}}|{_DATE})\s*(?:[.\[:]|$)")
_IN = re.compile(r"[.?!]\s+In:\s*")
_PAGES = re.compile(r"\bpp?\.\s*(?P<pages>[\w.,\s–-]{1,40}?)\s*(?:\.|$)")
_BRACKET_DATES = re.compile(r"\[([^\[\]]*\b(?:cited|updated|accessed)\b[^\[\]]*)\]", re.IGNORECASE)
_ACCESSED = re.compile(
    rf"\b(?:cited|accessed)\s+({_DATE}|{_MONTH}\s+\d{{1,2}},\s*\d{{4}})", re.IGNORECASE
)
_UPDATED = re.compile(r"updated[^;]*", re.IGNORECASE)
_ACCESSED_AMA = re.compile(rf"\bAccessed\s+({_MONTH}\s+\d{{1,2}},\s*\d{{4}})\.?")
_ELECTRONIC = re.compile(rf"\bEpub\s+(?:ahead of print\s*)?(?:{_DATE})?\.?", re.IGNORECASE)
_ONLINE_FIRST = re.compile(
    rf"\bPublished online(?: first)?:?\s+(?:(?P<day>{_MONTH}\s+\d{{1,2}}),\s*)?(?P<year>\d{{4}})",
    re.IGNORECASE,
)
_MEDIUM = re.compile(
    r"\s*\[(?P<medium>Internet|Preprint|dissertation|[^\[\]]{0,20}thesis|Online)\]", re.IGNORECASE
)
_EDITION = re.compile(r"\s*(?P<edition>\d+(?:st|nd|rd|th)|[Rr]ev\.?|[Nn]ew)\s+ed(?:ition)?\s*")
_EDITORS = re.compile(r",?\s*\(?\b(?:editors?|eds?)\)?\.?\s*$", re.IGNORECASE)
_PREPRINTS = re.compile(
    r"\b(?:bio|med|ar|china|ps)xiv\b|research square|ssrn|preprints?\.org", re.IGNORECASE
)
_MEETING = re.compile(
    r"\b(?:proceedings|conference|congress|symposium|meeting|workshop|会议)\b", re.IGNORECASE
)
_INVENTORS = re.compile(r",\s*inventors?;\s*")
_ASSIGNEE = re.compile(r",\s*assignees?\.\s*")
_PATENT = re.compile(r"\bpatent\s+(?P<number>[A-Z]{2}[\s\w,]*)$")
# Words that only a journal's abbreviation has (“N. Engl. J. Med.”), never the end of a title.
_SHORTENED = frozenset(
    (
        *("N", "Engl", "J", "Med", "Clin", "Oncol", "Ann", "Am", "Br", "Int", "Eur", "Chin", "Res"),
        *("Biol", "Chem", "Proc", "Natl", "Acad", "Sci", "Rev", "Lett", "Soc", "Assoc", "Arch"),
        *("Intern", "Surg", "Pathol", "Pharmacol", "Ther", "Immunol", "Genet", "Mol", "Exp", "Nat"),
        *(
            "Commun",
            "Radiol",
            "Thorac",
            "Respir",
            "Crit",
            "Hematol",
            "Neurol",
            "Dis",
            "Curr",
            "Rep",
        ),
    )
)
_YEAR = re.compile(r"(?:\b|c)(?:1[5-9]|20)\d\d\b")
_LANGUAGE = re.compile(r"\s*\[?(?:Article in |In )?(?P<name>[A-Z][a-z]+)\]?\.?\s*")


def parse(text: str) -> Parsed | None:
    """Read an entry without its number; None where there is no year or nothing after the title.

    The date of electronic publication (Epub) is not kept, for CSL cites the issue.
    """
    links = cut_links(text)
    rest, noted = _notes(" ".join(f"{links.rest} {links.after}".split()))
    if not _YEAR.search(rest):
        return None
    item = _patent(rest) or _chapter(rest) or _article(rest) or _book(rest, links.item)
    if item is None:
        return None
    left = [item.pop("left", ""), noted.pop("left", "")]
    parsed = Parsed(compact({**item, **links.item, **noted}))
    parsed.left += [piece for piece in left if piece.strip(" .;:")]
    return parsed


def _notes(text: str) -> tuple[str, Item]:
    """Take out dates of access and of electronic publication."""
    noted: Item = {}
    for found in _BRACKET_DATES.finditer(text):
        if accessed := _ACCESSED.search(found[1]):
            noted["accessed"] = dates.parse_date(accessed[1])
        if updated := _UPDATED.search(found[1]):
            noted["left"] = updated[0]
    text = _BRACKET_DATES.sub("", text)
    if found_ama := _ACCESSED_AMA.search(text):
        noted["accessed"] = dates.parse_date(found_ama[1])
        text = _ACCESSED_AMA.sub("", text)
    text = _ONLINE_FIRST.sub(lambda found: f"{found['year']} {found['day'] or ''}".strip(), text)
    return _ELECTRONIC.sub("", text).strip(), noted


def _parts(text: str) -> list[str]:
    """Cut at full stops, question and exclamation marks; the latter stay with their part."""
    folded = fold(text)
    ends = set(stops(folded))
    ends |= {found.end() - 1 for found in re.finditer(r"[?!](?=\s)", folded)}
    parts, start = [], 0
    for end in sorted(ends):
        keep = end + 1 if folded[end] in "?!" else end
        parts.append(text[start:keep].strip())
        start = end + 1
    parts.append(text[start:].strip())
    return [part for part in parts if part]


def _head(text: str) -> Item:
    """``authors. title`` or ``authors, editors. title``."""
    parts = _parts(text)
    if len(parts) < 2:
        return {"title": "".join(parts)}
    first = parts[0]
    title = _rejoined(parts[1:])
    if _EDITORS.search(first):
        return {"editor": split_names(_EDITORS.sub("", first)), "title": title}
    authors, _ = split_head(f"{first}. {title}")
    if not authors:
        return {"title": _rejoined(parts)}
    return {"author": authors, "title": title}


def _rejoined(parts: list[str]) -> str:
    """Put sentences together again, each but the last with its stop."""
    ended = [part if part.endswith(("?", "!")) else f"{part}." for part in parts[:-1]]
    return " ".join([*ended, *parts[-1:]])


def _article(text: str) -> Item | None:
    """``authors. title. Journal. 2007 Aug 2;448(7153):561-6.``"""
    folded = fold(text)
    found = _ISSUE.search(folded)
    if found and not _volume_like(found):
        found = None
    if not found and not _PUBLISHED.search(folded):
        found = _UNPAGED.search(folded) or _YEAR_ALONE.search(folded)
    if not found:
        return None
    group = found.groupdict()
    parts = _parts(text[: found.start("date")].strip())
    if len(parts) < (3 if found.re is _YEAR_ALONE else 2):
        return None
    container = [parts.pop()]
    while len(parts) > 2 and parts[-1] in _SHORTENED and len(container) < 6:
        container.insert(0, parts.pop())
    journal = f"{'. '.join(container)}." if len(container) > 1 else container[0]
    medium = _MEDIUM.search(journal) or _MEDIUM.search(parts[-1])
    item = _head(_rejoined(parts))
    if medium:
        item["title"] = _MEDIUM.sub("", item["title"])
        journal = _MEDIUM.sub("", journal)
    item["title"], _ = titles(item["title"], "")
    left = text[found.end() :]
    language = _LANGUAGE.fullmatch(left)
    tag = language_tag(language["name"]) if language else None
    preprint = _PREPRINTS.search(journal) or (medium and medium["medium"].lower() == "preprint")
    return {
        "type": "article" if preprint else "article-journal",
        **item,
        "container-title": journal.strip(" ,"),
        "issued": dates.parse_date(found["date"]),
        "volume": (group.get("volume") or "").strip(),
        "issue": (group.get("issue") or "").strip(),
        "page": values.pages(group.get("pages") or ""),
        "language": tag,
        "left": "" if tag else left,
    }


def _volume_like(found: re.Match[str]) -> bool:
    """Say whether ``2007;…`` is a journal's volume, pages or newspaper section, not a place."""
    volume = found["volume"]
    return bool(found["pages"] or found["issue"] or re.search(r"\d", volume))


def _chapter(text: str) -> Item | None:
    """``authors. title. In: editors, editors. Book. 2nd ed. Place: Publisher; 2002. p. 93-113.``"""
    found = _IN.search(text)
    if not found:
        return None
    host = _monograph(text[found.end() :])
    if host is None:
        return None
    item = _head(text[: found.start() + 1].rstrip("."))
    container = str(host.pop("title", ""))
    if "author" in host:
        host.setdefault("editor", host.pop("author"))
    kind = "paper-conference" if _MEETING.search(container) else "chapter"
    return {**host, **item, "type": kind, "container-title": container}


def _monograph(text: str) -> Item | None:
    """``[authors. ]title. edition. place: publisher; year. p. pages``."""
    found = _PUBLISHED.search(fold(text))
    if not found:
        return None
    after = text[found.end() :].strip()
    pages = _PAGES.search(after)
    parts = _parts(text[: found.start()])
    published = parts.pop() if parts else ""
    if ":" not in fold(published) and len(parts) > 1 and len(parts[-1]) <= 3:
        published = f"{parts.pop()}. {published}"
    edition = _EDITION.fullmatch(parts[-1]) if parts else None
    if edition:
        parts.pop()
    place, colon, publisher = published.partition(":")
    item = _head(_rejoined(parts)) if parts else {}
    return {
        **item,
        "edition": edition_number(edition["edition"]) if edition else "",
        "publisher-place": place.strip() if colon else "",
        "publisher": (publisher if colon else published).strip(),
        "issued": dates.parse_date(found["date"]),
        "page": values.pages(pages["pages"]) if pages else "",
        "left": (after[: pages.start()] + after[pages.end() :]) if pages else after,
    }


def _book(text: str, links: Item) -> Item | None:
    """A book, thesis or web page: ``Title [Internet]. Place: Publisher; 2002.``"""
    item = _monograph(text)
    if item is None:
        return None
    title = str(item.get("title", ""))
    medium = _MEDIUM.search(title)
    kind = "book"
    if medium:
        name = medium["medium"].lower()
        kind = "thesis" if "thesis" in name or name == "dissertation" else "webpage"
        item["title"] = _MEDIUM.sub("", title)
        item["genre"] = medium["medium"] if kind == "thesis" else ""
    elif "URL" in links and not item.get("edition"):
        kind = "webpage"
    return {**item, "type": kind}


def _patent(text: str) -> Item | None:
    """``Name, inventor; Company, assignee. Title. United States patent US 2002…. 2002 Aug 6.``"""
    found = _INVENTORS.search(text)
    if not found:
        return None
    assigned = _ASSIGNEE.search(text, found.end())
    holder = text[found.end() : assigned.start()].strip() if assigned else ""
    parts = _parts(text[assigned.end() if assigned else found.end() :])
    number = _PATENT.search(parts[-2]) if len(parts) > 2 else None
    if not number:
        return None
    return {
        "type": "patent",
        "author": split_names(text[: found.start()]),
        "holder": [{"literal": holder}] if holder else [],
        "title": _rejoined(parts[:-2]),
        "number": number["number"].strip(),
        "issued": dates.parse_date(parts[-1]),
    }
