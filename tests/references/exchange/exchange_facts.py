"""What a printed reference says, compared with the item it was printed from."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from zhengming.references.exchange.names import inverted
from zhengming.references.exchange.parse import gbt
from zhengming.references.exchange.parse.folding import fold
from zhengming.references.names import OTHERS

# Types that GB/T prints with one marker cannot be told apart in print.
SAME_MARKER = {
    "personal_communication": "collection", "legislation": "collection", "graphic": "document",
    "motion_picture": "document",
}  # fmt: skip


def plain(value: object) -> str:
    """Letters and digits alone, in one case: a style may change all the rest."""
    text = re.sub(r"</?(?:i|b|su[bp]|span)[^>]*>", "", str(value or ""))
    text = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text)).casefold()
    return re.sub(r"[\W_]", "", text.replace("ö", "o"))


def names(people: Sequence[Mapping[str, str]]) -> list[str]:
    """Family and initials, or the whole of a Chinese name or an organization."""
    found = []
    for name in people:
        if name == OTHERS:
            continue
        family, given = name.get("family", ""), name.get("given", "")
        if "literal" in name:
            found.append(plain(name["literal"]))
        elif re.search("[一-鿿]", family):
            found.append(plain(family if given.isascii() else family + given))
        else:
            initials = [plain(word)[:1] for word in re.split(r"[\s.-]+", given)]
            found.append(plain(family) + "".join(initials))
    return found


def year(item: Mapping[str, Any]) -> str:
    issued = item.get("issued") or {}
    if parts := issued.get("date-parts"):
        return str(parts[0][0])
    found = re.search(r"\d{4}", str(issued.get("literal")))
    return found[0] if found else ""


def facts(item: Mapping[str, Any]) -> dict[str, str]:
    kind = str(item["type"])
    host = item.get("container-title") or (
        item.get("event-title") if kind == "paper-conference" else ""
    )
    newspaper = kind == "article-newspaper"
    return {
        "type": SAME_MARKER.get(kind, kind),
        "title": plain(item.get("title")),
        "container": plain(host),
        "year": year(item),
        "volume": plain(item.get("volume")),
        "issue": "" if newspaper else plain(item.get("issue")),
        "page": plain(item.get("page") or (item.get("issue") if newspaper else "")),
        "DOI": plain(item.get("DOI")),
    }


def differences(
    expected: Mapping[str, Any], got: Mapping[str, Any], printed: str
) -> dict[str, Any]:
    """Return what differs; a value the entry does not print is not expected from it."""
    shown = plain(printed)
    wanted = {key: value if value in shown else "" for key, value in facts(expected).items()}
    first_page = re.split("[-–]", str(expected.get("page", "")))[0]
    if plain(first_page) in shown:  # 561–6 prints the range 561–566
        wanted["page"] = facts(expected)["page"]
    marker = gbt.MARKER.search(printed)
    # The type that was printed: a picture on the web is [EB/OL].
    wanted["type"] = "webpage" if marker and marker["kind"] == "EB" else facts(expected)["type"]
    if not re.search(r"DOI:|doi\.org/", printed, re.IGNORECASE):
        wanted["DOI"] = ""  # the part of a publisher's address that looks like one
    found = facts(got)
    wrong = {key: (wanted[key], found[key]) for key in wanted if wanted[key] != found[key]}
    read = names(got.get("author") or got.get("editor", []))
    cut = got.get("author", [])[-1:] == [OTHERS]
    # GB/T prints the editor of a book, and the holder of a patent, in the author's place.
    roles = [names(expected[role]) for role in ("author", "editor", "holder") if role in expected]
    possible = [role[: len(read)] if cut else role for role in roles]
    standard = found["type"] == "standard" and not read  # “ISO 21378:2019 …” names no author
    if read not in possible and not standard and (read or any(role[0] in shown for role in roles)):
        wrong["author"] = (possible, read)
    return wrong


_WORD = re.compile(r"[A-Za-z]{2,}|[\u3400-\u9fff]{2,}|\d{2,}")
_FURNITURE = frozenset(
    (
        *("ol", "cp", "cm", "ds", "eb", "pp", "db", "et", "al", "ed", "nd", "rd", "th"),
        *("published", "online", "first", "doi", "org", "https", "cstr", "pubmed", "pmid"),
    )
)


def dropped(item: Mapping[str, Any], printed: str) -> list[str]:
    """Return the words of a printed entry that its item does not hold; dates and labels aside."""
    names = [inverted(name) for role in _ROLES for name in item.get(role, ())]
    kept = plain(repr(item)) + plain("".join(names))
    words = [word for word in _WORD.findall(fold(printed)) if word.lower() not in _FURNITURE]
    numbers = re.compile(r"0\d|\d{4}")  # of dates, which are numbers in the item
    return [word for word in words if plain(word) not in kept and not numbers.fullmatch(word)]


_ROLES = ("author", "editor", "translator", "holder")
