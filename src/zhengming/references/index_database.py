"""The index's database: its file, its tables, and bringing it up to date with what changed."""

from __future__ import annotations

import hashlib
import sqlite3
import time
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path

from zhengming.cache import cache_directory
from zhengming.errors import ZhengmingError, unreadable
from zhengming.references.model import Reference
from zhengming.references.problems import BibliographyError
from zhengming.references.store import duplicate_key

_VERSION = 3  # of the schema and of what the rows hold
_PATIENCE = 120.0  # seconds to wait while another process builds the same index
_RACY = 2_000_000_000  # nanoseconds in which a file may change without its times changing
_TABLES = """
CREATE TABLE file (id INTEGER PRIMARY KEY, path TEXT UNIQUE, signature TEXT, checked INTEGER,
                   sha256 TEXT);
CREATE TABLE entry (id INTEGER PRIMARY KEY, file INTEGER, key TEXT, type TEXT, offset INTEGER,
                    length INTEGER, line INTEGER, year INTEGER);
CREATE INDEX entry_key ON entry (key);
CREATE TABLE macro (file INTEGER, name TEXT, value TEXT);
"""
_TRIGRAMS = "CREATE VIRTUAL TABLE text USING fts5 (body, tokenize = 'trigram')"
_IN_LARGE_PIECES = (  # twice as quick to build: fewer pieces, and none merged on the way
    f"INSERT INTO text (text, rank) VALUES ('hashsize', {16 << 20})",
    "INSERT INTO text (text, rank) VALUES ('automerge', 0)",
)
_NO_TRIGRAMS = "CREATE TABLE text (body TEXT)"  # an SQLite older than 3.34

Row = tuple[str, str, int, int, int, int]
SELECT = (
    "SELECT entry.key, file.path, entry.offset, entry.length, entry.line, file.id "
    "FROM entry JOIN file ON file.id = entry.file"
)


def open_database(files: Sequence[Path]) -> sqlite3.Connection:
    """The index of these files, up to date; made anew where there is none that can be used.

    Raises:
        BibliographyError: all problems of all files, a key used in two of them included.
        ZhengmingError: a file is missing or unreadable.
    """
    place = _place(files)
    for _ in range(2):
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            return _up_to_date(str(place), files)
        except OSError:
            break
        except sqlite3.OperationalError:
            break  # read-only, full, or gone while it was written: it may be another's
        except sqlite3.DatabaseError:
            with suppress(OSError):
                place.unlink(missing_ok=True)
    return _up_to_date(":memory:", files)


def open_anew(files: Sequence[Path]) -> sqlite3.Connection:
    """The same without what is on the disk, which is spoilt and is removed."""
    with suppress(OSError):
        _place(files).unlink(missing_ok=True)
    return open_database(files)


def _place(files: Sequence[Path]) -> Path:
    name = hashlib.sha256("\n".join(map(str, files)).encode()).hexdigest()[:20]
    return cache_directory() / f"references-{name}.sqlite3"


def _up_to_date(place: str, files: Sequence[Path]) -> sqlite3.Connection:
    database = sqlite3.connect(place, timeout=_PATIENCE, isolation_level=None)
    try:
        _prepare(database)
        _update(database, files)
    except BaseException:
        database.close()
        raise
    return database


def _prepare(database: sqlite3.Connection) -> None:
    """Make the tables where there are none of this version."""
    database.execute("PRAGMA synchronous = OFF")  # what a crash spoils is built again
    database.execute("BEGIN IMMEDIATE")
    version = database.execute("PRAGMA user_version").fetchone()[0]
    if version != _VERSION:
        for (name,) in database.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name IN "
            "('file', 'entry', 'macro', 'text')"
        ).fetchall():
            database.execute(f"DROP TABLE {name}")
        for statement in _TABLES.split(";"):
            database.execute(statement)
        try:
            database.execute(_TRIGRAMS)
            for setting in _IN_LARGE_PIECES:
                database.execute(setting)
        except sqlite3.OperationalError:
            database.execute(_NO_TRIGRAMS)
        database.execute(f"PRAGMA user_version = {_VERSION}")
    database.execute("COMMIT")


