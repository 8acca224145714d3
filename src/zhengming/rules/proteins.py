"""Reference proteins: which residue stands at which position."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Protein:
    """A UniProt sequence.

    Attributes:
        gene: HGNC symbol.
        names: the symbol and other names of the gene.
        accession: UniProt accession with the version of the sequence.
        insert_at: residue after which another common isoform has ``insert_length`` more.
    """

    gene: str
    names: tuple[str, ...]
    accession: str
    sequence: str
    insert_at: int = 0
    insert_length: int = 0

    def __len__(self) -> int:
        return len(self.sequence) + self.insert_length

    def residue(self, position: int) -> str:
        """The residue of the canonical sequence at a 1-based position, or ""."""
        return self.sequence[position - 1 : position]

    def has(self, residue: str, position: int) -> bool:
        """Whether ``residue`` stands at a 1-based position, in either isoform."""
        if self.residue(position) == residue:
            return True
        beyond = position - self.insert_at
        if not self.insert_length or beyond <= 0:
            return False
        # Within the insert nothing is known here, so that nothing is impossible.
        return (
            beyond <= self.insert_length or self.residue(position - self.insert_length) == residue
        )

    def near(self, residue: str, position: int) -> tuple[int, ...]:
        """Positions that do have ``residue``, one digit or one swap of digits away."""
        digits = str(position)
        inserted = {
            digits[:at] + digit + digits[at:]
            for at in range(len(digits) + 1)
            for digit in "0123456789"
        }
        swapped = {
            digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
            for at in range(len(digits) - 1)
        }
        found = {int(text) for text in inserted | swapped if not text.startswith("0")}
        return tuple(sorted(p for p in found if p != position and self.residue(p) == residue))


@cache
def proteins() -> Mapping[str, Protein]:
    """The reference proteins by every name of their genes."""
    text = files("zhengming.rules").joinpath("data/proteins.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {
        name: protein for row in rows for protein in (_protein(*row),) for name in protein.names
    }


def _protein(
    gene: str, aliases: str, accession: str, version: str, insert: str, sequence: str
) -> Protein:
    at, _, length = insert.partition("+")
    return Protein(
        gene,
        (gene, *aliases.split()),
        f"{accession}.{version}",
        sequence,
        int(at or 0),
        int(length or 0),
    )
