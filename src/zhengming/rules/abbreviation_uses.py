"""The abbreviations of a draft: explanations, uses, and what the glossary knows of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from zhengming.documents import Block
from zhengming.glossary.forms import Sense, letters_of
from zhengming.glossary.model import Concept
from zhengming.rules.abbreviation_text import (
    Definition,
    definitions,
    document_parts,
    singular,
)
from zhengming.rules.base import Draft
from zhengming.rules.parts import Part
from zhengming.text.span import Span

# Two capitals near the front; a word may be divided at a line end (ctD⁃\nNA).
_TOKEN = re.compile(
    r"(?<![A-Za-z0-9])[a-z]{0,3}[A-Z](?:[a-z]{0,2}[A-Z][A-Za-z0-9]*(?:[⁃\u00ad]\s*[A-Za-z0-9]+)*"
    r"|(?:[⁃\u00ad]\s*[A-Za-z0-9]+)+)(?!-\d|-[A-Z]\d)"
)
_DIVIDED = re.compile(r"[⁃\u00ad]\s*")


@dataclass(frozen=True, slots=True)
class Use:
    """An abbreviation in running text, a table or a heading; not where it is explained."""

    span: Span
    part: Part
    heading: bool


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """What a draft does with abbreviations.

    Attributes:
        definitions: in order.
        uses: by abbreviation in the singular, in order; title page and key words left out.
    """

    draft: Draft
    definitions: Sequence[Definition]
    uses: Mapping[str, Sequence[Use]]

    def senses(self, abbreviation: str) -> list[Sense]:
        """All that the glossary knows under this very spelling."""
        return [
            sense
            for form in self.draft.names.matcher.forms(abbreviation.lower())
            if form.letters in ("", letters_of(abbreviation))
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
    hyphenated = [token for token in own if not token.isalnum()]
    parts = draft.once(document_parts)
    uses: dict[str, list[Use]] = defaultdict(list)
    for block in draft.document.blocks:
        for token, start, end in _tokens(block, hyphenated):
            span = block.locate(Span(start, end))
            part = parts.at(span.start)
            if part.kind != "front" and not _explains(span, own.get(token, ())):
                uses[token].append(Use(span, part, block.kind in ("heading", "title")))
    return Abbreviations(draft, explained, uses)


def _tokens(block: Block, hyphenated: Sequence[str]) -> list[tuple[str, int, int]]:
    tokens = [
        (singular(_DIVIDED.sub("", match.group())), match.start(), match.end())
        for match in _TOKEN.finditer(block.text)
    ]
    if hyphenated:
        words = "|".join(map(re.escape, sorted(hyphenated, key=len, reverse=True)))
        pattern = re.compile(rf"(?<![A-Za-z0-9])(?:{words})(?![A-Za-z0-9])")
        tokens += ((m.group(), m.start(), m.end()) for m in pattern.finditer(block.text))
        tokens.sort(key=lambda token: token[1])
    return tokens


def _explains(span: Span, own: Sequence[Definition]) -> bool:
    """Whether the abbreviation stands in its own explanation, or right before it."""
    return any(
        d.span.overlaps(span) or (d.kind == "reversed" and 0 <= d.span.start - span.end <= 2)
        for d in own
    )
