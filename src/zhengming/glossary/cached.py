"""A loaded glossary kept in the user's cache directory, so that start-up is not felt.

The file is a pickle: whoever can write into the user's own cache directory can run code as the
user anyway. It is read only when it was made from the very same bytes by the same program.
"""

from __future__ import annotations

import gc
import io
import os
import pickle
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import cached_property
from hashlib import sha256
from operator import attrgetter
from pathlib import Path
from typing import Any

from zhengming import __version__
from zhengming.cache import cache_directory
from zhengming.glossary.forms import Sense
from zhengming.glossary.loaded import LoadedGlossary, glossary_files
from zhengming.glossary.model import Concept, Evidence, Source, Spec, Term

_OFTEN: tuple[type, ...] = (Concept, Evidence, Sense, Source, Spec, Term)


def load_cached(layers: Sequence[Path], *, disabled: Sequence[str] = ()) -> LoadedGlossary:
    """``load_glossary``, from the cache where nothing has changed.

    A cache that is missing, damaged or read-only costs time and nothing else.

    Raises:
        ZhengmingError: a file is missing or wrong, with its place.
    """
    with _no_collection():
        return _load(layers, disabled)


def _load(layers: Sequence[Path], disabled: Sequence[str]) -> LoadedGlossary:
    digest = _digest(layers, disabled)
    name = sha256("\0".join(map(str, layers)).encode()).hexdigest()[:16]
    place = cache_directory() / f"glossary-{name}.pickle"
    with suppress(Exception):  # whatever is wrong with the file, the glossary itself is at hand
        data = place.read_bytes()
        if data.startswith(digest):
            loaded: LoadedGlossary = pickle.loads(data[len(digest) :])
            return loaded
    from zhengming.glossary.load import load_glossary  # YAML and all that checks it

    loaded = load_glossary(layers, disabled=disabled)
    with suppress(OSError):
        _write(place, digest + _dumped(loaded))
    return loaded


class _Later(Mapping[str, Source]):
    """The documents, which few commands ask for, read from the cache when one does."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    @cached_property
    def _here(self) -> Mapping[str, Source]:
        sources: Mapping[str, Source] = pickle.loads(self._data)
        return sources

    def __getitem__(self, key: str) -> Source:
        return self._here[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._here)

    def __len__(self) -> int:
        return len(self._here)


def _dumped(loaded: LoadedGlossary) -> bytes:
    glossary = replace(loaded.glossary, sources=_Later(_pickled(loaded.glossary.sources)))
    return _pickled(replace(loaded, glossary=glossary))


def _pickled(value: object) -> bytes:
    """A pickle whose objects are made by their constructors: read in half the time."""
    out = io.BytesIO()
    pickler = pickle.Pickler(out, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = {cls: _reducer(cls) for cls in _OFTEN}
    pickler.dump(value)
    return out.getvalue()


def _reducer(cls: Any) -> Callable[[Any], tuple[type, tuple[Any, ...]]]:
    values = attrgetter(*cls.__match_args__)
    return lambda instance: (cls, values(instance))


@contextmanager
def _no_collection() -> Iterator[None]:
    """Many objects come and none goes: looking for garbage meanwhile doubles the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _digest(layers: Sequence[Path], disabled: Sequence[str]) -> bytes:
    """What the result depends on: program, Python, and every byte read."""
    maker = f"{__version__} {sys.version_info[:2]} {_code_stamp()} {disabled}"
    digest = sha256(maker.encode())
    for layer in layers:
        for path in glossary_files(layer):
            digest.update(f"{path}\0".encode())
            with suppress(OSError):  # load_glossary tells it with its place
                digest.update(path.read_bytes())
    return digest.digest()


def _code_stamp() -> int:
    """When the code that makes and matches forms last changed; matters in a checkout."""
    package = Path(__file__).parent.parent
    files = (*package.glob("glossary/*.py"), *package.glob("text/*.py"))
    return max(path.stat().st_mtime_ns for path in files)


def _write(place: Path, data: bytes) -> None:

    place.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=place.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(temporary).replace(place)
    except OSError:
        Path(temporary).unlink(missing_ok=True)
        raise
