"""Characters that look alike and mean the same: each folded to one plain character."""

from __future__ import annotations

import re
import unicodedata

# Canonical equivalents, full-width and small forms, radicals that stand for a whole character,
# letters of mathematical fonts. Superscripts are not among them: 10² is not 102.
_KINDS = frozenset({"", "<compat>", "<font>", "<noBreak>", "<small>", "<wide>"})
_RANGES = (
    (0xA0, 0x250), (0x1E00, 0x1F00), (0x2000, 0x200B), (0x2126, 0x212C), (0x2E80, 0x2FE0),
    (0xF900, 0xFB00), (0xFE58, 0xFE64), (0xFF01, 0xFF5F), (0x1D400, 0x1D800), (0x2F800, 0x2FA20),
)  # fmt: skip
# Unicode gives these radicals no decomposition, yet PDF extraction writes them for the character.
_RADICALS = dict(
    zip(
        "⺎⺠⻁⻄⻅⻆⻉⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰",
        "兀民虎西见角贝车長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙",
        strict=True,
    )
)
_DASHES = "‐‑‒–—―−﹘﹣－"
_SPACES = "\t\u1680\u202f\u205f\u3000"
_LINE_ENDS = "\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029"


def _plain(character: str) -> str:
    """The one character that stands for this one, or "" if there is none or it is plain itself."""
    kind, _, _ = unicodedata.decomposition(character).rpartition("> ")
    decomposed = unicodedata.normalize("NFKD", character)
    base = "".join(part for part in decomposed if not unicodedata.combining(part))
    if (kind and f"{kind}>" not in _KINDS) or len(base) != 1 or base == character:
        return ""
    return "" if base == " " != decomposed else base


def _table() -> dict[str, str]:
    characters = (chr(code) for first, end in _RANGES for code in range(first, end))
    table = {character: plain for character in characters if (plain := _plain(character))}
    table |= _RADICALS
    table |= dict.fromkeys(_DASHES, "-") | dict.fromkeys(_SPACES, " ")
    table |= dict.fromkeys(map(chr, range(0xE0100, 0xE01F0)), "\ufe00")  # variation selectors
    return table | dict.fromkeys(_LINE_ENDS, "\n")


_TABLE = _table()
_CODES = str.maketrans(_TABLE)
_COMMON = "，（）：；\u3000"  # in nearly every Chinese text: not worth looking for
_RARE = re.compile(
    f"[{re.escape(''.join(c for c in _TABLE if ord(c) < 0x10000 and c not in _COMMON))}]"
)
_FEW = 24


def _is_astral(text: str) -> bool:
    """Whether there are characters beyond U+FFFF; counted, which is faster than to search."""
    return len(text.encode("utf-16-le", "surrogatepass")) > 2 * len(text)


def fold_width(text: str) -> str:
    """Widths, accents, radicals, dashes, spaces and line ends made plain; as long as ``text``."""
    if text.isascii() and text.isprintable():
        return text
    rare = set(_RARE.findall(text))
    if len(rare) > _FEW or _is_astral(text):
        return text.translate(_CODES)
    for character in (*_COMMON, *rare):  # some ten times faster than translate
        text = text.replace(character, _TABLE[character])
    return text
