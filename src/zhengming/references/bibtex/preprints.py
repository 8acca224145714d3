"""Preprints by whatever type an entry has: most .bib files know none for them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

_SERVERS = {
    name.lower().replace(" ", ""): name
    for name in (
        *("arXiv", "bioRxiv", "medRxiv", "chemRxiv", "ChinaXiv", "PSSXiv", "Research Square"),
        *("SSRN", "Preprints.org", "OSF Preprints", "PsyArXiv"),
    )
}
_TYPES = frozenset(
    ("preprint", "misc", "online", "electronic", "www", "unpublished", "article", "suppperiodical")
)
_NAMED = ("journal", "journaltitle", "howpublished", "publisher")
_ARXIV_ID = r"(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?"
_WRITTEN = re.compile(
    r"\W*([A-Za-z.]+(?: [A-Za-z]+)??)(?:,? (?:preprint|e-?print))?(?: (?:server|repository))?"
    rf"(?:\W*(?:arXiv:)?\s*({_ARXIV_ID}))?(?:\s*\[[\w.-]+\])?\W*",
    re.IGNORECASE,
)


class Preprint(NamedTuple):
    """Where a preprint lies: the server, its number there, and the field that only names it."""

    server: str
    number: str
    said_in: str


def preprint_of(entry_type: str, fields: Mapping[str, str]) -> Preprint | None:
    """Where the work of an entry lies as a preprint; None for one that was published elsewhere."""
    elsewhere = "booktitle" in fields or (entry_type == "article" and "entrysubtype" in fields)
    if entry_type not in _TYPES or elsewhere:
        return None
    number = fields.get("eprint", "").strip().removeprefix("arXiv:")
    for name in _NAMED:
        found = _WRITTEN.fullmatch(fields.get(name, ""))
        server = _server(found[1]) if found else ""
        if found and server:
            return Preprint(server, number or found[2] or "", name)
        if name in fields and name.startswith("journal"):
            return None
    server = _server(fields.get("eprinttype") or fields.get("archiveprefix") or "")
    if server and (number or entry_type == "preprint"):
        return Preprint(server, number, "")
    return None


def _server(name: str) -> str:
    return _SERVERS.get(name.lower().replace(" ", ""), "")
