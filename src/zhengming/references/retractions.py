"""Retracted papers, from a table that the user downloaded (Retraction Watch's, or its columns).

The table does not ship with zhengming and nothing is looked up over the network.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from zhengming.errors import ZhengmingError
from zhengming.messages import Message
from zhengming.references.files import read_text

_DOI, _PMID = "OriginalPaperDOI", "OriginalPaperPubMedID"
_NATURE, _DATE, _REASON = "RetractionNature", "RetractionDate", "Reason"
_NONE = frozenset(("", "0", "unavailable"))


@dataclass(frozen=True, slots=True)
class Retraction:
    """What became of a paper: ``nature`` is Retraction, Correction, Expression of concern, …"""

    nature: str
    date: str
    reason: str


@dataclass(frozen=True, slots=True)
class Retractions:
    """Retractions by DOI and by PMID."""

    by_identifier: Mapping[str, Retraction]

    @classmethod
    def read(cls, path: Path) -> Retractions:
        """Read a CSV file with the columns of the Retraction Watch database.

        Raises:
            ZhengmingError: it cannot be read, or lacks the columns of identifiers.
        """
        rows = csv.DictReader(io.StringIO(read_text(path)))
        if not {_DOI, _PMID} <= set(rows.fieldnames or ()):
            hint = Message(
                f"the table needs the columns {_DOI} and {_PMID}",
                f"表中须有 {_DOI} 和 {_PMID} 两列",
            )
            raise ZhengmingError(
                Message("not a table of retractions", "不是撤稿数据表"),
                path=path,
                line=1,
                hint=hint,
            )
        found: dict[str, Retraction] = {}
        for row in rows:
            nature, date, reason = (row.get(name) or "" for name in (_NATURE, _DATE, _REASON))
            retraction = Retraction(nature or "Retraction", date, reason.strip(";+ "))
            for name in (_DOI, _PMID):
                identifier = (row.get(name) or "").strip().lower()
                # A later row, such as a reinstatement, says what holds now.
                if identifier not in _NONE:
                    found[identifier] = retraction
        return cls(found)

    def find(self, item: Mapping[str, Any]) -> Retraction | None:
        """What became of a paper, by its DOI or PMID; None if nothing is known."""
        for name in ("DOI", "PMID"):
            identifier = str(item.get(name, "")).strip().lower()
            if identifier in self.by_identifier:
                return self.by_identifier[identifier]
        return None
