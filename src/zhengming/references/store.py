"""A reference store: the entries of one or more files, by key."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from zhengming.errors import UsageError, ZhengmingError
from zhengming.messages import Message
from zhengming.references.bibtex import read_bibtex
from zhengming.references.bibtex.blocks import ANOTHER_KEY
from zhengming.references.files import bibliography_files, read_text
from zhengming.references.model import Reference
from zhengming.references.problems import BibliographyError
from zhengming.references.search import search


@dataclass(frozen=True, slots=True)
class Store:
    """References by key, in the order of their files."""

    references: dict[str, Reference]

    @classmethod
    def load(cls, paths: Sequence[Path]) -> Store:
        """Read every file, and every ``.bib`` file of each directory.

        Raises:
            BibliographyError: all problems of all files, a key used in two of them included.
            ZhengmingError: a file is missing, unreadable or not text.
        """
        references: dict[str, Reference] = {}
        problems: list[ZhengmingError] = []
        for path in bibliography_files(paths):
            for reference in _read(path, problems):
                first = references.setdefault(reference.id, reference)
                if first is not reference:
                    problems.append(duplicate_key(first, reference))
        if problems:
            raise BibliographyError(problems)
        return cls(references)

    def get(self, key: str) -> Reference:
        """Return the reference with this key.

        Raises:
            UsageError: there is none; the hint names keys that look like it.
        """
        try:
            return self.references[key]
        except KeyError:
            raise unknown_key(key, self.references) from None

    def search(self, query: str, limit: int = -1) -> list[Reference]:
        """References that hold every word of the query, the newest first, at most ``limit``."""
        found = search(self, query)
        return found if limit < 0 else found[:limit]

    def near(self, key: str) -> list[str]:
        """Up to three keys that look like ``key``."""
        return near_keys(key, self.references)

    def __iter__(self) -> Iterator[Reference]:
        return iter(self.references.values())

    def __len__(self) -> int:
        return len(self.references)

    def __contains__(self, key: object) -> bool:
        return key in self.references


def unknown_key(key: str, known: Sequence[str] | dict[str, Reference]) -> UsageError:
    """The error for a key that is not in the store, with those that look like it."""
    near = near_keys(key, known)
    hint = (
        Message(f"did you mean {', '.join(near)}?", f"是否指 {'、'.join(near)}？")
        if near
        else Message("see the keys with: zhengming refs list", "查看引用键：zhengming refs list")
    )
    return UsageError(
        Message(f"no reference has the key “{key}”", f"没有引用键为“{key}”的文献"), hint=hint
    )


def near_keys(key: str, known: Sequence[str] | dict[str, Reference]) -> list[str]:
    """Up to three known keys that look like ``key``, the nearest first."""
    by_lower = {name.lower(): name for name in known}
    return [by_lower[name] for name in get_close_matches(key.lower(), by_lower, n=3, cutoff=0.6)]


def duplicate_key(first: Reference, second: Reference) -> ZhengmingError:
    """The error for one key in two places."""
    place = f"{first.path}:{first.line}" if first.line else str(first.path)
    return ZhengmingError(
        Message(
            f"the key “{second.id}” is already used in {place}",
            f"引用键“{second.id}”已用于 {place}",
        ),
        path=second.path,
        line=second.line,
        hint=ANOTHER_KEY,
    )


def _read(path: Path, problems: list[ZhengmingError]) -> Sequence[Reference]:
    if path.suffix.lower() != ".bib":
        from zhengming.references.exchange import read  # imported late: most stores are BibTeX

        imported = read(path)
        problems.extend(
            ZhengmingError(problem.message, path=path, line=problem.line)
            for problem in imported.problems
            if problem.lost
        )
        return imported.references
    bibliography = read_bibtex(read_text(path), path)
    problems.extend(bibliography.problems)
    return bibliography.references
