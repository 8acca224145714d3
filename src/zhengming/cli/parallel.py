"""Check many files at once, each in a process of its own, and keep their order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from zhengming.cli import session
from zhengming.config import Config
from zhengming.documents import Document, read_document
from zhengming.engine import check
from zhengming.errors import ZhengmingError
from zhengming.glossary.load import LoadedGlossary
from zhengming.report import FORMS, Checked, Part

if TYPE_CHECKING:
    from zhengming.references.store import Store

_WORTHWHILE = 16  # files; below, starting processes takes longer than checking


@dataclass(frozen=True, slots=True)
class Job:
    """What every process needs to know.

    Attributes:
        refs: the drafts' own references: all of them have to be cited.
    """

    config: Config
    form: str
    lang: str
    refs: tuple[Path, ...] = ()

    def part(self, document: Document, names: LoadedGlossary) -> Part:
        """Check one document; references are read only for one that seems to cite."""
        draft = self.config.draft(document, names)
        if "@" in document.text:
            store = _store(self.refs or self.config.refs)
            draft = replace(
                draft, store=store, must_cite=tuple(store.references if self.refs else ())
            )
        findings = check(draft, self.config.selection)
        return FORMS[self.form].part(Checked(document, findings), self.lang)


def parts(paths: Sequence[str], job: Job, processes: int) -> Iterator[Part | ZhengmingError]:
    """Each file's part of the report, or why there is none, in the order of ``paths``."""
    if processes < 2 or len(paths) < _WORTHWHILE:
        names = session.names(job.config)
        yield from (_part(path, job, names) for path in paths)
        return
    chunk = max(1, min(8, len(paths) // (4 * processes)))
    with ProcessPoolExecutor(processes, initializer=_start, initargs=(job,)) as pool:
        yield from pool.map(_part_here, paths, chunksize=chunk)


def _part(path: str, job: Job, names: LoadedGlossary) -> Part | ZhengmingError:
    try:
        return job.part(read_document(Path(path)), names)
    except ZhengmingError as error:
        return error


@cache
def _store(refs: tuple[Path, ...]) -> Store:
    return session.store(refs)


_here: tuple[Job, LoadedGlossary]


def _start(job: Job) -> None:
    global _here
    _here = job, session.names(job.config)


def _part_here(path: str) -> Part | ZhengmingError:
    return _part(path, *_here)
