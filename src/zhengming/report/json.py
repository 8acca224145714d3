"""Findings and mentions as JSON, version 1: offsets are code points, ends are exclusive."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from zhengming.messages import say
from zhengming.report.model import Checked, Form

if TYPE_CHECKING:  # `dump` serves commands that know neither drafts nor rules
    from zhengming.documents import Document
    from zhengming.rules import Finding, Located
    from zhengming.text.span import Span

VERSION = 1


def render_mentions(found: Iterable[tuple[Document, Located]]) -> str:
    """``{"version", "mentions": […]}``, one for each reading of each name."""
    return dump({"version": VERSION, "mentions": [mention(d, located) for d, located in found]})


def dump(data: Any) -> str:
    """JSON as we print it: readable, Chinese as it is."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def indented(data: Any, depth: int = 4) -> str:
    """One object of a list, as ``dump`` would print it ``depth`` columns in."""
    margin = "\n" + " " * depth
    return margin + json.dumps(data, ensure_ascii=False, indent=2).replace("\n", margin)


def place(document: Document, span: Span) -> dict[str, Any]:
    """The fields that say where something is."""
    line, column = document.lines.position(span.start)
    return {
        "path": document.path,
        "start": span.start,
        "end": span.end,
        "line": line,
        "column": column,
    }


def mention(document: Document, located: Located) -> dict[str, Any]:
    """A name in a text; an ambiguous one gives its first concept and lists the others."""
    span, (sense, *others) = located.span, located.mention.senses
    data = place(document, span) | {
        "surface": document.written(span),
        "concept": sense.concept.id,
        "kind": sense.concept.kind,
        "term": sense.term.text,
        "status": sense.term.status,
    }
    if others:
        data["or"] = [other.concept.id for other in others]
    return data


def _finding(document: Document, finding: Finding, lang: str) -> dict[str, Any]:
    fix = finding.fix and {
        "safety": finding.fix.safety,
        "edits": [
            {"start": e.span.start, "end": e.span.end, "content": e.content}
            for e in finding.fix.edits
        ],
    }
    return place(document, finding.span) | {
        "rule": finding.rule,
        "severity": finding.severity,
        "message": say(finding.message, lang),
        "fix": fix,
    }


def _items(checked: Checked, lang: str) -> Iterator[str]:
    return (indented(_finding(checked.document, finding, lang)) for finding in checked.findings)


def list_form(
    items: Callable[[Checked, str], Iterable[str]], head: Callable[[str], str], tail: str
) -> Form:
    """A JSON document that ends in the list of findings; ``tail`` closes it on a new line."""
    return Form(
        items,
        head=head,
        separator=",",
        tail=lambda tally, lang: tail if tally.total else tail.lstrip(),
    )


FORM = list_form(
    _items, head=lambda lang: f'{{\n  "version": {VERSION},\n  "findings": [', tail="\n  ]\n}\n"
)
