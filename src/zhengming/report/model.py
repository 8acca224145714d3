"""What reports are made of, and how one is put together file by file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from zhengming.messages import SEVERITIES

if TYPE_CHECKING:
    from zhengming.documents import Document
    from zhengming.rules import Finding


@dataclass(frozen=True, slots=True)
class Checked:
    """A document and its findings, by place."""

    document: Document
    findings: Sequence[Finding]


@dataclass(slots=True)
class Tally:
    """Files and findings counted, the latter by severity, and how many have a fix."""

    files: int = 0
    severities: Counter[str] = field(default_factory=Counter)
    fixable: int = 0

    def add(self, other: Tally) -> None:
        """Count another tally in."""
        self.files += other.files
        self.severities += other.severities
        self.fixable += other.fixable

    @property
    def total(self) -> int:
        """All findings."""
        return self.severities.total()

    def fails(self, least: str) -> bool:
        """Whether something at least that severe was found; nothing is as severe as ``never``."""
        grave = () if least == "never" else SEVERITIES[: SEVERITIES.index(least) + 1]
        return any(self.severities[severity] for severity in grave)


@dataclass(frozen=True, slots=True)
class Part:
    """A file's share of a report: small, and able to cross from one process to another."""

    items: tuple[str, ...]
    tally: Tally


@dataclass(frozen=True, slots=True)
class Form:
    """A report as a head, items parted by a separator, and a tail.

    Attributes:
        items: a file's items, in the language asked for.
        tail: what closes the report, by what was counted.
    """

    items: Callable[[Checked, str], Iterable[str]]
    head: Callable[[str], str] = lambda lang: ""
    separator: str = ""
    tail: Callable[[Tally, str], str] = lambda tally, lang: ""

    def part(self, checked: Checked, lang: str) -> Part:
        """The share of one file."""
        findings = checked.findings
        tally = Tally(
            1,
            Counter(finding.severity for finding in findings),
            sum(finding.fix is not None for finding in findings),
        )
        return Part(tuple(self.items(checked, lang)), tally)

    def write(self, parts: Iterable[Part], total: Tally, lang: str) -> Iterator[str]:
        """The report in pieces, as the parts come in; ``total`` is counted up on the way."""
        yield self.head(lang)
        separator = ""
        for part in parts:
            total.add(part.tally)
            if part.items:
                yield separator + self.separator.join(part.items)
                separator = self.separator
        yield self.tail(total, lang)
