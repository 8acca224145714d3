"""What .nbib and PubMed XML have in common: publication types and the pair of titles."""

from __future__ import annotations

from collections.abc import Iterable

_TYPES = {
    "Book": "book",
    "Book Chapter": "chapter",
    "Preprint": "article",
    "Newspaper Article": "article-newspaper",
}
NOT_A_TYPE = frozenset(("Journal Article", *_TYPES))


def csl_type(kinds: Iterable[str]) -> str:
    """Return the CSL type for PubMed's publication types; an article unless one says more."""
    return next((_TYPES[kind] for kind in kinds if kind in _TYPES), "article-journal")


def titles(title: str, vernacular: str) -> tuple[str, str]:
    """Return an article's own title and its English one.

    PubMed gives a translation in square brackets (``[Targeted therapy …].``) and, for some
    journals, the title as printed. The printed one is the title; without it the translation has
    to be, unbracketed.
    """
    translated = title
    if title.startswith("[") and title.rstrip(".").endswith("]"):
        translated = title.rstrip(".")[1:-1]
    plain = without_stop(translated)
    if vernacular:
        return without_stop(vernacular), plain
    return plain, ""


def without_stop(title: str) -> str:
    """Cut the full stop that PubMed puts after every title, but not the one of ``et al...``."""
    title = title.strip()
    return (
        title[:-1].rstrip() if title.endswith((".", "。")) and not title.endswith("..") else title
    )
