"""Which glossary a command works with, and how a name is shown in a line."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from zhengming.cli import options, session
from zhengming.glossary.diff import Change
from zhengming.glossary.loaded import LoadedGlossary
from zhengming.glossary.model import KINDS, Concept, Glossary, Term

_F = TypeVar("_F", bound=Callable[..., Any])


def glossary(function: _F) -> _F:
    """The glossary: the project's, or the files named."""
    return click.option(
        "--glossary",
        "layers",
        multiple=True,
        type=click.Path(path_type=Path),
        help="Glossary file or folder, in place of the built-in one; may be repeated. 指定词库，可多次给出。",
    )(options.project(function))


def kinds(function: _F) -> _F:
    """Only concepts of some kinds."""
    return click.option(
        "--kind",
        "kinds",
        type=click.Choice(KINDS),
        multiple=True,
        help="Only names of this kind; may be repeated. 只列该类名称，可多次给出。",
    )(function)


def load(layers: Sequence[Path], config_path: Path | None, isolated: bool) -> LoadedGlossary:
    """The glossary that ``glossary`` asks for."""
    if layers:
        from zhengming.glossary.cached import load_cached

        return load_cached(layers)
    return session.names(session.settings(config_path, isolated))


def chosen(glossary: Glossary, kinds: Sequence[str]) -> list[Concept]:
    """The concepts of some kinds, or all, by kind and id."""
    concepts = (c for c in glossary.concepts.values() if not kinds or c.kind in kinds)
    return sorted(concepts, key=lambda concept: (KINDS.index(concept.kind), concept.id))


def line(concept: Concept, term: Term) -> str:
    """A name with its concept, status and grade."""
    return (
        f"{term.text} → {concept.id} ({concept.kind}, {term.status}, grade {term.evidence.grade})"
    )


def padded(text: str, width: int) -> str:
    """``text`` with spaces behind it, Han characters counted as two columns."""
    return text + " " * (width - columns(text))


def columns(text: str) -> int:
    """How many columns of a terminal the text takes."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def told(changes: Iterable[Change], lang: str) -> str:
    """Changes in words, a concept at a time."""
    return "".join(
        f"{change.concept}: {words[lang == 'zh']}\n" for change in changes for words in change.words
    )
