"""PubMed's .nbib (the MEDLINE format), the file behind PubMed's “Cite” and “Send to” buttons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from zhengming.references.exchange import dates, values
from zhengming.references.exchange.base import Fields, Import, Item, Problem, collected, compact
from zhengming.references.exchange.names import parse_name, vancouver_name, with_particle
from zhengming.references.exchange.pubmed_types import NOT_A_TYPE, csl_type, titles
from zhengming.references.exchange.tagged import Grammar, records
from zhengming.references.model import Reference
from zhengming.references.names import Name

_GRAMMAR = Grammar(re.compile(r"(?P<tag>[A-Z][A-Z0-9]{1,3}) {0,3}- ?(?P<value>.*)$"), "PMID")
_DOI = re.compile(r"(\S+) \[doi\]")
_SERIALS = tuple(
    re.compile(rf"([\dXx-]+) ?{kind}")
    for kind in (r"\(Print\)", r"\(Linking\)", r"\(Electronic\)", ".*")
)


def read(text: str, path: Path | None = None) -> Import:
    """Read MEDLINE records; indexing and administrative tags stay under ``custom``."""
    problems: list[Problem] = []
    items = [
        (_item(Fields(record)), record[0].line) for record in records(text, _GRAMMAR, problems)
    ]
    return collected(items, problems, format="nbib", path=path)


def _item(fields: Fields) -> Item:
    pmid = fields.first("PMID").partition(" ")[0]
    kinds = fields.all("PT")
    language = values.language(fields.first("LA"))
    title, original = titles(fields.first("TI", "BTI"), fields.first("TT"))
    book = csl_type(kinds) in ("book", "chapter")
    doi = fields.match(_DOI, "LID", "AID")
    serial, other_serials = _serials(fields)
    item = {
        "id": f"pmid{pmid}" if pmid else "",
        "type": csl_type(kinds),
        "title": title,
        "original-title": original,
        "author": _authors(fields),
        "editor": [_name(full) for full in fields.all("FED", "ED")],
        "container-title": fields.first("JT", "BTI"),
        "container-title-short": fields.first("TA"),
        "volume": fields.first("VI"),
        "issue": fields.first("IP"),
        "page": values.pages(fields.first("PG")),
        "publisher": fields.first("PB"),
        "publisher-place": fields.first("PL") if book else "",
        "edition": fields.first("EN"),
        "issued": dates.parse_date(fields.first("DP")),
        "DOI": values.doi(doi[1]) if doi else "",
        "PMID": pmid,
        "PMCID": values.pmcid(fields.first("PMC")),
        "ISBN" if book else "ISSN": serial,
        "abstract": fields.first("AB"),
        "genre": "; ".join(kind for kind in kinds if kind not in NOT_A_TYPE),
        "keyword": values.keywords([word.lstrip("*") for word in fields.all("OT")]),
        "language": language,
    }
    kept = {**fields.left("nbib"), "nbib:IS": other_serials}
    return compact({**item, "custom": compact(kept)})


def _authors(fields: Fields) -> list[Name]:
    """Full names where PubMed has them, else the short ones, then the collective ones."""
    full, short = fields.all("FAU"), fields.all("AU")
    personal = [_name(name) for name in (full if len(full) >= len(short) else short)]
    return [*personal, *({"literal": name} for name in fields.all("CN"))]


def _name(text: str) -> Name:
    """``Camidge, D Ross`` or ``Camidge DR``; ``Chaft, Jamie E Jr`` keeps its suffix."""
    family, comma, given = text.partition(", ")
    if not comma:
        return vancouver_name(text) or parse_name(text)
    words = given.split()
    suffix = (
        words.pop() if len(words) > 1 and words[-1] in ("Jr", "Sr", "2nd", "3rd", "4th") else ""
    )
    name = {"family": family, "given": " ".join(words)}
    return with_particle({**name, "suffix": suffix} if suffix else name)


def _serials(fields: Fields) -> tuple[str, list[str]]:
    """Return the print ISSN, as journals' tables have it, or else another; and the lines left."""
    for kind in _SERIALS:
        if found := fields.match(kind, "IS", "ISBN"):
            return found[1], fields.all("IS")
    return "", fields.all("IS")


