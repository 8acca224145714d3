"""What a rule about references is, what it looks at, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from zhengming.messages import Message as Message  # rules take these from here
from zhengming.messages import Severity as Severity
from zhengming.references.bibtex.blocks import Blocks, read_blocks
from zhengming.references.bibtex.editing import BibText
from zhengming.references.bibtex.inherit import resolve
from zhengming.references.bibtex.scan import BlockSpan, FieldSpan
from zhengming.references.journals import Journal, Journals, builtin_journals
from zhengming.references.registered import Identifier, Registered
from zhengming.references.retractions import Retractions
from zhengming.text.edit import Edit, Safety
from zhengming.text.edit import Fix as Fix
from zhengming.text.lines import LineIndex
from zhengming.text.span import Span


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a rule has to say about a place in a file; ``span`` is in code points."""

    rule: str
    severity: Severity
    message: Message
    path: Path | None
    line: int
    column: int
    span: Span
    fix: Fix | None = None


@dataclass(frozen=True, slots=True)
class Options:
    """What a project wants of its references.

    Attributes:
        journals: ``abbreviated``, ``full``, or ``keep`` to leave journal names alone.
        key_pattern: a pattern of ``keys.make_key`` that keys must follow; empty for any.
        retractions: the table to look papers up in, if there is one.
        journal_list: journals known besides the built-in ones, and before them.
        registered: what services answered about identifiers, where they were asked.
    """

    journals: str = "keep"
    key_pattern: str = ""
    retractions: Retractions | None = None
    journal_list: tuple[Journal, ...] = ()
    registered: Mapping[Identifier, Registered] = field(default_factory=dict)


class Library:
    """One file under inspection: its text, its spans, and its entries as read."""

    def __init__(self, text: str, path: Path | None = None) -> None:
        self.path = path
        self.text = text
        self.bib = BibText(text)

    @cached_property
    def lines(self) -> LineIndex:
        """Offsets to lines."""
        return LineIndex(self.text)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The entries that can be read, in order."""
        blocks = {block.key: block for block in reversed(self.bib.blocks) if block.is_entry}
        return tuple(
            Entry(self, blocks[key], raw.type, raw.fields, _spans(blocks[key]))
            for key, raw in self.read.entries.items()
            if key in blocks and raw.type != "xdata"
        )

    @cached_property
    def read(self) -> Blocks:
        """Entries and problems as the reader sees them; inherited fields are in."""
        blocks = read_blocks(self.text, self.path)
        resolve(blocks)
        return blocks


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry: where it stands, and its values, inherited ones included, macros replaced."""

    library: Library
    block: BlockSpan
    type: str
    fields: Mapping[str, str]
    spans: Mapping[str, FieldSpan]

    @property
    def key(self) -> str:
        """The citation key."""
        return self.block.key

    def own(self, name: str) -> FieldSpan | None:
        """Where a field stands, unless it is inherited."""
        return self.spans.get(name)

    def set(self, name: str, value: str) -> tuple[Edit, ...]:
        """Edits that give a field a value."""
        return self.library.bib.set_field(self.block, name, value)

    def problem(
        self,
        rule: str,
        severity: Severity,
        message: Message,
        name: str = "",
        fix: Fix | None = None,
    ) -> Problem:
        """A problem of this entry, at one of its fields or at its key."""
        found = self.own(name) if name else None
        span = found.value if found else self.block.key_span
        return at(self.library, rule, severity, message, span, fix)

    def repair(self, name: str, value: str, safety: Safety = "safe") -> Fix | None:
        """A fix that sets an own field which is written as one piece; no fix for a macro."""
        found = self.own(name)
        if found is None:
            return None
        raw = self.library.text[found.value.start : found.value.end]
        if raw[:1] not in '{"' or raw[1:-1] != self.fields[name]:
            return None
        return Fix(safety, self.set(name, value))


def _spans(block: BlockSpan) -> Mapping[str, FieldSpan]:
    """The fields of a block by lower-case name; of a name written twice, the first."""
    return {field.name.lower(): field for field in reversed(block.fields)}


@dataclass(frozen=True)
class Shelf:
    """All files under inspection, and what is wanted of them."""

    libraries: tuple[Library, ...]
    options: Options = field(default_factory=Options)

    @cached_property
    def journals(self) -> Journals:
        """The journals that are known."""
        own = self.options.journal_list
        return Journals((*own, *builtin_journals().all)) if own else builtin_journals()

    @property
    def entries(self) -> Iterator[Entry]:
        """The entries of all files."""
        for library in self.libraries:
            yield from library.entries


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as data; the shape is that of the rules for drafts.

    Attributes:
        id: never changes once released.
        failing: BibTeX in which it finds something; run by the tests.
        passing: BibTeX in which it finds nothing; run by the tests.
        default: whether it runs when nothing was selected.
    """

    id: str
    summary: Message
    explanation: Message
    check: Callable[[Shelf], Iterator[Problem]]
    failing: tuple[str, ...]
    passing: tuple[str, ...]
    default: bool = True


def at(
    library: Library,
    rule: str,
    severity: Severity,
    message: Message,
    span: Span,
    fix: Fix | None = None,
) -> Problem:
    """A problem at a span of a file."""
    line, column = library.lines.position(span.start)
    return Problem(rule, severity, message, library.path, line, column, span, fix)