def has_trigrams(database: sqlite3.Connection) -> bool:
    """Whether texts can be searched by trigrams."""
    (sql,) = database.execute("SELECT sql FROM sqlite_master WHERE name = 'text'").fetchone()
    return str(sql) == _TRIGRAMS


def _update(database: sqlite3.Connection, files: Sequence[Path]) -> None:
    """Index again what changed; on problems the index stays as it was."""
    stale = [path for path in files if not _is_fresh(database, path)]
    if stale:
        database.execute("BEGIN IMMEDIATE")
        try:
            problems = [problem for path in stale for problem in _index(database, path)]
            if problems:
                raise BibliographyError(problems)
            database.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                database.execute("ROLLBACK")
            raise
    if len(files) > 1 and (clashes := _clashes(database)):
        raise BibliographyError(clashes)


def _is_fresh(database: sqlite3.Connection, path: Path) -> bool:
    row = database.execute(
        "SELECT signature, checked FROM file WHERE path = ?", (str(path),)
    ).fetchone()
    signature, changed = _signature(path)
    return row is not None and row[0] == signature and changed < row[1] - _RACY


def _signature(path: Path) -> tuple[str, int]:
    """What changes when a file does, and when it last did, in nanoseconds."""
    try:
        stat = path.stat()
    except OSError as error:
        raise unreadable(path, error) from error
    parts = (stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino)
    return ":".join(map(str, parts)), max(stat.st_mtime_ns, stat.st_ctime_ns)


def _index(database: sqlite3.Connection, path: Path) -> list[ZhengmingError]:
    """Bring one file up to date; what is wrong with it comes back."""
    checked = time.time_ns()
    signature, _ = _signature(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error
    digest = hashlib.sha256(data).hexdigest()
    old = database.execute("SELECT id, sha256 FROM file WHERE path = ?", (str(path),)).fetchone()
    if old and old[1] == digest:
        database.execute(
            "UPDATE file SET signature = ?, checked = ? WHERE id = ?", (signature, checked, old[0])
        )
        return []
    if old:
        _forget(database, old[0])
    from zhengming.references.index_rows import index_file  # most runs find nothing changed

    found = index_file(path, data)
    if found.problems:
        return found.problems
    with closing(database.cursor()) as cursor:
        cursor.execute(
            "INSERT INTO file (path, signature, checked, sha256) VALUES (?, ?, ?, ?)",
            (str(path), signature, checked, digest),
        )
        file = cursor.lastrowid
        first = cursor.execute("SELECT ifnull(max(id), 0) + 1 FROM entry").fetchone()[0]
        numbered = list(enumerate(found.rows.values(), start=first))
        cursor.executemany(
            "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (number, file, row.key, row.type, row.offset, row.length, row.line, row.year)
                for number, row in numbered
            ),
        )
        cursor.executemany(
            "INSERT INTO text (rowid, body) VALUES (?, ?)",
            ((number, row.text) for number, row in numbered),
        )
        cursor.executemany(
            "INSERT INTO macro VALUES (?, ?, ?)",
            ((file, name, value) for name, value in found.macros.items()),
        )
    return []


def _forget(database: sqlite3.Connection, file: int) -> None:
    rows = "SELECT id FROM entry WHERE file = ?"
    database.execute(f"DELETE FROM text WHERE rowid IN ({rows})", (file,))
    for table in ("entry", "macro"):
        database.execute(f"DELETE FROM {table} WHERE file = ?", (file,))
    database.execute("DELETE FROM file WHERE id = ?", (file,))


def _clashes(database: sqlite3.Connection) -> list[ZhengmingError]:
    rows = database.execute(
        f"{SELECT} WHERE entry.key IN (SELECT key FROM entry GROUP BY key HAVING count(*) > 1) "
        "ORDER BY entry.key, file.path"
    ).fetchall()
    places = [Reference(row[0], {}, Path(row[1]), row[4]) for row in rows]
    first: dict[str, Reference] = {}
    return [
        duplicate_key(first[place.id], place)
        for place in places
        if first.setdefault(place.id, place) is not place
    ]
