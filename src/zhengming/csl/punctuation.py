"""What happens where two pieces of text meet: doubled marks, doubled spaces, quotes."""

from __future__ import annotations

from .token import Token

MARKS = ".,;:!?"
_MERGED = {
    ":": {":": ":", ".": ":", ";": ":;", "!": "!", "?": "?", ",": ":,"},
    ".": {":": ".:", ".": ".", ";": ".;", "!": ".!", "?": ".?", ",": ".,"},
    ";": {":": ";", ".": ";", ";": ";", "!": "!", "?": "?", ",": ";,"},
    "!": {":": "!", ".": "!", ";": "!;", "!": "!", "?": "!?", ",": "!,"},
    "?": {":": "?", ".": "?", ";": "?;", "!": "?!", "?": "?", ",": "?,"},
    ",": {":": ",:", ".": ",.", ";": ",;", "!": ",!", "?": ",?", ",": ","},
}
"""What a mark at the end of one piece and one at the start of the next become together."""
_MOVABLE = ".,!?"
_ENDS = "!?"
"""Marks that end a sentence as a full stop does."""
_AFFIXES = ("prefix", "suffix", "delimiter")
_SEAM = f"{MARKS} "


def merge(left: str, right: str) -> tuple[str, str]:
    """Return two adjoining pieces with the marks and spaces between them reconciled."""
    before, after = left[-1], right[0]
    if before == " " == after:
        return left, right[1:]
    table = _MERGED.get(before)
    if table is not None and after in table and table[after] != before + after:
        return left[:-1] + table[after], right[1:]
    return left, right


def join_seams(tokens: list[Token]) -> None:
    """Merge marks and spaces where two texts meet, whatever spans open or close between.

    Where a suffix repeats the one before it, the mark that a prefix begins with is left out: the
    part between them is empty.
    """
    last: Token | None = None
    repeated = False
    for token in tokens:
        if token.kind in ("quote", "unquote"):
            last = None
        elif token.kind == "text" and token.text:
            if last is not None and last.text[-1] in _SEAM and token.text[0] in _SEAM:
                if repeated and token.role == "prefix" and token.text[0] in MARKS:
                    token.text = token.text[1:]
                elif _may_merge(last, token):
                    repeated = (
                        last.role == token.role == "suffix" and last.text[-1] == token.text[0]
                    )
                    last.text, token.text = merge(last.text, token.text)
                if not token.text:
                    continue
            repeated = False
            last = token


def _may_merge(last: Token, token: Token) -> bool:
    """Tell whether a seam is for the style to repair: two fields keep the marks they have."""
    if last.role == "delimiter" and token.role == "prefix":
        return last.text[-1] == " "
    if last.role == "suffix" and token.role in ("suffix", "delimiter") and last.text[-1] == ":":
        return token.text[0] == ":"
    return bool(last.role in _AFFIXES or token.role in _AFFIXES or last.text[-1] == " ")


def move_into_margin(tokens: list[Token]) -> None:
    """Put the stops that would begin the right part of an entry at the end of its left part."""
    for index, token in enumerate(tokens):
        if token.kind == "close" and token.mark == ("display", "left-margin"):
            before = _neighbour(tokens, index, -1)
            after = _neighbour(tokens, index, 1)
            while before and after and after.text and after.text[0] in MARKS:
                before.text += after.text[0]
                after.text = after.text[1:]


def move_into_quotes(tokens: list[Token], inside: bool) -> None:
    """Put stops after a closing quotation mark inside it, where the language wants them.

    Elsewhere a full stop of the style is left out after a quotation that ends a sentence itself.
    """
    if not inside:
        _drop_after_quotes(tokens)
        return
    for index, token in enumerate(tokens):
        if token.kind == "unquote":
            before = _neighbour(tokens, index, -1)
            while before is not None and before.text:
                after = _neighbour(tokens, index, 1)
                if after is None or after.role == "fixed" or after.text[0] not in _MOVABLE:
                    break
                end, mark = before.text[-1], after.text[0]
                before.text = before.text[:-1] + _MERGED.get(end, {}).get(mark, end + mark)
                after.text = after.text[1:]


def _drop_after_quotes(tokens: list[Token]) -> None:
    for index, token in enumerate(tokens):
        if token.kind != "unquote":
            continue
        before = _neighbour(tokens, index, -1)
        after = _neighbour(tokens, index, 1)
        if not (before and after and after.role in _AFFIXES):
            continue
        if before.text[-1] in _ENDS and after.text[0] == ".":
            after.text = after.text[1:]


def _neighbour(tokens: list[Token], index: int, step: int) -> Token | None:
    """Return the next text on one side, across spans and closing quotes but not openings."""
    index += step
    while 0 <= index < len(tokens):
        token = tokens[index]
        if token.kind == "text" and token.text:
            return token
        if token.kind == "quote":
            return None
        index += step
    return None
