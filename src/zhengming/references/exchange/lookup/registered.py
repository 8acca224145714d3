"""Whether a DOI or PMID is registered, for which work, and whether that was retracted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from zhengming.errors import UsageError
from zhengming.references.exchange.lookup.crossref import by_doi
from zhengming.references.exchange.lookup.http import (
    Client,
    NoDataError,
    UnknownIdentifierError,
)
from zhengming.references.exchange.lookup.pubmed import by_pmid
from zhengming.references.model import Reference
from zhengming.references.registered import Identifier, Registered
from zhengming.references.retractions import Retraction

PAUSE = 0.35  # seconds between questions: NCBI asks for no more than three a second
_LOOK_UPS: Mapping[str, Callable[[str, Client], Reference]] = {"doi": by_doi, "pmid": by_pmid}
_RETRACTED = "Retracted Publication"  # PubMed's publication type
# What Crossref and Retraction Watch say happened to a work, the gravest first.
_UPDATES = ("retraction", "withdrawal", "removal", "partial_retraction", "expression_of_concern")


def look_up(identifier: Identifier, client: Client) -> Registered:
    """Ask a service about an identifier.

    Raises:
        ServiceError: it cannot be reached or answers otherwise than documented.
    """
    try:
        item = _LOOK_UPS[identifier.kind](identifier.value, client).item
    except (NoDataError, UsageError):
        return Registered({})
    except UnknownIdentifierError:
        return Registered(None)
    return Registered(item, _retraction(item))


def _retraction(item: Mapping[str, Any]) -> Retraction | None:
    if _RETRACTED in str(item.get("genre", "")):
        return Retraction("Retraction", "", "PubMed")
    updates = item.get("custom", {}).get("crossref:updated-by", ())
    found = [one for one in updates if isinstance(one, dict) and one.get("type") in _UPDATES]
    if not found:
        return None
    gravest = min(found, key=lambda one: _UPDATES.index(one["type"]))
    parts = (gravest.get("updated") or {}).get("date-parts") or [[]]
    date = "-".join(f"{part:02}" for part in parts[0])
    label = str(gravest.get("label") or gravest["type"])
    return Retraction(label, date, f"doi:{gravest.get('DOI', '')}")
