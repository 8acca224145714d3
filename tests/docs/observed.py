"""What rules do with their own failing examples: how severe the findings are, and what mends them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.rules.test_examples import SETTINGS
from zhengming import builtin, rules
from zhengming.documents import parse_document
from zhengming.glossary.load import LoadedGlossary, load_glossary
from zhengming.references import lint
from zhengming.references.registered import Identifier, Registered
from zhengming.references.retractions import Retraction, Retractions

_RETRACTED = Retraction("Retraction", "1/2/2020", "Falsification of Data")
_WANTED = lint.Options(
    journals="abbreviated",
    key_pattern="{author}{year}{word}",
    retractions=Retractions({"10.1000/retracted": _RETRACTED, "99999999": _RETRACTED}),
    registered={
        Identifier("doi", "10.1000/unknown"): Registered(None),
        Identifier("doi", "10.1000/other"): Registered({"title": "Asthma in children"}),
        Identifier("doi", "10.1000/sound"): Registered({"title": "Lung Cancer in Women."}),
        Identifier("doi", "10.1000/short"): Registered({"title": "Lung Cancer"}),
    },
)


@dataclass(frozen=True, slots=True)
class Observed:
    """A rule with the severities and the fixes ("safe", "unsafe", "none") of its findings."""

    rule: rules.Rule | lint.Rule
    severities: frozenset[str]
    fixes: frozenset[str]

    @classmethod
    def of(
        cls, rule: rules.Rule | lint.Rule, found: Iterable[rules.Finding | lint.Problem]
    ) -> Observed:
        told = list(found)
        fixes = frozenset(one.fix.safety if one.fix else "none" for one in told)
        return cls(rule, frozenset(one.severity for one in told), fixes)


def observed() -> tuple[Observed, ...]:
    """All rules for drafts, then all rules for references."""
    names = load_glossary([builtin.data_directory("glossary")])
    drafts = (Observed.of(rule, _findings(rule, names)) for rule in rules.RULES)
    references = (Observed.of(rule, _problems(rule)) for rule in lint.RULES)
    return (*drafts, *references)


def _findings(rule: rules.Rule, names: LoadedGlossary) -> Iterable[rules.Finding]:
    for text in rule.failing:
        document = parse_document("draft.md", text.encode())
        yield from rule.check(rules.Draft(document, names, **SETTINGS.get(rule.id, {})))


def _problems(rule: lint.Rule) -> Iterable[lint.Problem]:
    for text in rule.failing:
        yield from lint.lint([lint.Library(text, Path("refs.bib"))], _WANTED, [rule])
