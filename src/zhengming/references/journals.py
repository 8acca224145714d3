"""Journals by any of their names: Chinese, English, abbreviated (NLM) or ISSN."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from zhengming.builtin import data_directory
from zhengming.errors import ZhengmingError
from zhengming.messages import Message
from zhengming.references.files import read_text
from zhengming.references.names import is_han
from zhengming.references.plain import words

COLUMNS = ("chinese", "english", "abbreviation", "issn", "eissn", "source")


@dataclass(frozen=True, slots=True)
class Journal:
    """One journal; what is not known is an empty text.

    Attributes:
        abbreviation: NLM's, without full stops.
        source: where the row was seen.
    """

    chinese: str
    english: str
    abbreviation: str
    issn: str = ""
    eissn: str = ""
    source: str = ""

    @property
    def full(self) -> str:
        """The name in the journal's own language."""
        return self.chinese or self.english

    def written(self, form: str, like: str) -> str:
        """The name to print for ``like`` where ``abbreviated`` or ``full`` names are wanted.

        Chinese names have no abbreviation, so they stay Chinese; empty where the form is unknown.
        """
        if is_han(like[:1]):
            return self.chinese
        return self.abbreviation if form == "abbreviated" else self.english


class Journals:
    """Journals to be found by any name, whatever its case, stops and leading article."""

    def __init__(self, journals: Iterable[Journal]) -> None:
        self.all = tuple(journals)
        self._by_name: dict[str, Journal] = {}
        for journal in self.all:
            for name in (journal.chinese, journal.english, journal.abbreviation):
                if name:
                    self._by_name.setdefault(_key(name), journal)

    def find(self, name: str) -> Journal | None:
        """The journal of this name, or None."""
        return self._by_name.get(_key(name))


@cache
def builtin_journals() -> Journals:
    """The table that ships with zhengming."""
    return Journals(read_table(data_directory("references") / "journals.tsv"))


def read_table(path: Path) -> list[Journal]:
    """Read our own table.

    Raises:
        ZhengmingError: a column is missing or a row is incomplete.
    """
    rows = csv.reader(io.StringIO(read_text(path)), delimiter="\t", quoting=csv.QUOTE_NONE)
    journals = []
    for number, row in enumerate(rows, start=1):
        if number == 1:
            if tuple(row) != COLUMNS:
                hint = Message(
                    f"the columns are: {', '.join(COLUMNS)}", f"列有：{'、'.join(COLUMNS)}"
                )
                raise ZhengmingError(
                    Message("not a journal table", "不是期刊表"), path=path, line=1, hint=hint
                )
        elif len(row) == len(COLUMNS):
            journals.append(Journal(*row))
        else:
            message = Message(
                f"{len(row)} columns instead of {len(COLUMNS)}",
                f"有 {len(row)} 列，应为 {len(COLUMNS)} 列",
            )
            raise ZhengmingError(
                message,
                path=path,
                line=number,
                hint=Message("separate them by tabs", "请以制表符分隔"),
            )
    return journals


def read_list(path: Path) -> list[Journal]:
    """Read a list of JabRef's (``.csv``) or of NLM's (any other suffix), as downloaded."""
    return read_jabref(path) if path.suffix.lower() == ".csv" else read_nlm(path)


def read_jabref(path: Path) -> list[Journal]:
    """Read a JabRef abbreviation list: ``"Journal","Abbreviation"``, the first two columns."""
    rows = csv.reader(io.StringIO(read_text(path)))
    return [
        Journal("", row[0].strip(), row[1].strip(), source=path.name)
        for row in rows
        if len(row) > 1 and row[0].strip() and row[1].strip()
    ]


def read_nlm(path: Path) -> list[Journal]:
    """Read NLM's ``J_Medline.txt`` or ``J_Entrez.txt``."""
    journals: list[Journal] = []
    record: dict[str, str] = {}
    for line in [*read_text(path).splitlines(), "---"]:
        if line.startswith("---"):
            if record.get("JournalTitle") and record.get("MedAbbr"):
                journals.append(
                    Journal(
                        "",
                        record["JournalTitle"],
                        record["MedAbbr"],
                        record.get("ISSN (Print)", ""),
                        record.get("ISSN (Online)", ""),
                        f"NLM Catalog {record.get('NlmId', '')}".strip(),
                    )
                )
            record = {}
        else:
            name, _, value = line.partition(":")
            record[name] = value.strip()
    return journals


def _key(name: str) -> str:
    return words(name.replace("\\&", "&").replace("&", " and ")).removeprefix("the ")
