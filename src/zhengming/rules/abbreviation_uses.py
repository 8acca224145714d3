"""The abbreviations of a draft: explanations, uses, and what the glossary knows of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from zhengming.glossary.forms import Sense, letters_of
from zhengming.glossary.model import Concept
from zhengming.rules.abbreviation_letters import singular
from zhengming.rules.abbreviation_text import Definition, definitions
from zhengming.rules.base import Draft
from zhengming.rules.parts import Part, document_parts
from zhengming.text.span import Span

# Two capitals near the front; a word may be divided at a line end (ctD⁃\nNA). Looked for from the
# first capital on, which is fast; up to three small letters may stand before it (mPFS). Never a
# piece of a longer name (ALT of ALTA-3): what was taken is not given back.
_TOKEN = (
    r"[A-Z](?:[a-z]{0,2}[A-Z][A-Za-z0-9]*+(?:[⁃\u00ad]\s*[A-Za-z0-9]++)*+"
    r"|(?:[⁃\u00ad]\s*[A-Za-z0-9]++)++)(?!-\d|-[A-Z]\d)"
)
_SMALL = re.compile(r"(?<![A-Za-z0-9])[a-z]{0,3}\Z")
_FIGURES = re.compile(r"[0-9%０-９％]|[率期值比]|中位|median", re.IGNORECASE)
_BESIDE = 6  # characters
_DIVIDED = re.compile(r"[⁃\u00ad]\s*")


@dataclass(frozen=True, slots=True)
class Use:
    """An abbreviation in running text, a table or a heading; not where it is explained.

    Attributes:
        figures: whether a figure, or a word such as rate, stands beside it.
    """

    span: Span
    part: Part
    heading: bool
    figures: bool


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """What a draft does with abbreviations.

    Attributes:
        definitions: in order.
        uses: by abbreviation in the singular, for those explained here or known to the glossary:
            the first in each kind of part, apart from those in headings and beside figures; title
            page and key words left out.
    """

    draft: Draft
    definitions: Sequence[Definition]
    uses: Mapping[str, Sequence[Use]]

    def senses(self, abbreviation: str) -> list[Sense]:
        """All that the glossary knows under this very spelling."""
        return [
            sense
            for form in self.draft.names.matcher.forms(abbreviation.lower())
            if not form.letters or letters_of(abbreviation) in form.letters
            for sense in form.senses
        ]

    def meanings(self, abbreviation: str) -> list[Concept]:
        """The concepts that it abbreviates, or none if it is a gene, a drug or the like."""
        senses = self.senses(abbreviation)
        if any(sense.concept.kind != "abbreviation" for sense in senses):
            return []
        return [sense.concept for sense in senses if sense.term.type == "abbreviation"]

    def is_certain(self, definition: Definition) -> bool:
        """Whether the bracket explains an abbreviation: its letters or the glossary show it."""
        if definition.kind != "bracket":
            return False
        return bool(definition.english) or any(
            definition.chinese.endswith(term.text)
            for sense in self.senses(definition.abbreviation)
            for term in sense.concept.terms
            if term.lang.startswith("zh")
        )

    def line(self, span: Span) -> int:
        """The 1-based line on which a span starts."""
        return self.draft.document.lines.position(span.start)[0]


def abbreviations(draft: Draft) -> Abbreviations:
    """Read the abbreviations of a draft; ask through ``draft.once``."""
    explained = draft.once(definitions)
    own: dict[str, list[Definition]] = defaultdict(list)
    for definition in explained:
        own[definition.abbreviation].append(definition)
    uses: dict[str, list[Use]] = defaultdict(list)
    known = Abbreviations(draft, explained, uses)
    wanted = _Wanted(known, own)
    parts = draft.once(document_parts)
    seen: dict[tuple[str, str, str, bool], set[bool]] = defaultdict(set)
    for block in draft.document.blocks:
        text, heading = block.text, block.kind in ("heading", "title")
        only = parts.at(block.origin(0)) if block.kind != "text" else None
        if only and only.kind == "front":
            continue
        for start, end in wanted.places(text):
            token = wanted[text[start:end]]
            if not token:
                continue
            part = only or parts.at(block.origin(start))
            noted = seen[token, part.kind, part.lang, heading]
            if part.kind == "front" or len(noted) == 2:  # beside figures, and apart from them
                continue
            figures = _FIGURES.search(text, max(start - _BESIDE, 0), end + _BESIDE) is not None
            if figures in noted:
                continue
            span = block.locate((start, end))
            if not _explains(span, own.get(token, ())):
                noted.add(figures)
                uses[token].append(Use(span, part, heading, figures))
    return known


class _Wanted(dict[str, str]):
    """What is written, as an abbreviation in the singular; "" if uses of it do not matter."""

    def __init__(self, known: Abbreviations, own: Mapping[str, object]) -> None:
        super().__init__()
        self._known, self._own = known, own
        hyphenated = sorted((token for token in own if not token.isalnum()), key=len, reverse=True)
        words = "|".join(map(re.escape, hyphenated))
        own_words = rf"(?:{words})(?![A-Za-z0-9])|" if words else ""
        self._pattern = re.compile(own_words + _TOKEN)

    def __missing__(self, written: str) -> str:
        token = singular(written)
        if not token.isascii():
            token = _DIVIDED.sub("", token)
        matters = token in self._own or self._known.meanings(token)
        self[written] = token if matters else ""
        return self[written]

    def places(self, text: str) -> Iterator[tuple[int, int]]:
        """Where something has the shape of an abbreviation."""
        for match in self._pattern.finditer(text):
            start, end = match.span()
            before = text[start - 1 : start]
            if before.isalnum() and before.isascii():
                small = _SMALL.search(text, max(start - 4, 0), start)
                if small is None:
                    continue
                start = small.start()
            yield start, end


def _explains(span: Span, own: Sequence[Definition]) -> bool:
    """Whether the abbreviation stands in its own explanation, or right before it."""
    following = bisect_left(own, span.end, key=lambda definition: definition.span.start)
    near = own[max(following - 1, 0) : following + 1]
    return any(
        d.span.overlaps(span) or (d.kind == "reversed" and 0 <= d.span.start - span.end <= 2)
        for d in near
    )
