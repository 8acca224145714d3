"""What is wrong with a glossary beyond what stops it from loading: every fault, with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from zhengming.errors import ZhengmingError
from zhengming.glossary.checks import faults
from zhengming.glossary.lint.characters import check_characters
from zhengming.glossary.lint.form import check_form
from zhengming.glossary.lint.look_alikes import check_look_alikes
from zhengming.glossary.lint.names import check_names
from zhengming.glossary.lint.sources import check_sources
from zhengming.glossary.lint.stems import check_stems
from zhengming.glossary.lint.traditional import check_traditional
from zhengming.glossary.matcher import Matcher
from zhengming.glossary.model import Glossary

Check = Callable[[Glossary, Matcher], Iterator[ZhengmingError]]

CHECKS: tuple[Check, ...] = (
    faults,
    check_form,
    check_characters,
    check_traditional,
    check_sources,
    check_names,
    check_stems,
    check_look_alikes,
)


def lint(glossary: Glossary) -> list[ZhengmingError]:
    """Every fault, in the order of files and lines."""
    matcher = Matcher(glossary.concepts.values())
    found = [fault for check in CHECKS for fault in check(glossary, matcher)]
    return sorted(found, key=lambda fault: (str(fault.path or ""), fault.line or 0))
