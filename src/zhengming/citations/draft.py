"""Render the citations of a draft and append its reference list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from zhengming.citations.bibliography import named
from zhengming.citations.list_section import list_edit
from zhengming.citations.locators import parse_locator
from zhengming.citations.markers import Marker, find_markers
from zhengming.citations.narrative import author_words, before_number
from zhengming.citations.styles import HouseStyle
from zhengming.csl import Citation, CiteItem, render
from zhengming.csl.told import Told
from zhengming.documents import Document
from zhengming.documents.citekeys import KeyedItem
from zhengming.errors import UsageError, ZhengmingError
from zhengming.messages import Message
from zhengming.references.model import Reference
from zhengming.references.opening import AnyStore
from zhengming.references.problems import BibliographyError
from zhengming.text.edit import Edit, apply_edits

_FORMS = {"markdown": "markdown", "text": "text"}


@dataclass(frozen=True, slots=True)
class Cited:
    """A draft with its citations rendered and its list appended.

    Attributes:
        text: of the whole document.
        keys: cited, in order of first appearance.
        warnings: of the citation engine.
    """

    text: str
    keys: tuple[str, ...]
    warnings: tuple[Told, ...]


def cite(
    document: Document,
    store: AnyStore,
    style: HouseStyle,
    locale: str | None = None,
    *,
    links: bool = False,
) -> Cited:
    """Render every citation and the list; a draft without citations stays as it is.

    With ``links``, citations lead to their entries, and entries to DOI and URL.

    Raises:
        BibliographyError: keys that the store does not have, each with its place.
        ZhengmingError: a reference list stands where ours would go.
    """
    form = _FORMS.get(document.format)
    if form is None:
        raise ZhengmingError(
            Message(
                f"citations cannot be rendered in {document.format} files yet",
                f"尚不能在 {document.format} 文件中生成引用",
            ),
            path=document.path,
            hint=Message(f"formats: {', '.join(_FORMS)}", f"支持的格式：{'、'.join(_FORMS)}"),
        )
    markers = list(find_markers(document))
    if not markers:
        return Cited(document.text, (), ())
    references = _found(document, markers, store)
    engine = style.processor(references.values(), locale)
    for number, marker in enumerate(markers, 1):
        engine.cite(_citation(marker, number if style.is_note else 0))
    rendered = engine.finish()
    numeric = style.is_numeric
    edits = []
    for marker, rich in zip(markers, rendered.citations, strict=True):
        citation = _in_text(render(rich, form, links=links), style)
        if numeric and marker.narrative and not marker.items[0].suppress_author:
            words = author_words(references[marker.items[0].key].item)
            citation = before_number(words, citation)
        edits.append(Edit(marker.span, citation))
    entries = [render(entry.content, form, links=links) for entry in rendered.entries]
    if links:
        pairs = zip(rendered.entries, entries, strict=True)
        entries = [named(entry, text, form) for entry, text in pairs]
    edits.append(list_edit(document, entries))
    return Cited(apply_edits(document.text, edits), tuple(references), rendered.warnings)


def _in_text(citation: str, style: HouseStyle) -> str:
    """Note styles make inline notes, as pandoc writes them."""
    return f"^[{citation}]" if style.is_note else citation


def _citation(marker: Marker, note: int) -> Citation:
    items = tuple(_cite_item(item) for item in marker.items)
    return Citation(items, note_number=note, mode="composite" if marker.narrative else "")


def _cite_item(item: KeyedItem) -> CiteItem:
    label, value, rest = parse_locator(item.suffix)
    return CiteItem(
        item.key,
        locator=value,
        label=label,
        prefix=f"{item.prefix} " if item.prefix else "",
        suffix=rest,
        suppress_author=item.suppress_author,
    )


def _found(document: Document, markers: Sequence[Marker], store: AnyStore) -> dict[str, Reference]:
    """What is cited, by key, in order of first appearance."""
    found: dict[str, Reference] = {}
    problems: list[ZhengmingError] = []
    for item in (item for marker in markers for item in marker.items):
        try:
            found[item.key] = found.get(item.key) or store.get(item.key)
        except UsageError as error:
            line, column = document.lines.position(item.at)
            problems.append(
                ZhengmingError(
                    error.message, path=document.path, line=line, column=column, hint=error.hint
                )
            )
    if problems:
        raise BibliographyError(problems)
    return found
