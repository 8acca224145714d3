"""The order of a list sorted by author: Chinese by pinyin or by a table, and the other scripts."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from zhengming.csl.sorting import default_collate
from zhengming.errors import ZhengmingError
from zhengming.messages import Message, same
from zhengming.references.pinyin import surname_pinyin, syllables
from zhengming.text.script import has_han


@dataclass(frozen=True, slots=True)
class Collation:
    """Gives sort keys of texts.

    Attributes:
        chinese_first: Chinese stands before the other scripts, else after them.
        ranks: the place of each character in a table, such as one by strokes; empty for pinyin.
    """

    chinese_first: bool = True
    ranks: dict[str, int] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, place: str, order: str) -> Collation:
        """Read the house rules ``chinese`` and ``chinese-order``.

        Raises:
            ZhengmingError: the table cannot be read, or holds no Chinese.
        """
        return cls(place == "first", {} if order == "pinyin" else _ranks(Path(order)))

    def __call__(self, text: str, language: str) -> Any:
        """The sort key of a text; names compare character by character: 张三 precedes 张三丰."""
        if not (text and has_han(text[0])):
            return 1, default_collate(text, language)
        place = 0 if self.chinese_first else 2
        if self.ranks:
            last = len(self.ranks)
            return place, tuple((self.ranks.get(char, last), char) for char in text)
        return place, (surname_pinyin(text[0]), *syllables(text[1:])), text


def _ranks(path: Path) -> dict[str, int]:
    """The place of each Chinese character in a file, in which all else is skipped."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        told = getattr(error, "strerror", None)
        reason = same(told) if told else Message("not UTF-8", "不是 UTF-8")
        raise ZhengmingError(
            Message(
                f"the table of characters cannot be read: {reason.en}", f"无法读取字表：{reason.zh}"
            ),
            path=path,
            hint=Message("check the path", "请检查路径"),
        ) from None
    ranks = {char: rank for rank, char in enumerate(dict.fromkeys(filter(has_han, text)))}
    if not ranks:
        raise ZhengmingError(
            Message("there is no Chinese character in the table", "字表中没有汉字"),
            path=path,
            hint=Message(
                "list the characters in the order you want, in one line or many",
                "请按所需次序列出汉字，一行或多行均可",
            ),
        )
    return ranks
