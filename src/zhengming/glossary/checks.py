"""What a glossary may not say: checks that run whenever one is loaded.

A preferred name may hold a variant, its own or another's: it is looked for itself, and the longest
name wins, so that it is never rewritten from inside.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from zhengming.errors import ZhengmingError
from zhengming.glossary.forms import Sense, form_of, pattern_of
from zhengming.glossary.matcher import Matcher
from zhengming.glossary.model import Concept, Glossary
from zhengming.glossary.place import error_at, place_text
from zhengming.glossary.rewrite import rewritten
from zhengming.messages import Message
from zhengming.text.projection import project_all


def check_glossary(glossary: Glossary, matcher: Matcher) -> None:
    """Refuse a glossary that would contradict itself or fail its own specs.

    Raises:
        ZhengmingError: at the first fault, with file, line and hint.
    """
    for fault in faults(glossary, matcher):
        raise fault


def faults(glossary: Glossary, matcher: Matcher) -> Iterator[ZhengmingError]:
    """Each contradiction and each spec that fails."""
    yield from _references(glossary)
    yield from _forms(matcher)
    yield from _specs(glossary.concepts.values(), matcher)


def _references(glossary: Glossary) -> Iterator[ZhengmingError]:
    """Sources, look-alikes and drugs that are named must exist."""
    for concept in glossary.concepts.values():
        for term in concept.terms:
            for source in term.sources:
                if source not in glossary.sources:
                    yield error_at(
                        Message(
                            f'"{term.text}" names a source that is not listed: {source}',
                            f"“{term.text}”引用了未列出的文献：{source}",
                        ),
                        term.place,
                        Message(
                            "add the document to sources.yaml, or correct its id",
                            "请将该文献加入 sources.yaml，或改正编号",
                        ),
                    )
        for field, ids in (("look_alikes", concept.look_alikes), ("drugs", concept.drugs)):
            for other in ids:
                if other not in glossary.concepts:
                    yield error_at(
                        Message(
                            f'"{concept.id}" names an unknown concept in {field}: {other}',
                            f"“{concept.id}”的 {field} 中有未知的词条：{other}",
                        ),
                        concept.place,
                        Message("correct the id, or add the concept", "请改正 id，或添加该词条"),
                    )


def _forms(matcher: Matcher) -> Iterator[ZhengmingError]:
    """One form, one preferred meaning; an ambiguous form has no rewrite."""
    for pattern, senses in matcher.shared():
        meanings = {sense.concept.id for sense in senses}
        by_status: dict[str, list[Sense]] = defaultdict(list)
        for sense in senses:
            by_status[sense.term.status].append(sense)
        if len(meanings) < 2 and "ambiguous" not in by_status:
            continue
        if all(pattern_of(sense.term.text) != pattern for sense in senses):
            continue
        yield from _preferred_twice(by_status["preferred"])
        variants = by_status["deprecated"] + by_status["misspelling"]
        if variants and (by_status["ambiguous"] or len(meanings) > 1):
            sense = variants[0]
            yield error_at(
                Message(
                    f'"{sense.term.text}" may mean {" or ".join(sorted(meanings))}, '
                    f"yet {sense.concept.id} would rewrite it",
                    f"“{sense.term.text}”可能指 {' 或 '.join(sorted(meanings))}，"
                    f"而 {sense.concept.id} 会改写它",
                ),
                sense.term.place,
                Message(
                    'give it the status "ambiguous" in each concept: what is ambiguous is asked about',
                    "请在各词条中将其状态改为“ambiguous”：一名多指的只提问",
                ),
            )


def _preferred_twice(senses: list[Sense]) -> Iterator[ZhengmingError]:
    for earlier, sense in combinations(senses, 2):
        if _compete(earlier, sense):
            yield error_at(
                Message(
                    f'"{sense.term.text}" is preferred by {earlier.concept.id} and {sense.concept.id}',
                    f"“{sense.term.text}”是 {earlier.concept.id} 和 {sense.concept.id} 共同的首选名",
                ),
                sense.term.place,
                Message(
                    f"the other one is at {place_text(earlier.term.place)}; one name, one concept",
                    f"另一处在 {place_text(earlier.term.place)}；一个名称只属一个词条",
                ),
            )


def _compete(one: Sense, other: Sense) -> bool:
    """Whether they are of two concepts of one kind, and may stand in the same letters."""
    if one.concept.kind != other.concept.kind or one.concept.id == other.concept.id:
        return False
    letters, others = form_of(one).letters, form_of(other).letters
    return letters == others or not set(letters).isdisjoint(others)


def _specs(concepts: Iterable[Concept], matcher: Matcher) -> Iterator[ZhengmingError]:
    specs = [(concept, spec) for concept in concepts for spec in concept.specs]
    projections = project_all([spec.given for _, spec in specs])  # together, which is faster
    for (concept, spec), projection in zip(specs, projections, strict=True):
        got = rewritten(spec.given, matcher.find_all([projection])[0])
        if got != spec.expected:
            yield error_at(
                Message(
                    f'the spec "{spec.given}" should give "{spec.expected}" but gives "{got}"',
                    f"检验句“{spec.given}”应得“{spec.expected}”，实得“{got}”",
                ),
                spec.place,
                Message(
                    f"correct the spec or the terms of {concept.id}",
                    f"请改正检验句，或 {concept.id} 的名称",
                ),
            )
