"""Findings, fixes and what a rule is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from zhengming.documents import Block, Document
from zhengming.glossary.forms import Sense
from zhengming.glossary.loaded import LoadedGlossary
from zhengming.glossary.mention import Mention
from zhengming.messages import Message as Message  # rules take these from here
from zhengming.messages import Severity as Severity
from zhengming.rules.policy import Policy
from zhengming.text.edit import Fix as Fix
from zhengming.text.projection import Projection, project_all
from zhengming.text.span import Span

if TYPE_CHECKING:
    from zhengming.references.opening import AnyStore  # imported late: it reads BibTeX

T = TypeVar("T")

ALL = "ALL"


class Finding(NamedTuple):  # a draft may have thousands: made at a third of a dataclass's cost
    """Something a rule has to say about a place in a document.

    Attributes:
        rule: id of the rule.
        span: in code points of the document's text.
        fix: what would mend it, if that is known.
        concept: id of the concept concerned, if any.
    """

    rule: str
    severity: Severity
    span: Span
    message: Message
    fix: Fix | None = None
    concept: str | None = None


@dataclass(slots=True, eq=False)  # as mentions are, and for the same reason
class Located:
    """A mention and the block it stands in, whose spans and positions the mention has."""

    block: Block
    mention: Mention

    @property
    def span(self) -> Span:
        """Where it stands in the document."""
        return self.block.locate((self.mention.start, self.mention.end))


class Passage(NamedTuple):
    """A block, the text that names are looked for in, and the names in it, in order."""

    block: Block
    projection: Projection
    mentions: Sequence[Mention]

    def mentions_in(self, start: int, end: int) -> Sequence[Located]:
        """Those that start between two places of the document."""

        def origin(mention: Mention) -> int:
            return self.block.origin(mention.start)

        first, last = (bisect_left(self.mentions, at, key=origin) for at in (start, end))
        return [Located(self.block, mention) for mention in self.mentions[first:last]]


class Name(NamedTuple):
    """How a name is written, gaps left out, and what it may mean."""

    written: str
    senses: tuple[Sense, ...]


@dataclass(frozen=True)
class Draft:
    """What rules look at: a document and everything that is worked out once for all of them.

    Attributes:
        script: ``zh-Hans`` to ask for Simplified Chinese; ``zh-Hant``, ``zh-TW`` or ``zh-HK`` for
            Traditional, with the names of that place; ``keep`` to leave scripts alone.
        policy: the project's choices.
        store: where citation keys are looked up; without one they are not checked.
        must_cite: keys that this draft has to cite: those of a store made for it alone.
    """

    document: Document
    names: LoadedGlossary
    script: str = "zh-Hans"
    policy: Policy = field(default_factory=Policy)
    store: AnyStore | None = None
    must_cite: Collection[str] = ()
    _done: dict[Callable[[Draft], Any], Any] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )

    @cached_property
    def projections(self) -> tuple[tuple[Block, Projection], ...]:
        """Every block with the text that names are looked for in."""
        blocks = self.document.blocks
        return tuple(zip(blocks, project_all([block.text for block in blocks]), strict=True))

    @cached_property
    def passages(self) -> Sequence[Passage]:
        """The same with the known names in each."""
        found = self.names.matcher.find_all([projection for _, projection in self.projections])
        return [Passage(*pair, names) for pair, names in zip(self.projections, found, strict=True)]

    @cached_property
    def mentions(self) -> Sequence[Located]:
        """Every known name in the prose, in order."""
        return [Located(block, mention) for block, _, found in self.passages for mention in found]

    def mentions_in(self, span: Span) -> Sequence[Located]:
        """Those that start in a part of the document."""
        start, end = span
        first = max(bisect_right(self._starts, start) - 1, 0)
        last = bisect_left(self._starts, end)
        return [
            located
            for passage in self.passages[first:last]
            for located in passage.mentions_in(start, end)
        ]

    @cached_property
    def _starts(self) -> Sequence[int]:
        return [block.origin(0) for block in self.document.blocks]

    @cached_property
    def named(self) -> Mapping[Name, Sequence[Located]]:
        """The same by name, since most of what rules ask has one answer wherever it stands."""
        named: dict[Name, list[Located]] = {}
        for located in self.mentions:
            mention = located.mention
            name = mention.written, mention.senses
            places = named.get(name)  # type: ignore[call-overload]  # a plain tuple is equal
            if places is None:
                named[Name(*name)] = [located]
            else:
                places.append(located)
        return named

    @cached_property
    def concepts(self) -> frozenset[str]:
        """Ids of the concepts that the document names without ambiguity."""
        certain = (name.senses[0] for name in self.named if len(name.senses) == 1)
        return frozenset(sense.concept.id for sense in certain)

    def once(self, work: Callable[[Draft], T]) -> T:
        """What ``work`` makes of this draft, worked out when first asked for."""
        if work not in self._done:
            self._done[work] = work(self)
        result: T = self._done[work]
        return result


def codes_of(rule_id: str) -> tuple[str, ...]:
    """The codes that mean a rule: itself, its family, ALL; for references also ``REF3``."""
    family = rule_id.rstrip("0123456789")
    group = (rule_id[: len(family) + 1],) if family == "REF" else ()
    return rule_id, *group, family, ALL


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as data: its docstring-like text is what ``explain`` prints.

    Attributes:
        id: never changes once released.
        summary: what it asks for, in one line.
        explanation: why, where it comes from, and what to do.
        failing: texts in which it finds something; run by the tests.
        passing: texts in which it finds nothing; run by the tests.
        default: whether it runs when nothing was selected.
    """

    id: str
    summary: Message
    explanation: Message
    check: Callable[[Draft], Iterator[Finding]]
    failing: tuple[str, ...]
    passing: tuple[str, ...]
    default: bool = True
