"""Given names as initials, and initials set as a style wants them."""

from __future__ import annotations

import re
from collections.abc import Iterator

_BETWEEN = re.compile(r"(\s*[-‐‑]\s*|\s+)")
_TAG = re.compile(r"</?[a-z]+>")
_RUN_ON = re.compile(r"\.(?![\s-]|$)")
_SPACES = re.compile(r"\s+")
_CAPITALS = re.compile(r"[A-Z]{2,}(?=[^A-Z])")


def initialize(given: str, mark: str, *, hyphen: bool, shorten: bool) -> str:
    """Return the given names as initials.

    Args:
        given: such as ``Charles D.`` or ``Hsien-Li``.
        mark: what follows each initial (``initialize-with``).
        hyphen: keep the hyphens between initials that are made here.
        shorten: reduce whole names to initials; else only set those there are.
    """
    out = ""
    after_initial = False
    for dash, word in _words(given if hyphen else given.replace("-", " ")):
        joined = f"{out.rstrip()}-" if dash and out and (shorten or not after_initial) else out
        letters = _TAG.sub("", word).rstrip(".")
        if not letters or (dash and shorten and letters[0].islower()):
            continue
        abbreviated = word.endswith(".") or len(letters) == 1
        if letters[0].islower() or not (shorten or abbreviated):
            out = f"{joined if joined != out else _apart(out)}{word} "
        else:
            if not shorten and after_initial and len(letters) > 1:  # J. Ch., but J.R.
                joined = _apart(joined)
            out = joined + _dressed(word, letters if abbreviated else _initial(letters), mark)
        after_initial = abbreviated
    return _SPACES.sub(" ", out).strip()


def _words(given: str) -> Iterator[tuple[bool, str]]:
    """Yield each name, and whether a hyphen stands before it; ``J.R.R.`` is three."""
    pieces = _BETWEEN.split(_RUN_ON.sub(". ", given))
    yield False, pieces[0]
    for between, word in zip(pieces[1::2], pieces[2::2], strict=True):
        yield bool(between.strip()), word


def _apart(out: str) -> str:
    """Return what stands before a whole word, with a space after it."""
    return f"{out.rstrip()} " if out else ""


def _dressed(word: str, short: str, mark: str) -> str:
    """Return an initial with its mark, inside the markup that its name has."""
    tags = _TAG.findall(word)
    if not tags:
        return f"{short}{mark}"
    opened = "".join(tag for tag in tags if not tag.startswith("</"))
    closed = "".join(tag for tag in tags if tag.startswith("</"))
    end = mark.rstrip()
    return f"{opened}{short}{end}{closed}{mark[len(end) :]}"


def _initial(letters: str) -> str:
    """Return the initial of a name: ``TSerendorj`` begins with one letter, written Ts."""
    capitals = _CAPITALS.match(letters)
    return capitals[0].capitalize() if capitals else letters[0]
