"""The CSL test-suite's file format, and its conventions, which are those of citeproc-js."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

from zhengming.csl import (
    Citation,
    CiteItem,
    CslError,
    Locales,
    Processor,
    Rendered,
    Style,
    citeorder,
    render,
)

Finish = Callable[[list[Citation]], Rendered]

_SECTION = re.compile(r">>=+ ([A-Z-]+) =+>>\n(.*?)\n?<<=+ \1 =+<<", re.DOTALL)


@dataclass(frozen=True)
class Fixture:
    """One test: a style, items, what to cite, what must come out."""

    name: str
    mode: str
    style: bytes
    items: list[dict[str, Any]]
    cites: list[list[dict[str, Any]]] | None
    citations: list[Any] | None
    entries: list[list[str]] | None
    section: dict[str, Any] | None
    result: str


def read_fixture(path: Path) -> Fixture:
    sections = dict(_SECTION.findall(path.read_text("utf-8")))

    def data(name: str) -> Any:
        return json.loads(sections[name]) if name in sections else None

    return Fixture(
        path.stem,
        sections["MODE"].strip(),
        sections["CSL"].strip().encode(),
        data("INPUT"),
        data("CITATION-ITEMS"),
        data("CITATIONS"),
        data("BIBENTRIES"),
        data("BIBSECTION"),
        sections["RESULT"].strip(),
    )


def run_fixture(fixture: Fixture, locales: Locales) -> str:
    """Return what the engine prints for a fixture, in the suite's notation."""
    try:
        return _run(fixture, locales).strip()
    except CslError as error:
        return f"[{error}]"


def _run(fixture: Fixture, locales: Locales) -> str:
    style = Style.parse(fixture.style, name=fixture.name)
    items = [
        {**item, "id": item.get("id", f"item-{index}")} for index, item in enumerate(fixture.items)
    ]

    def finish(citations: list[Citation]) -> Rendered:
        processor = Processor(style, items, locales=locales)
        for citation in citations:
            processor.cite(citation)
        if not fixture.citations:
            processor.include(_listed(fixture, items))
        return processor.finish()

    if fixture.citations:
        return _updated(fixture, finish)
    # Asked for one citation alone, the reference processor does not group its cites.
    with mock.patch.object(citeorder, "groups_authors", return_value=False):
        return _at_once(fixture, items, finish)


def _updated(fixture: Fixture, finish: Finish) -> str:
    """Return the citations, those marked that the last step changed."""
    states = [_state(fixture.citations, count) for count in (-1, len(fixture.citations))]
    before, after = (_texts(finish([c for _, c in state])) for state in states)
    last = fixture.citations[-1][0].get("citationID", "last")
    known = {id_: (c.note_number, text) for (id_, c), text in zip(states[0], before, strict=True)}
    if fixture.mode == "bibliography":
        return _listing(fixture, finish([c for _, c in states[1]]))
    lines = []
    for index, ((id_, citation), text) in enumerate(zip(states[1], after, strict=True)):
        same = known.get(id_) == (citation.note_number, text) and id_ != last
        lines.append(f"{'..' if same else '>>'}[{index}] {text}")
    return "\n".join(lines)


def _at_once(fixture: Fixture, items: list[dict[str, Any]], finish: Finish) -> str:
    if fixture.cites is None and fixture.mode == "citation":
        listed = [entry.id for entry in finish([]).entries] or list(
            dict.fromkeys(str(item["id"]) for item in items)
        )
        return "\n".join(_texts(finish([Citation(tuple(CiteItem(id_) for id_ in listed))])))
    rendered = finish(_clusters(fixture))
    if fixture.mode == "bibliography":
        return _listing(fixture, rendered)
    return "\n".join(_texts(rendered))


def _listed(fixture: Fixture, items: list[dict[str, Any]]) -> list[str]:
    if fixture.entries:
        return [str(id_) for id_ in fixture.entries[-1]]
    return [str(item["id"]) for item in items]


def _clusters(fixture: Fixture) -> list[Citation]:
    return [_citation(cluster, {}) for cluster in fixture.cites or ()]


def _citation(cites: list[dict[str, Any]], properties: dict[str, Any]) -> Citation:
    return Citation(
        tuple(_cite(cite) for cite in cites),
        int(properties.get("noteIndex") or 0),
        properties.get("mode", ""),
    )


def _cite(cite: dict[str, Any]) -> CiteItem:
    locator = cite.get("locator")
    return CiteItem(
        str(cite["id"]),
        None if locator is None else str(locator),
        cite.get("label"),
        cite.get("prefix", ""),
        cite.get("suffix", ""),
        bool(cite.get("suppress-author")),
        bool(cite.get("author-only")),
    )


def _state(calls: list[Any], count: int) -> list[tuple[str, Citation]]:
    """Return ids and citations, in order, after some of the calls."""
    calls = calls[:count] if count >= 0 else calls[:-1]
    known: dict[str, Citation] = {}
    order: list[str] = []
    for call, before, after in calls:
        id_ = call.get("citationID", "last")
        properties = call.get("properties", {})
        known[id_] = _citation(call["citationItems"], properties)
        order = [name for name, _ in before] + [id_] + [name for name, _ in after]
        for name, note in [*before, *after]:
            if name in known:
                old = known[name]
                known[name] = Citation(old.items, int(note), old.mode)
    return [(name, known[name]) for name in order]


def _texts(rendered: Rendered) -> list[str]:
    return [_html(citation) for citation in rendered.citations]


def _html(rich: Any) -> str:
    return render(rich, "html").replace('style="vertical-align:baseline;"', 'style="baseline"')


def _listing(fixture: Fixture, rendered: Rendered) -> str:
    entries = [_entry(_html(entry.content)) for entry in rendered.entries]
    body = "\n".join(f'  <div class="csl-entry">{entry}</div>' for entry in entries)
    return f'<div class="csl-bib-body">\n{body}\n</div>'


def _entry(html: str) -> str:
    """Lay out blocks as citeproc-js does."""
    if '<div class="csl-' not in html:
        return html
    html = re.sub(r'<div class="csl-left-margin">', r"\n    \g<0>", html)
    html = re.sub(r'<div class="csl-block">.*?</div>', r"\n\n    \g<0>\n", html)
    html = re.sub(r"( *)</div>$", r"</div>\1", html)
    spaces = len(html) - len(html.rstrip(" "))
    return f"{html.rstrip(' ')}\n  {' ' * spaces}"