def write(references: Iterable[Reference]) -> str:
    """Write MEDLINE records, lines folded as PubMed folds them: at 88 characters, six spaces."""
    return "\n".join(_record(reference.item) for reference in references)


_KINDS = {"book": "Book", "chapter": "Book Chapter", "article": "Preprint"}


def _record(item: Mapping[str, Any]) -> str:
    foreign = item.get("original-title") and not str(item.get("language", "")).startswith("en")
    title = f"[{item['original-title']}]." if foreign else item.get("title")
    host = "BTI" if item["type"] == "chapter" else "JT"
    lines: list[tuple[str, object]] = [
        ("IS", f"{item['ISSN']} (Print)" if item.get("ISSN") else ""),
        ("ISBN", item.get("ISBN")),
        ("VI", item.get("volume")),
        ("IP", item.get("issue")),
        ("DP", _date(item.get("issued"))),
        ("TI", title),
        ("PG", item.get("page")),
        ("LID", f"{item['DOI']} [doi]" if item.get("DOI") else ""),
        ("AB", item.get("abstract")),
        *(_written_name("FAU", name) for name in item.get("author", ())),
        *(_written_name("FED", name) for name in item.get("editor", ())),
        ("EN", item.get("edition")),
        ("PB", item.get("publisher")),
        ("LA", _LANGUAGES.get(str(item.get("language", ""))[:2], item.get("language"))),
        *(("PT", kind) for kind in str(item.get("genre", "")).split("; ")),
        ("PT", _KINDS.get(str(item["type"]), "Journal Article")),
        ("TT", item.get("title") if foreign else ""),
        ("PL", item.get("publisher-place")),
        ("TA", item.get("container-title-short")),
        (host, item.get("container-title")),
        *(("OT", word) for word in values.keyword_list(item.get("keyword"))),
        ("PMC", item.get("PMCID")),
    ]
    for tag, more in item.get("custom", {}).items():
        if tag.startswith("nbib:"):
            lines += [(tag.removeprefix("nbib:"), value) for value in more]
    kept = [(tag, str(value)) for tag, value in lines if value not in (None, "")]
    return "".join(_folded(tag, value) for tag, value in [("PMID", item.get("PMID", "")), *kept])


def _written_name(tag: str, name: Mapping[str, str]) -> tuple[str, str]:
    if "literal" in name:
        return "CN", name["literal"]
    family = " ".join(filter(None, (name.get("non-dropping-particle"), name.get("family"))))
    rest = " ".join(filter(None, (name.get("given"), name.get("suffix"))))
    return tag, ", ".join(filter(None, (family, rest)))


_LANGUAGES = {
    "zh": "chi",
    "en": "eng",
    "ja": "jpn",
    "de": "ger",
    "fr": "fre",
    "es": "spa",
    "ru": "rus",
    "ko": "kor",
}


_SEASONS = ("Spring", "Summer", "Fall", "Winter")


def _date(issued: dates.Date | None) -> str:
    """Write ``2007 Aug 2``, ``2019 Nov-Dec`` or ``2021 Spring``."""
    known = dates.parts(issued)
    if not issued or not known:
        return dates.iso(issued)
    words = [str(known[0])]
    if season := issued.get("season"):
        words.append(_SEASONS[int(season) - 1])
    months = [int(one[1]) for one in issued["date-parts"] if len(one) > 1]
    if months:
        words.append("-".join(dates.MONTHS[month - 1].capitalize() for month in months))
    return " ".join([*words, *map(str, known[2:3])])


def _folded(tag: str, value: str) -> str:
    lines: list[str] = []
    current = ""
    for word in values.one_line(value).split(" "):
        if current and len(current) + 1 + len(word) > 82:
            lines.append(current)
            current = word
        else:
            current = f"{current} {word}" if current else word
    lines.append(current)
    return f"{tag:<4}- " + "\n      ".join(lines) + "\n"
