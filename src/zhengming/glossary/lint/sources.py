"""The documents that names rest on: there, well formed, used."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhengming.errors import ZhengmingError
from zhengming.glossary.checks import error
from zhengming.glossary.lint.form import DOI
from zhengming.glossary.matcher import Matcher
from zhengming.glossary.model import Glossary, Source
from zhengming.glossary.table import HOUSE

_DOI_LINK = re.compile(r"doi\.org/([^\s;]+)")
_YEARS = range(1900, 2101)


def check_sources(glossary: Glossary, _: Matcher) -> Iterator[ZhengmingError]:
    """Preferred names have documents; documents can be found, and some name rests on each."""
    used: set[str] = set()
    for concept in glossary.concepts.values():
        for term in concept.terms:
            used.update(term.sources)
            if term.status == "preferred" and not term.sources:
                yield error(
                    f'"{term.text}" is preferred, and no document shows it',
                    term.place,
                    "name a document in `sources` (`house` for the project's own word), or lower the status",
                )
    for source in glossary.sources.values():
        if source.id == HOUSE.id:
            continue
        if source.id not in used:
            yield _fault(source, "no name rests on it", "take it out, or name it in `sources`")
        yield from _form(source)


def _form(source: Source) -> Iterator[ZhengmingError]:
    if not source.where:
        yield _fault(source, "nobody can find it", "say in `where` how to open the document")
    for link in _DOI_LINK.findall(source.where):
        if not DOI.fullmatch(link):
            yield _fault(source, f'"{link}" is no DOI', "copy it from the document")
        elif source.id.startswith("doi-") and source.id != f"doi-{_slug(link)}":
            yield _fault(source, f"its id is not that of {link}", f"doi-{_slug(link)}")
    if source.year is not None and source.year not in _YEARS:
        yield _fault(source, f"{source.year} is no year", "write four digits")


def _slug(doi: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", doi.lower()).strip("-")


def _fault(source: Source, message: str, hint: str) -> ZhengmingError:
    return error(f'source "{source.id}": {message}', source.place, hint)
