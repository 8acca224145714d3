"""Small values in their normal form: pages, DOI, identifiers, language, joined text."""

from __future__ import annotations

import re

from zhengming.references.exchange import dates
from zhengming.references.exchange.base import Fields
from zhengming.references.languages import language_tag

_DOI_PREFIX = re.compile(
    r"(?:https?://(?:dx\.)?doi\.org/|doi\s*[:：]\s*|doi\s+(?=10\.))+", re.IGNORECASE
)
_DOI = re.compile(r"10\.\d{4,9}/\S+")
DOI = re.compile(r"\s*(?:https?://(?:dx\.)?doi\.org/|doi:?\s*)?10\.\d{4,9}/\S+\s*", re.IGNORECASE)
PMID = re.compile(r"\d{1,8}")
PMCID = re.compile(r"PMC\d+")
PUBMED = re.compile("NLM|PubMed|MEDLINE", re.IGNORECASE)
NUMBERED = ("report", "standard", "patent")
"""The CSL types whose one number is ``number``, not the ``issue`` of a journal."""

_WIDE = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef\U00020000-\U0003ffff]")
_SPACES = re.compile("[ \t\r\n]+")
_PMCID = re.compile(r"PMC\d+", re.IGNORECASE)
_RANGE = re.compile(r"([A-Za-z]*)(\d+)-(\d+)")


def doi(text: str) -> str:
    """Return a bare DOI without resolver, label or final punctuation; else an empty string."""
    found = _DOI.match(_DOI_PREFIX.sub("", text.strip(), count=1))
    return trim_doi(found[0]) if found else ""


def trim_doi(text: str) -> str:
    """Cut what a sentence or a bracket around a DOI left at its end."""
    end = len(text)
    surplus = text.count(")") - text.count("(")
    while end:
        last = text[end - 1]
        if last == ")" and surplus > 0:
            surplus -= 1
        elif last not in ".,;，；。、]}>）］】":
            break
        end -= 1
    return text[:end]


def pmcid(text: str) -> str:
    """Return ``PMC`` and its number, without a version; else an empty string."""
    found = _PMCID.search(text)
    return found[0].upper() if found else ""


def pages(text: str, end: str = "") -> str:
    """Return ``start-end`` with one hyphen and the end in full: ``561-6`` is ``561-566``.

    CNKI marks a continuation with ``+`` and joins pages with ``~``; ``+`` becomes a comma.
    """
    text = " ".join(text.split())
    text = re.sub(r"\s*(?:-{1,3}|[‐‑‒–—―~～])\s*", "-", text)
    text = re.sub(r"\s*[+＋，,]\s*", ", ", text).strip(" .;-,")
    end = end.strip(" .;")
    if end and end != text and "-" not in text:
        text = f"{text}-{end}" if text else end
    return ", ".join(_full(part) for part in text.split(", ")) if text else ""


def _full(text: str) -> str:
    found = _RANGE.fullmatch(text)
    if not found or len(found[3]) >= len(found[2]):
        return text
    prefix, start, last = found.groups()
    return f"{prefix}{start}-{prefix}{start[: len(start) - len(last)]}{last}"


def language(text: str) -> str:
    """Return a BCP 47 code for a language as exports name it; an unknown name stays as it is."""
    plain = text.strip(" ;；")
    return language_tag(plain) or plain


def number(text: str) -> str:
    """Return an issue or volume without CNKI's leading zeros (``04`` is ``4``)."""
    plain = text.strip()
    return re.sub(r"^0+(?=\d)", "", plain)


def one_line(text: object) -> str:
    """Make plain white space one space; an ideographic or no-break space says something, and stays."""
    return _SPACES.sub(" ", str(text)).strip(" ")


def joined(pieces: list[str]) -> str:
    """Join the lines of one value: nothing between two wide characters, else a space."""
    parts: list[str] = []
    for piece in filter(None, (piece.strip() for piece in pieces)):
        if parts and not (_WIDE.match(parts[-1][-1]) and _WIDE.match(piece[0])):
            parts.append(" ")
        parts.append(piece)
    return "".join(parts)


def keywords(values: list[str]) -> str:
    """Return keywords as one string; the semicolon leaves commas to ``Carcinoma, Small Cell``."""
    found = [part.strip() for value in values for part in re.split("[;；\n]", value)]
    return "; ".join(dict.fromkeys(part for part in found if part))


def keyword_list(text: object) -> list[str]:
    """Split a ``keyword`` string: at semicolons where it has any, else at commas."""
    plain = str(text or "")
    return [part.strip() for part in plain.split(";" if ";" in plain else ",")]


def issued(fields: Fields, year_tag: str, *day_tags: str) -> dates.Date:
    """Take the date that a year and a fuller date make; one that says another thing stays."""
    day_tag = next((tag for tag in day_tags if fields.peek(tag)), "")
    year = fields.peek(year_tag)
    plain = dates.parse_date(year)
    date = dates.with_year(fields.peek(day_tag), year) if day_tag else plain
    if day_tag and date != plain:
        fields.first(day_tag)
    if dates.year_of(date) == dates.year_of(plain):
        fields.first(year_tag)
    return date


def pubmed_id(fields: Fields, providers: tuple[str, ...], accession: str) -> str:
    """Take the accession number as a PMID where one of the provider fields names PubMed."""
    provider = next((tag for tag in providers if PUBMED.fullmatch(fields.peek(tag))), "")
    found = fields.match(PMID, accession) if provider else None
    if not found:
        return ""
    fields.first(provider)
    return found[0]
