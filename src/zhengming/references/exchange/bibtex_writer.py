"""A reference as a BibTeX/biblatex entry: the inverse of ``references.bibtex``.

Fields are BibTeX's own where it has one (``journal``, ``year``, ``address``), biblatex's otherwise
(``date``, ``urldate``, ``origtitle``). What other formats kept aside (``custom`` keys with a colon)
is about their databases and stays behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from zhengming.references.bibtex.layout import lay_out
from zhengming.references.exchange import dates
from zhengming.references.exchange.bibtex_names import name_list
from zhengming.references.exchange.bibtex_text import rich, text, verbatim
from zhengming.references.model import Reference

_TYPES = {
    "article-journal": "article", "article-newspaper": "article", "article-magazine": "article",
    "article": "preprint", "book": "book", "chapter": "incollection", "paper-conference": "inproceedings",
    "entry-encyclopedia": "inreference", "entry-dictionary": "inreference", "entry": "inreference",
    "thesis": "thesis", "report": "report", "webpage": "online", "post": "online", "post-weblog": "online",
    "pamphlet": "booklet", "patent": "patent", "standard": "standard", "dataset": "dataset",
    "software": "software", "manuscript": "unpublished", "speech": "unpublished", "periodical": "periodical",
    "legislation": "legislation", "regulation": "legislation", "treaty": "legislation", "bill": "legislation",
    "legal_case": "jurisdiction", "map": "map", "graphic": "image", "figure": "image",
    "motion_picture": "video", "broadcast": "video", "song": "audio", "review": "review", "classic": "book",
    "personal_communication": "letter", "performance": "performance", "collection": "archive",
}  # fmt: skip
_MARKED_BOOKS = {"C": "proceedings", "G": "collection"}
_SUBTYPES = {"article-newspaper": "newspaper", "article-magazine": "magazine"}
_THESES = {
    "PhD thesis": "phdthesis", "博士学位论文": "phdthesis", "博士": "phdthesis",
    "Master's thesis": "mastersthesis", "硕士学位论文": "mastersthesis", "硕士": "mastersthesis",
}  # fmt: skip
_LANGUAGES = {
    "zh-CN": "chinese", "zh": "chinese", "zh-TW": "chinese-traditional", "en": "english",
    "en-US": "american", "en-GB": "british", "ja": "japanese", "ko": "korean", "ru": "russian",
    "de": "german", "fr": "french", "es": "spanish", "it": "italian", "pt": "portuguese",
}  # fmt: skip
_JOURNALS = (
    "article-journal",
    "article-newspaper",
    "article-magazine",
    "article",
    "periodical",
    "review",
)
_NUMBERED = ("article-journal", "article-newspaper", "article-magazine", "periodical")
_PUBLISHERS = {"thesis": "school", "report": "institution"}
_PEOPLE = {
    "author": "author", "editor": "editor", "translator": "translator", "container-author": "bookauthor",
    "recipient": "recipient", "holder": "holder", "original-author": "origauthor",
}  # fmt: skip
_EDITOR_ROLES = ("compiler", "organizer", "director", "producer")
_RICH = {
    "title-short": "shorttitle", "container-title-short": "shortjournal", "event-title": "eventtitle",
    "collection-title": "series", "original-title": "origtitle", "reviewed-title": "reviewedtitle",
}  # fmt: skip
_TEXTS = {
    "volume": "volume", "edition": "edition", "number-of-volumes": "volumes", "chapter-number": "chapter",
    "part-number": "part", "version": "version", "number-of-pages": "pagetotal",
    "publisher-place": "address", "event-place": "venue", "medium": "howpublished", "status": "pubstate",
    "scale": "scale", "mark": "mark",
    "dimensions": "dimensions", "source": "library", "original-publisher": "origpublisher",
    "original-publisher-place": "origlocation",
}  # fmt: skip
_VERBATIM = {
    "DOI": "doi", "URL": "url", "ISBN": "isbn", "ISSN": "issn", "PMID": "pmid", "PMCID": "pmcid",
    "CSTR": "cstr", "archive_location": "eprint",
}  # fmt: skip
_PROSE = {"note": "note", "annote": "annotation", "abstract": "abstract", "keyword": "keywords"}
_KEY_REFUSED = re.compile(r"[\s{}(),=\\\"#%~'，]+")
_FIELD_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


def write(references: Iterable[Reference]) -> str:
    """Write the references as entries, an empty line between them."""
    return "\n".join(entry(reference) for reference in references)


def entry(reference: Reference) -> str:
    """Write one entry; characters that BibTeX forbids in a key become ``_``."""
    item = reference.item
    fields = {name: value for name, value in _fields(item).items() if value}
    key = _KEY_REFUSED.sub("_", reference.id) or "_"
    return (
        lay_out(_type(item), key, ((name, f"{{{value}}}") for name, value in fields.items())) + "\n"
    )


def _type(item: Mapping[str, Any]) -> str:
    if item["type"] == "thesis":
        return _THESES.get(str(item.get("genre", "")), "thesis")
    if item["type"] == "book" and item.get("mark") in _MARKED_BOOKS:
        return _MARKED_BOOKS[item["mark"]]
    return _TYPES.get(item["type"], "misc")


def _fields(item: Mapping[str, Any]) -> dict[str, str]:
    csl = item["type"]
    fields = {"entrysubtype": _SUBTYPES.get(csl, "")}
    fields |= {name: name_list(item.get(variable, ())) for variable, name in _PEOPLE.items()}
    for role in _EDITOR_ROLES:
        if role in item:
            fields |= {"editor": name_list(item[role]), "editortype": role}
    fields |= _titles(item, csl)
    fields |= {name: rich(item.get(variable)) for variable, name in _RICH.items()}
    fields |= _dates(item)
    fields |= _numbers(item, csl)
    fields |= {name: text(item.get(variable)) for variable, name in _TEXTS.items()}
    fields["pages"] = text(item.get("page")).replace("-", "--")
    fields[_PUBLISHERS.get(csl, "publisher")] = text(item.get("publisher"))
    fields["type"] = text(item.get("genre"))
    fields["mark"] = "" if _type(item) in _MARKED_BOOKS.values() else text(item.get("mark"))
    fields |= {name: verbatim(item.get(variable)) for variable, name in _VERBATIM.items()}
    fields["eprinttype"] = text(item.get("archive"))
    language = str(item.get("language", ""))
    fields["language"] = _LANGUAGES.get(language) or text(language)
    fields |= {name: text(item.get(variable)) for variable, name in _PROSE.items()}
    for name, value in item.get("custom", {}).items():
        if _FIELD_NAME.fullmatch(name) and isinstance(value, str | int):
            fields.setdefault(name, text(value))
    return fields


def _titles(item: Mapping[str, Any], csl: str) -> dict[str, str]:
    """A part of a work in several volumes is biblatex's title, the work its ``maintitle``."""
    title, host, part = (
        rich(item.get(name)) for name in ("title", "container-title", "volume-title")
    )
    if not part:
        return {"title": title, "journal" if csl in _JOURNALS else "booktitle": host}
    if csl == "book":
        return {"title": part, "maintitle": title, "booktitle": host}
    return {"title": title, "booktitle": part, "maintitle": host}


