"""Opening the reference store of a project: read outright where small, indexed where large."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from zhengming.references.files import bibliography_files
from zhengming.references.index import Index
from zhengming.references.store import Store

AnyStore = Store | Index
_LARGE = 1_000_000  # bytes; reading that much takes about as long as starting the program


def open_store(paths: Sequence[Path], *, to_search: bool = False) -> AnyStore:
    """Open the references of these files and directories.

    Args:
        paths: of the store.
        to_search: take the index however small they are, since it knows their pinyin.

    Raises:
        BibliographyError: all problems of all files, a key used in two of them included.
        ZhengmingError: a file is missing, unreadable or not text.
    """
    files = list(bibliography_files(paths))
    all_bibtex = all(path.suffix.lower() == ".bib" for path in files)
    if all_bibtex and (to_search or _size(files) > _LARGE):
        return Index.open(files)
    return Store.load(files)


def _size(files: Sequence[Path]) -> int:
    return sum(path.stat().st_size for path in files if path.exists())
