"""Check many files at once, each in a process of its own, and keep their order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from zhengming.baseline import Baseline, Known, name_of
from zhengming.citations.declared import declared
from zhengming.citations.markers import cited_keys, may_cite
from zhengming.cli import session
from zhengming.config import Config
from zhengming.documents import Document, read_document
from zhengming.engine import check
from zhengming.errors import ZhengmingError
from zhengming.glossary.loaded import LoadedGlossary
from zhengming.report import Checked, Part, form_of
from zhengming.rules import Finding
from zhengming.rules.across_files import Odd, Uses, finding, uses
from zhengming.rules.term_consistency import TERM007

if TYPE_CHECKING:
    from zhengming.references.opening import AnyStore

_WORTHWHILE = 16  # files; below, starting processes takes longer than checking


Learned = Mapping[str, Mapping[str, Known]]


@dataclass(frozen=True, slots=True)
class Result:
    """A file's part of the report, what a new baseline would know of it, and the names it uses."""

    part: Part
    learned: Learned
    uses: Uses = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Job:
    """What every process needs to know.

    Attributes:
        refs: the drafts' own references: all of them have to be cited.
        baseline: where findings that are known and not told again are kept.
        known: those findings; None to tell nothing and collect all for a new baseline.
        encoding: of the files, if the user says so.
    """

    config: Config
    form: str
    lang: str
    refs: tuple[Path, ...] = ()
    baseline: Path | None = None
    known: Baseline | None = None
    encoding: str | None = None

    def result(self, document: Document, names: LoadedGlossary) -> Result:
        """Check one document; references are read only for one that seems to cite."""
        draft = self.config.draft(document, names)
        if may_cite(document):
            store = self._store(document)
            own = tuple(r.id for r in store) if store and self.refs else ()
            draft = replace(draft, store=store, must_cite=own)
        selection = self.config.selection
        compared = TERM007 in selection.rules(document.path)
        used = uses(draft) if compared else {}
        return replace(self._told(document, check(draft, selection)), uses=used)

    def _store(self, document: Document) -> AnyStore | None:
        """Where the keys of a draft are looked up: what the user or the draft names.

        Else the built-in references, if it cites from them.
        """
        if named := self.refs or self.config.refs:
            return _store(named, Path.cwd())
        own = declared(document)
        if own is None:
            store = _store((), Path.cwd())
            return store if any(key in store for key in cited_keys(document)) else None
        try:
            return _store(own, Path.cwd()) if own else None
        except ZhengmingError:  # what is wrong with that file is for `refs lint` to say
            return None

    def compared(self, document: Document, names: LoadedGlossary, odd: Iterable[Odd]) -> Result:
        """What the other files of the run show about one document."""
        draft = self.config.draft(document, names)
        found = [told for one in odd if (told := finding(draft, one))]
        return self._told(document, [self.config.selection.graded(told) for told in found])

    def _told(self, document: Document, findings: Sequence[Finding]) -> Result:
        learned: Learned = {}
        if self.baseline:
            name = name_of(document.path, self.baseline)
            if self.known:
                findings = self.known.fresh(name, document, findings)
            else:
                learned = Baseline().updated(name, document, findings).files
                findings = []
        return Result(form_of(self.form).part(Checked(document, findings), self.lang), learned)


def results(paths: Sequence[str], job: Job, processes: int) -> Iterator[Result | ZhengmingError]:
    """What came of each file, or why nothing did, in the order of ``paths``."""
    if processes < 2 or len(paths) < _WORTHWHILE:
        names = session.names(job.config)
        yield from (_result(path, job, names) for path in paths)
        return
    from concurrent.futures import ProcessPoolExecutor  # costs 40 ms, and one file needs none

    chunk = max(1, min(8, len(paths) // (4 * processes)))
    with ProcessPoolExecutor(processes, initializer=_start, initargs=(job,)) as pool:
        yield from pool.map(_result_here, paths, chunksize=chunk)


def _result(path: str, job: Job, names: LoadedGlossary) -> Result | ZhengmingError:
    try:
        return job.result(read_document(Path(path), job.encoding), names)
    except ZhengmingError as error:
        return error


@cache
def _store(refs: tuple[Path, ...], directory: Path) -> AnyStore:
    """The references in ``refs``, which are named relative to ``directory``."""
    return session.store(refs)


_here: tuple[Job, LoadedGlossary]


def _start(job: Job) -> None:
    global _here
    _here = job, session.names(job.config)


def _result_here(path: str) -> Result | ZhengmingError:
    return _result(path, *_here)
