"""Traditional names: those that are stated are Traditional, and the others can be derived."""

from __future__ import annotations

from collections.abc import Iterator

from zhengming.errors import ZhengmingError
from zhengming.glossary.matcher import Matcher
from zhengming.glossary.model import Concept, Glossary, Term
from zhengming.glossary.place import error_at
from zhengming.messages import Message, same
from zhengming.text.script import in_simplified, is_simplified_only, name_to_traditional

_PLACES = ("zh-TW", "zh-HK")


def check_traditional(glossary: Glossary, _: Matcher) -> Iterator[ZhengmingError]:
    """Each Chinese name, beside the names that its concept has in other places."""
    for concept in glossary.concepts.values():
        for term in concept.terms:
            if term.lang in _PLACES:
                yield from _stated(term)
            elif term.lang == "zh-CN" and term.status == "preferred":
                yield from _derived(concept, term)


def _stated(term: Term) -> Iterator[ZhengmingError]:
    simplified = [char for char in term.text if is_simplified_only(char, term.lang)]
    if simplified:
        yield error_at(
            Message(
                f'"{term.text}" is {term.lang}, yet holds Simplified {"".join(simplified)}',
                f"“{term.text}”为 {term.lang}，却含简体字“{''.join(simplified)}”",
            ),
            term.place,
            same(name_to_traditional(term.text, term.lang)),
        )


def _derived(concept: Concept, term: Term) -> Iterator[ZhengmingError]:
    """A name that Traditional does not lead back to must be stated for both places."""
    derived = name_to_traditional(term.text, "zh-Hant")
    stated = {other.lang for other in concept.terms if other.status == "preferred"}
    if in_simplified(derived) != term.text and not stated.issuperset(_PLACES):
        yield error_at(
            Message(
                f'"{term.text}" has no Traditional form that leads back to it: {derived}',
                f"“{term.text}”的繁体形式不能还原：{derived}",
            ),
            term.place,
            Message(
                "state preferred names with lang zh-TW and zh-HK",
                "请写明 lang 为 zh-TW 和 zh-HK 的首选名",
            ),
        )
