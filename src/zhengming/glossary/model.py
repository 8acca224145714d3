"""Concepts and terms in the sense of ISO 30042 (TBX): one concept, many names, each with a status."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from zhengming.glossary.place import Place
from zhengming.glossary.record import record

Kind = Literal["drug", "trial", "abbreviation", "gene", "organisation", "term"]
Status = Literal["preferred", "admitted", "deprecated", "misspelling", "brand", "code", "ambiguous"]
Language = Literal["zh-CN", "zh-TW", "zh-HK", "en", "zxx"]

Grade = Literal["A", "B", "C", "D"]
Phase = Literal["1", "1/2", "2", "2/3", "3", "4"]

KINDS: tuple[str, ...] = get_args(Kind)
STATUSES: tuple[str, ...] = get_args(Status)
LANGUAGES: tuple[str, ...] = get_args(Language)
PHASES: tuple[str, ...] = get_args(Phase)
MARKETS = ("CN",)
TYPES = ("fullForm", "abbreviation")
SETTINGS: Mapping[str, tuple[str, str]] = {
    "dose": ("only before a dose", "仅在剂量之前"),
    "treatment": ("only before a dose or beside a drug", "仅在剂量之前或其他药物旁"),
}
LONGEST = 200  # characters; a name beyond this is a pasted paragraph


@record
class Source:
    """A public document that shows a name.

    Attributes:
        market: ``CN`` if the drugs it names are on the market of the mainland.
    """

    id: str
    kind: str
    title: str
    publisher: str = ""
    year: int | None = None
    where: str = ""
    market: str = ""
    place: Place = field(default=("", 0), compare=False)


@record
class Evidence:
    """What the documents behind a name amount to; ``zhengming.glossary.evidence`` works it out.

    Attributes:
        grade: A (official) to D (none).
        witnesses: how many independent documents print the name.
        own: whether the project's own list says so.
    """

    grade: Grade = "D"
    witnesses: int = 0
    own: bool = False


@record
class Term:
    """One name of a concept.

    Attributes:
        text: the name as it is to be printed.
        lang: BCP 47 tag; ``zxx`` for codes, which belong to no language.
        status: preferred, admitted, or what is wrong or special about it.
        sources: ids of the documents that show it.
        type: ``fullForm`` or ``abbreviation`` (ISO 30042 ``termType``).
        setting: where alone the name is the drug's; ``dose``: where a dose follows, ``treatment``: there
            or beside another drug, and then in all of the document.
        evidence: what the sources amount to, once a glossary is loaded.
    """

    text: str
    lang: str
    status: str
    sources: tuple[str, ...] = ()
    type: str = "fullForm"
    setting: str = ""
    place: Place = field(default=("", 0), compare=False)
    evidence: Evidence = field(default=Evidence(), compare=False)

    @property
    def is_variant(self) -> bool:
        """Whether the name is one to write otherwise."""
        return self.status in ("deprecated", "misspelling")


@record
class Spec:
    """A text and what ``normalize`` must make of it; run whenever the glossary is loaded."""

    given: str
    expected: str
    place: Place = field(compare=False)


@record
class Concept:
    """A drug, trial, gene or the like, with all its names.

    Attributes:
        exceptions: longer strings that hold one of the names and mean something else.
        look_alikes: ids of concepts that are easily taken for this one.
        registry: trial registry ids.
        drugs: ids of the drugs that a trial tests.
        phase: of a trial, one of ``PHASES``; empty where no document was seen to state it.
    """

    id: str
    kind: str
    terms: tuple[Term, ...]
    place: Place = field(compare=False)
    targets: tuple[str, ...] = ()
    look_alikes: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()
    registry: tuple[str, ...] = ()
    drugs: tuple[str, ...] = ()
    phase: str = ""
    publication: Mapping[str, str] = field(default_factory=dict)
    notes: str = ""
    specs: tuple[Spec, ...] = ()

    def preferred(self, lang: str) -> Term | None:
        """The full form to write in ``lang``, else the one that belongs to no language."""
        neutral = None
        for term in reversed(self.terms):
            if term.status == "preferred" and term.type == "fullForm":
                if term.lang == lang:
                    return term
                if term.lang == "zxx":
                    neutral = neutral or term
        return neutral

    @property
    def label(self) -> str:
        """The name to call the concept by in an English sentence."""
        term = self.preferred("en") or self.preferred("zh-CN")
        return term.text if term else self.id


@dataclass(frozen=True, slots=True)
class Glossary:
    """All concepts by id, after layering, and the documents that their names rest on.

    Attributes:
        silenced: names of concepts that the project disabled: known, and nothing is said of them.
    """

    concepts: Mapping[str, Concept]
    sources: Mapping[str, Source]
    silenced: tuple[str, ...] = ()
