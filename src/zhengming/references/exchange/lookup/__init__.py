"""References from public services by identifier: DOI, PMID, PMCID, ISBN.

>>> by_doi("10.1038/nature05945", Client(contact="editor@example.org"))
"""

from __future__ import annotations

from zhengming.references.exchange.lookup.crossref import by_doi
from zhengming.references.exchange.lookup.http import (
    Client,
    NoDataError,
    ServiceError,
    UnknownIdentifierError,
)
from zhengming.references.exchange.lookup.openlibrary import by_isbn
from zhengming.references.exchange.lookup.pubmed import by_pmcid, by_pmid
from zhengming.references.exchange.lookup.registered import PAUSE, look_up

__all__ = [
    "PAUSE",
    "Client",
    "NoDataError",
    "ServiceError",
    "UnknownIdentifierError",
    "by_doi",
    "by_isbn",
    "by_pmcid",
    "by_pmid",
    "look_up",
]
