"""Text case: by leaf and by word, leaving protected spans alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from .richtext import Node, Output

_STOP_WORDS = """a about above across after against along alongside amid among an and around as
at atop before behind below beneath beside besides between beyond but by c. circa d' d’ de despite
down during except for from given in inside into like near nor notwithstanding of off on onto or
out over per plus pro qua sans since so than the through throughout thru till to toward towards
under underneath until unto up upon v v. van versus via vis-à-vis von vs vs. with within without
yet"""
STOP_WORDS = frozenset(_STOP_WORDS.split())
"""Words English titles leave in lower case: articles, conjunctions, prepositions, particles."""

_WORD = re.compile(r"[^\s\-–—/]+")
_FIRST = re.compile(r"[^\W\d_]")
_START = re.compile(r"[“‘«„\"'(\[¿¡]*([^\W\d_])")
_PROTECTED = "\ue000"


def apply_case(case: str, children: list[Output], language: str) -> list[Output]:
    """Return the children with a CSL text case; ``title`` acts on English only."""
    if case == "title" and not language.startswith("en"):
        return children
    change = _TURKISH.get(case) if language[:2] in ("tr", "az") else None
    change = change or _CASES.get(case)
    if change is None:
        return children
    leaves = list(_leaves(children))
    text = "".join(_PROTECTED * len(leaf) if shielded else leaf for leaf, shielded in leaves)
    changed = change(text)
    if len(changed) != len(text):
        return [_each(child, change) for child in children]
    return _rebuild(children, _slices(leaves, changed))


def _leaves(children: list[Output], shielded: bool = False) -> Iterator[tuple[str, bool]]:
    for child in children:
        if isinstance(child, str):
            yield child, shielded
        else:
            yield from _leaves(child.children, shielded or child.role == "nocase")


def _slices(leaves: list[tuple[str, bool]], changed: str) -> Iterator[str]:
    at = 0
    for leaf, shielded in leaves:
        yield leaf if shielded else changed[at : at + len(leaf)]
        at += len(leaf)


def _rebuild(children: list[Output], new: Iterator[str]) -> list[Output]:
    return [
        next(new)
        if isinstance(child, str)
        else Node(_rebuild(child.children, new), child.formatting, child.role, child.data)
        for child in children
    ]


def _each(child: Output, change: Callable[[str], str]) -> Output:
    """Change leaves one by one, for the rare case that grows a letter (ß, ligatures)."""
    if isinstance(child, str):
        return change(child)
    if child.role == "nocase":
        return child
    grown = [_each(inner, change) for inner in child.children]
    return Node(grown, child.formatting, child.role, child.data)


def capitalize(word: str) -> str:
    """Return a word with its first letter in upper case; one that starts otherwise as it is."""
    match = _START.match(word)
    if match is None:
        return word
    at = match.start(1)
    return word[:at] + word[at].upper() + word[at + 1 :]


def capitalize_first(text: str) -> str:
    """Capitalize the first word, unless it is protected or already has capitals."""
    stripped = text.lstrip()
    if stripped.startswith(_PROTECTED):
        return text
    word = _WORD.search(text)
    if word is None or word[0].lower() != word[0]:
        return text
    return text[: word.start()] + capitalize(word[0]) + text[word.end() :]


def sentence(text: str) -> str:
    """Lower capitalized words after the first; DNA, HER2 and mRNA stay as they are.

    A text all in capitals is lowered as a whole.
    """
    if text == text.upper():
        return capitalize_first(text.lower())
    pieces: list[str] = []
    at = 0
    for match in list(_WORD.finditer(text))[1:]:
        word = match[0]
        pieces += [text[at : match.start()], word.lower() if word[1:] == word[1:].lower() else word]
        at = match.end()
    return capitalize_first("".join(pieces) + text[at:])


def _capitalize_all(text: str) -> str:
    return _WORD.sub(
        lambda match: capitalize(match[0]) if match[0] == match[0].lower() else match[0], text
    )


def title(text: str) -> str:
    """English headline case: words with capitals of their own stay as they are."""
    words = list(_WORD.finditer(text))
    pieces: list[str] = []
    at = 0
    for index, match in enumerate(words):
        word = match[0]
        before = text[at : match.start()]
        edge = index in (0, len(words) - 1) or (" " in before and _ends_clause(pieces[-1]))
        pieces.append(before)
        pieces.append(_title_word(word, before, text[match.end() : match.end() + 1], edge))
        at = match.end()
    return "".join(pieces) + text[at:]


def _ends_clause(word: str) -> bool:
    return word[-1] in ":?!" or (word[-1] == "." and len(word) > 3 and "." not in word[:-1])


def _title_word(word: str, before: str, after: str, edge: bool) -> str:
    lowered = word.lower()
    core = lowered.strip("“”‘’\"'()[],;:?!.") or lowered
    stop = core in STOP_WORDS or lowered.strip("(“‘\"'") in STOP_WORDS
    if stop and not edge and (before.endswith("-") or after != "-"):
        return lowered if word[1:] == word[1:].lower() and len(word) > 1 else word
    if word != lowered or not _latin(core) or (before.endswith("-") and len(core) == 1):
        return word
    if core[:2] in ("d'", "d’") or (core == "e" and after == "-"):  # e-health
        return word
    return capitalize(word)


def _latin(word: str) -> bool:
    letter = _FIRST.search(word)
    return letter is not None and (ord(letter[0]) < 0x370 or 0x1E00 <= ord(letter[0]) < 0x1F00)


_TURKISH: dict[str, Callable[[str], str]] = {
    "uppercase": lambda text: text.replace("i", "İ").upper(),
    "lowercase": lambda text: text.replace("İ", "i").replace("I", "ı").lower(),
}
_CASES: dict[str, Callable[[str], str]] = {
    "lowercase": str.lower,
    "uppercase": str.upper,
    "capitalize-first": capitalize_first,
    "capitalize-all": _capitalize_all,
    "sentence": sentence,
    "title": title,
}
