"""A store too large to read each time, through an index in the user's cache directory.

The index is a SQLite file that holds where each entry stands and what a search looks at; entries
are read from their own file when asked for. It is rebuilt, file by file, from what changed, and is
never the only copy of anything: without a cache directory it lives in memory.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from zhengming.errors import ZhengmingError, unreadable
from zhengming.messages import Message
from zhengming.references.bibtex.blocks import Blocks, read_blocks
from zhengming.references.bibtex.inherit import parents, resolve
from zhengming.references.bibtex.item import to_item
from zhengming.references.files import bibliography_files
from zhengming.references.index_database import (
    SELECT,
    Row,
    has_trigrams,
    open_anew,
    open_database,
)
from zhengming.references.model import Reference
from zhengming.references.search import spellings, terms
from zhengming.references.store import near_keys, unknown_key

_NEAR = 5_000  # keys to compare an unknown one with
_LISTED = "entry.type != 'xdata'"


class Index:
    """References by key, read from their files when asked for; see ``Store`` for the methods."""

    def __init__(self, files: Sequence[Path]) -> None:
        self._files = files
        self._database = open_database(files)
        self._macros: dict[int, dict[str, str]] = {}

    @classmethod
    def open(cls, paths: Sequence[Path]) -> Index:
        """Open the index of these files and directories, after bringing it up to date.

        Raises:
            BibliographyError: all problems of all files, a key used in two of them included.
            ZhengmingError: a file is missing or unreadable.
        """
        return cls([path.resolve() for path in bibliography_files(paths)])

    def close(self) -> None:
        """Give the database file back."""
        self._database.close()

    def get(self, key: str) -> Reference:
        """Return the reference with this key.

        Raises:
            UsageError: there is none; the hint names keys that look like it.
        """
        row = self._row(key, f"key = ? AND {_LISTED}")
        if row is None:
            raise unknown_key(key, self._candidates(key))
        return self._read(row)

    def search(self, query: str, limit: int = -1) -> list[Reference]:
        """References that hold every word of the query, the newest first, at most ``limit``."""
        sql, values = _query(query, limit, has_trigrams(self._database))
        return [self._read(row) for row in self._rows(sql, values)]

    def __iter__(self) -> Iterator[Reference]:
        return map(self._read, self._rows(f"{SELECT} WHERE {_LISTED} ORDER BY file.path, entry.id"))

    def __len__(self) -> int:
        ((count,),) = self._rows(f"SELECT count(*) FROM entry WHERE {_LISTED}")
        return int(count)

    def __contains__(self, key: object) -> bool:
        return self._row(str(key), f"key = ? AND {_LISTED}") is not None

    def _row(self, value: str, where: str, *more: object) -> Row | None:
        return next(iter(self._rows(f"{SELECT} WHERE {where}", (value, *more))), None)

    def _rows(self, sql: str, values: Sequence[object] = ()) -> list[Any]:
        try:
            return self._database.execute(sql, values).fetchall()
        except sqlite3.DatabaseError:  # spoilt where opening it did not look
            self._database.close()
            self._database = open_anew(self._files)
            self._macros.clear()
            return self._database.execute(sql, values).fetchall()

    def _read(self, row: Row) -> Reference:
        key, path, line = row[0], Path(row[1]), row[4]
        blocks = self._blocks(row)
        entry = blocks.entries.get(key)
        if entry is None or blocks.problems:
            hint = Message("run the command again", "请重新运行")
            raise ZhengmingError(
                Message("this file changed while it was read", "读取期间文件已被改动"),
                path=path,
                hint=hint,
            )
        wanted = list(parents(entry))
        while wanted:
            _, parent = wanted.pop()
            found = self._row(parent, "key = ? AND file.id = ?", row[5])
            if found and parent not in blocks.entries:
                more = self._blocks(found).entries
                blocks.entries.update(more)
                wanted += (link for one in more.values() for link in parents(one))
        resolve(blocks)
        return Reference(key, to_item(entry), path, line)

    def _blocks(self, row: Row) -> Blocks:
        _, path, offset, length, line, file = row
        try:
            with Path(path).open("rb") as opened:
                opened.seek(offset)
                source = opened.read(length)
        except OSError as error:
            raise unreadable(Path(path), error) from error
        return read_blocks(source.decode("utf-8", "replace"), Path(path), line, self._defined(file))

    def _defined(self, file: int) -> dict[str, str]:
        if file not in self._macros:
            rows = self._rows("SELECT name, value FROM macro WHERE file = ?", (file,))
            self._macros[file] = dict(rows)
        return self._macros[file]

    def near(self, key: str) -> list[str]:
        """Up to three keys that look like ``key``."""
        return near_keys(key, self._candidates(key))

    def _candidates(self, key: str) -> list[str]:
        rows = self._rows(
            f"SELECT key FROM entry WHERE {_LISTED} "
            "ORDER BY lower(substr(key, 1, 3)) = lower(substr(?, 1, 3)) DESC LIMIT ?",
            (key, _NEAR),
        )
        return [row[0] for row in rows]


def _query(query: str, limit: int, trigrams: bool) -> tuple[str, tuple[object, ...]]:
    """Words of three characters and more by trigrams, shorter ones by looking at every text."""
    matches: list[str] = []
    likes: list[str] = []
    values: list[str] = []
    for term in terms(query):
        forms = spellings(term)
        if trigrams and all(len(form) >= 3 for form in forms):
            quoted = ('"' + form.replace('"', '""') + '"' for form in forms)
            matches.append(f"({' OR '.join(quoted)})")
        else:
            likes.append(" OR ".join(["instr(body, ?)"] * len(forms)))
            values += forms
    where = [f"({like})" for like in likes]
    if matches:
        where.insert(0, "text MATCH ?")
        values.insert(0, " AND ".join(matches))
    sql = " AND ".join([_LISTED, *where])
    return (
        f"{SELECT} JOIN text ON text.rowid = entry.id WHERE {sql} "
        "ORDER BY entry.year DESC, entry.key LIMIT ?",
        (*values, limit),
    )