def _numbers(item: Mapping[str, Any], csl: str) -> dict[str, str]:
    number, issue = text(item.get("number")), text(item.get("issue"))
    is_paged = csl != "article-newspaper" or "page" in item  # else its number is its page
    if csl in _NUMBERED and is_paged:
        return {"number": issue or number}
    return {"issue": issue, "number": number or text(item.get("collection-number"))}


def _dates(item: Mapping[str, Any]) -> dict[str, str]:
    """``year`` alone where no more is known, else ``date`` too, which biblatex prefers."""
    issued = item.get("issued")
    fields = {"year": dates.year_of(issued) or text(dates.iso(issued))}
    if issued and ("circa" in issued or "season" in issued or len(dates.iso(issued)) > 4):
        fields["date"] = _edtf(issued) if dates.year_of(issued) else ""
    fields["urldate"] = _edtf(item.get("accessed"))
    fields["origdate"] = _edtf(item.get("original-date"))
    fields["eventdate"] = _edtf(item.get("event-date"))
    return fields


def _edtf(value: Mapping[str, Any] | None) -> str:
    """``2007-08-02``, ``1936~`` for an estimate, ``2021-21`` for spring."""
    if not value:
        return ""
    written = text(dates.iso(dict(value)))
    if season := value.get("season"):
        written = f"{dates.year_of(dict(value))}-{20 + int(season)}"
    return f"{written}~" if value.get("circa") else written
