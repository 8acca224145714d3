"""Names that a text tells about and does not use: 洛拉替尼（曾用名劳拉替尼）, 《劳拉替尼专家共识》.

To write such a name otherwise would spoil what the sentence says, or misquote a title.
"""

from __future__ import annotations

import re

_SAYS = re.compile(
    r"(?:[又也亦]称(?:为|作)?|[又也亦或原旧曾]译(?:为|作|名)?|译[为作名]|[旧曾原](?:称|名|用名)|[又别异俗]名|[别俗]称|同义词"
    r"|误(?:写|作|为|称)+|(?:also|formerly|previously) (?:known as|called|named)|formerly)"
    r"[\s:：为是“‘\"「『（(]{0,4}\Z",
    re.IGNORECASE,
)
_BETWEEN = r"[\s（(）)\[\]［］/／|、，,;；=＝~～和与或及即]{1,4}"
_REACH = 16  # characters before a name that may say what it is
_TITLE = 100  # characters that a title in 《》 may have before the name


def is_told(text: str, start: int, end: int, better: str) -> bool:
    """Whether a name stands as a former name, beside the better one, or within a title.

    Args:
        text: of a block.
        start: of the name in it.
        end: of the name in it.
        better: the name that would be written instead.
    """
    reach = _REACH + len(better)
    before, after = text[max(start - reach, 0) : start], text[end : end + reach]
    if _SAYS.search(before) or _in_title(text, start):
        return True
    beside = re.escape(better)
    return (better in before and re.search(rf"{beside}{_BETWEEN}\Z", before) is not None) or (
        better in after and re.match(rf"{_BETWEEN}{beside}", after) is not None
    )


def _in_title(text: str, at: int) -> bool:
    first = max(at - _TITLE, 0)
    return text.rfind("《", first, at) > text.rfind("》", first, at)
