"""What a judged document cites: every item once, then the situations that styles differ in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

Cite = dict[str, Any]
_LOCATORS = (
    ("page", "12"),
    ("page", "12-15"),
    ("chapter", "3"),
    ("section", "2.1"),
    ("volume", "2"),
    ("figure", "1, 4"),
    ("paragraph", "7"),
)


def clusters(ids: Sequence[str]) -> list[list[Cite]]:
    """Return citations: single, repeated (ibid), with locators, several together, far back."""
    cites = [{"id": id_} for id_ in ids]
    found = [[cite] for cite in cites]
    found += [cites[start : start + 3] for start in range(0, len(cites), 7)]
    found += [[cites[i], cites[i + 2], cites[i + 1], cites[i + 4]] for i in range(0, 40, 9)]
    for index, (label, locator) in enumerate(_LOCATORS):
        for cite in (cites[index * 3], cites[-1 - index * 5]):
            located = {**cite, "label": label, "locator": locator}
            found += [[cite], [cite], [located], [located], [{**located, "locator": "99"}]]
    found += [[cites[5], cites[6]], [cites[5]], [cites[6]], [cites[7]], [cites[5]]]
    found += [[{**cites[8], "prefix": "see ", "suffix": " for more"}, cites[9]]]
    found += [[{**cites[10], "suppress-author": True}], [{**cites[60], "suppress-author": True}]]
    return found
