"""A loaded glossary kept in the user's cache directory, so that start-up is not felt.

The file is a pickle: whoever can write into the user's own cache directory can run code as the
user anyway. It is read only when it was made from the very same bytes by the same program.
"""

from __future__ import annotations

import gc
import os
import pickle
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from zlib import crc32

from zhengming import __version__
from zhengming.cache import cache_directory
from zhengming.glossary.later import LaterConcepts, LaterReadings, LaterSources, pickled
from zhengming.glossary.loaded import LoadedGlossary, glossary_files

_SUM = 4  # bytes


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
        rest = memoryview(data)[len(digest) + _SUM :]
        if data.startswith(digest + _sum(rest)):
            loaded: LoadedGlossary = pickle.loads(rest)
            return loaded
    from zhengming.glossary.load import load_glossary  # YAML and all that checks it

    loaded = load_glossary(layers, disabled=disabled)
    with suppress(OSError):
        dumped = _dumped(loaded)
        _write(place, digest + _sum(dumped) + dumped)
    return loaded


def _sum(data: bytes | memoryview) -> bytes:
    """What shows damage, also in the parts that are read later."""
    return crc32(data).to_bytes(_SUM, "big")


def _dumped(loaded: LoadedGlossary) -> bytes:
    """The glossary in parts that are read when they are asked for."""
    glossary, matcher = loaded.glossary, loaded.matcher
    concepts = LaterConcepts(glossary.concepts)
    return pickled(
        LoadedGlossary(
            replace(glossary, concepts=concepts, sources=LaterSources(glossary.sources)),
            matcher.over(LaterReadings(matcher.readings, glossary.concepts, concepts)),
        )
    )


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
