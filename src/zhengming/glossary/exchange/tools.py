"""Word lists for Vale, prh and AutoCorrect, so that teams can move over and compare.

Only what zhengming itself would rewrite is written as a replacement. The other tools know no
longer names that protect a shorter one: check what they change.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from zhengming.glossary.model import Concept
from zhengming.glossary.rewrite import variant_target

_SPECIAL = re.compile(r"[\\^$.|?*+()\[\]{}]")


def write_vale_accept(concepts: Iterable[Concept]) -> str:
    """``accept.txt`` of a Vale vocabulary: names that are right, as regular expressions."""
    right = ("preferred", "admitted", "brand", "code")
    return _lines(t.text for c in concepts for t in c.terms if t.status in right)


def write_vale_reject(concepts: Iterable[Concept]) -> str:
    """``reject.txt`` of a Vale vocabulary: variants that are rewritten here."""
    return _lines(variant for variant, _ in _rewrites(concepts))


def write_prh(concepts: Iterable[Concept]) -> str:
    """Rules for prh, which textlint runs too."""
    rules = "".join(
        f"  - expected: {_quoted(name)}\n    pattern: {_quoted(variant)}\n"
        for variant, name in _rewrites(concepts)
    )
    return f"version: 1\nrules:\n{rules}" if rules else "version: 1\nrules: []\n"


def write_autocorrect(concepts: Iterable[Concept]) -> str:
    """An ``.autocorrectrc`` with the words of its spell check."""
    words = "".join(f"    - {_quoted(f'{v} = {name}')}\n" for v, name in _rewrites(concepts))
    head = "rules:\n  spellcheck: 1\nspellcheck:\n  words:"
    return f"{head}\n{words}" if words else f"{head} []\n"


def _rewrites(concepts: Iterable[Concept]) -> Iterator[tuple[str, str]]:
    for concept in concepts:
        for term in concept.terms:
            target = variant_target(concept, term)
            if target:
                yield term.text, target.text


def _lines(texts: Iterable[str]) -> str:
    return "".join(_SPECIAL.sub(r"\\\g<0>", text) + "\n" for text in dict.fromkeys(texts))


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
