"""Reference files under their rules, as reports and baselines see documents and findings."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

from zhengming.documents import Document
from zhengming.documents.encoding import Encoding
from zhengming.documents.model import Comment
from zhengming.references.lint import RULES, Library, Options, Problem, lint
from zhengming.report import Checked
from zhengming.rules import Finding
from zhengming.rules.ignores import IGN001, IGN002, Ignores, read_ignores, unused, wrong
from zhengming.rules.selection import Selectable, Selection, known_codes
from zhengming.text.span import Span

ALL_RULES: Sequence[Selectable] = (*RULES, IGN002, IGN001)
# Unused ones last: by then all else has been asked.
_ABOUT_IGNORES = {IGN002.id: wrong, IGN001.id: unused}
_OURS = re.compile(r"%+[ \t]*(zhengming:[^\r\n]*)")


def checked(
    libraries: Sequence[Library], options: Options, selection: Selection
) -> Iterator[Checked]:
    """Each file with what the selected rules find in it and no comment ignores."""
    problems = lint(libraries, options, selection.among(RULES))
    by_file = {path: list(group) for path, group in groupby(problems, lambda one: one.path)}
    for library in libraries:
        document = _document(library)
        entries = [block.span for block in library.bib.blocks if block.is_entry]
        hidden = read_ignores(document, lambda: known_codes(ALL_RULES), entries)
        findings = _findings(library, by_file.get(library.path, []), selection, hidden)
        graded = map(selection.graded, findings)
        yield Checked(document, sorted(graded, key=lambda one: (one.span, one.rule)))


def _findings(
    library: Library, problems: Sequence[Problem], selection: Selection, hidden: Ignores
) -> Iterator[Finding]:
    by_rule: dict[str, list[Finding]] = defaultdict(list)
    for problem in problems:
        by_rule[problem.rule].append(_finding(problem))
    running = {rule.id for rule in selection.among(ALL_RULES, str(library.path))}
    for rule in RULES:
        if rule.id in running:
            yield from hidden.hide(rule.id, by_rule[rule.id])
    for rule_id, find in _ABOUT_IGNORES.items():
        if rule_id in running:
            yield from hidden.hide(rule_id, find(hidden))


def _document(library: Library) -> Document:
    return Document(
        str(library.path), "bibtex", library.text, Encoding(), (), comments=_comments(library)
    )


def _comments(library: Library) -> list[Comment]:
    """What is said to zhengming: between entries, or between the fields of one."""
    taken = [
        span
        for block in library.bib.blocks
        for span in ([field.span for field in block.fields] if block.is_entry else [block.span])
    ]
    starts = [span.start for span in taken]
    comments = []
    for found in _OURS.finditer(library.text):
        before = bisect_right(starts, found.start()) - 1
        if before < 0 or taken[before].end <= found.start():
            comments.append(Comment(Span(found.start(), found.end()), found[1].strip()))
    return comments


def _finding(problem: Problem) -> Finding:
    return Finding(problem.rule, problem.severity, problem.span, problem.message, problem.fix)
