"""The forms a glossary can be exported in, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from zhengming.glossary.exchange.cells import write_cells
from zhengming.glossary.exchange.json import write_json
from zhengming.glossary.exchange.sheet import rows_of
from zhengming.glossary.exchange.tbx import write_tbx
from zhengming.glossary.exchange.tmx import write_tmx
from zhengming.glossary.exchange.tools import (
    write_autocorrect,
    write_prh,
    write_vale_accept,
    write_vale_reject,
)
from zhengming.glossary.exchange.xlsx import write_xlsx
from zhengming.glossary.model import Concept, Glossary


@dataclass(frozen=True, slots=True)
class Export:
    """A form: what makes it, and whether it is for machines' eyes only."""

    write: Callable[[Glossary, Sequence[Concept]], bytes]
    binary: bool = False


def _text(write: Callable[[Sequence[Concept]], str]) -> Export:
    return Export(lambda _, concepts: write(concepts).encode())


EXPORTS: Mapping[str, Export] = {
    "csv": _text(lambda concepts: write_cells(rows_of(concepts), ",")),
    "tsv": _text(lambda concepts: write_cells(rows_of(concepts), "\t")),
    "xlsx": Export(lambda _, concepts: write_xlsx(rows_of(concepts)), binary=True),
    "tbx": _text(write_tbx),
    "tmx": _text(write_tmx),
    "json": Export(lambda glossary, concepts: write_json(glossary, concepts).encode()),
    "vale-accept": _text(write_vale_accept),
    "vale-reject": _text(write_vale_reject),
    "prh": _text(write_prh),
    "autocorrect": _text(write_autocorrect),
}
