"""The encoding of a Chinese text that says nothing of it, when no other is plausible.

A text is plausible in an encoding if it decodes strictly and nearly all its characters beyond
ASCII are the common ones there: the first plane of hanzi and the punctuation. GB18030 read as
Big5, or the reverse, shows rare characters everywhere.
"""

from __future__ import annotations

_SAMPLE = 1 << 16  # characters looked at; more would not make it surer
_FEWEST = 8  # characters beyond ASCII; with fewer, chance decides
_PLAUSIBLE = 0.9
_IMPLAUSIBLE = 0.75

_PUNCTUATION = range(0xA1, 0xA4)  # lead bytes, in every one of these sets
_COMMON = {  # lead bytes of the common hanzi, or of the hangul that GB18030 would take for hanzi
    "gb2312": frozenset((*_PUNCTUATION, *range(0xB0, 0xD8))),
    "big5": frozenset((*_PUNCTUATION, *range(0xA4, 0xC7))),
    "euc_kr": frozenset((*_PUNCTUATION, *range(0xB0, 0xC9))),
}
# Codecs of files, each with the set whose lead bytes tell what is common.
_DOUBLE_BYTE = (("gb18030", "gb2312"), ("big5", "big5"), ("euc_kr", "euc_kr"))
# A wide text without one byte 0, not even in a line end, is more likely something else.
_WIDE = tuple((codec, planes) for codec in ("utf-16-le", "utf-16-be") for planes in _COMMON)


def guess_codec(data: bytes) -> str | None:
    """The one codec in which ``data`` is plausible and in all others is not, or None."""
    shares: dict[str, float] = {}
    for codec, planes in _WIDE if b"\0" in data else _DOUBLE_BYTE:
        share = _share_of_common(data, codec, planes)
        shares[codec] = max(share, shares.get(codec, 0.0))
    best = max(shares, key=lambda codec: shares[codec])
    others = (share for codec, share in shares.items() if codec != best)
    return best if shares[best] >= _PLAUSIBLE and max(others) <= _IMPLAUSIBLE else None


def _share_of_common(data: bytes, codec: str, planes: str) -> float:
    """The share of common ones among the characters beyond ASCII; 0 if ``data`` is no such text."""
    try:
        text = data.decode(codec)[:_SAMPLE]
    except UnicodeDecodeError:
        return 0.0
    beyond = [character for character in text if character > "\x7f"]
    if len(beyond) < _FEWEST or "\0" in text:
        return 0.0
    return sum(_lead(character, planes) in _COMMON[planes] for character in beyond) / len(beyond)


def _lead(character: str, codec: str) -> int:
    encoded = character.encode(codec, "ignore")
    return encoded[0] if len(encoded) == 2 else 0
