"""The table of formats: name, suffixes, how to know one, how to read and write it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from zhengming.errors import UsageError
from zhengming.messages import Message, one_of
from zhengming.references.exchange import (
    bibtex,
    bibtex_writer,
    crossref,
    csl_json,
    endnote,
    endnote_xml,
    nbib,
    noteexpress,
    parse,
    pubmed_xml,
    refworks,
    ris,
)
from zhengming.references.exchange.base import Import
from zhengming.references.model import Reference


@dataclass(frozen=True, slots=True)
class Format:
    """One exchange format.

    Attributes:
        name: what the user types.
        title: what a person calls it.
        suffixes: of its files, lower case, with the dot.
        sniff: matches at the start of a line (or of the text) of such a file.
        read: text and path to references and problems.
        write: references to text, or None where the format is only read.
        keyed: the ids of its records are citation keys, which drafts may use already.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    sniff: re.Pattern[str]
    read: Callable[[str, Path | None], Import]
    write: Callable[[Iterable[Reference]], str] | None = None
    keyed: bool = False


def _starts(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"^(?:{pattern})", re.MULTILINE)


# The type marker of GB/T 7714, or Vancouver's year, volume and pages.
_PLAIN_LIST = re.compile(
    r"[\[［【][JMCDNRSPGA](?:/OL)?[\]］】]|\b\d{4}[ \w]{0,12};\s?\d+.{0,20}:", re.IGNORECASE
)

FORMATS = (
    Format(
        "bibtex",
        "BibTeX",
        (".bib", ".bibtex"),
        _starts(r"[ \t]{0,20}@[A-Za-z]{1,40}[ \t]{0,20}[{(]"),
        bibtex.read,
        bibtex_writer.write,
        keyed=True,
    ),
    Format("ris", "RIS", (".ris",), _starts("TY {1,2}- ?"), ris.read, ris.write),
    Format("nbib", "PubMed .nbib", (".nbib",), _starts(r"PMID- ?\d"), nbib.read, nbib.write),
    Format(
        "pubmed-xml",
        "PubMed XML",
        (".xml",),
        _starts(r"[ \t]{0,20}<Pubmed(?:Article|BookArticle|ArticleSet)\b"),
        pubmed_xml.read,
    ),
    Format(
        "endnote-xml",
        "EndNote XML",
        (".xml",),
        re.compile(r"<records\b|<xml>"),
        endnote_xml.read,
        endnote_xml.write,
    ),
    Format(
        "enw",
        "EndNote tagged",
        (".enw", ".enl", ".refer"),
        _starts("%0 "),
        endnote.read,
        endnote.write,
    ),
    Format(
        "noteexpress",
        "NoteExpress",
        (".net",),
        _starts(r"[ \t]{0,20}\{Reference Type\}\s?[:：]"),
        noteexpress.read,
    ),
    Format("refworks", "RefWorks", (), _starts("RT [A-Z]"), refworks.read),
    Format(
        "crossref",
        "Crossref JSON",
        (".json",),
        re.compile(r'\A\s*\{\s*"(?:status|message|indexed|message-type)"\s*:'),
        crossref.read,
    ),
    Format(
        "csl-json",
        "CSL JSON",
        (".json",),
        re.compile(r'\A\s*(?:\[\s*[{\]]|\{\s*")'),
        csl_json.read,
        csl_json.write,
        keyed=True,
    ),
    Format("text", "plain reference list", (".txt",), _PLAIN_LIST, parse.read),
)

_SNIFFED = 100_000


def by_name(name: str) -> Format:
    """Return the format of a name.

    Raises:
        UsageError: there is none; the hint lists those that exist.
    """
    for one in FORMATS:
        if one.name == name:
            return one
    raise UsageError(
        Message(f"unknown format “{name}”", f"未知的格式“{name}”"),
        hint=one_of(one.name for one in FORMATS),
    )


def detect(text: str, path: Path | None = None) -> Format:
    """Return the format whose marks the text bears, one with the file's suffix preferred.

    Raises:
        UsageError: no format recognizes the text.
    """
    head = text[:_SNIFFED]
    suffix = path.suffix.lower() if path else ""
    candidates = [one for one in FORMATS if one.sniff.search(head)]
    candidates.sort(key=lambda one: suffix not in one.suffixes)
    if not candidates and suffix:
        candidates = [one for one in FORMATS if suffix in one.suffixes]
    if not candidates:
        names = [one.name for one in FORMATS]
        raise UsageError(
            Message("the format of these references is not clear", "无法判断文献的格式"),
            path=path,
            hint=Message(f"name one of {', '.join(names)}", f"请指明格式：{'、'.join(names)}"),
        )
    return candidates[0]
