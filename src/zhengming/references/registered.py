"""What a public service says about the identifiers of an entry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from zhengming.references.exchange import values
from zhengming.references.retractions import Retraction


class Identifier(NamedTuple):
    """A DOI or PMID; ``kind`` is ``doi`` or ``pmid``."""

    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Registered:
    """An answer of a service.

    Attributes:
        item: the work as CSL-JSON; empty where the service gives no data, None where it knows no
            such work.
        retraction: what became of the work, if the service tells.
    """

    item: Mapping[str, Any] | None
    retraction: Retraction | None = None


def identifiers(fields: Mapping[str, str]) -> Iterator[Identifier]:
    """The identifiers of a BibTeX entry that a service can be asked about, in their usual form."""
    doi = values.doi(fields.get("doi", "").replace("\\_", "_"))
    if doi:
        yield Identifier("doi", doi.lower())
    pmid = fields.get("pmid", "").strip()
    if pmid.isdecimal() and pmid.isascii():
        yield Identifier("pmid", pmid.lstrip("0"))
