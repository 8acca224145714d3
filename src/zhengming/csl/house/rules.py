"""The options themselves: what each one may be, and how they are read from text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Final

from zhengming.csl.told import Told

CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    "punctuation": ("style", "full", "half", "by-language"),
    "typed-punctuation": ("keep", "follow"),
    "titles": ("as-typed", "sentence"),
    "pinyin-given": ("initials", "full"),
    "surname-capitals": ("style", "yes", "no"),
    "doi": ("yes", "no"),
    "url": ("yes", "online-only", "no"),
    "authors": ("style", "all", "a number"),
    "shortest-run": ("3", "2"),
    "chinese": ("first", "last"),
    "chinese-order": ("pinyin", "a file"),
}


class HouseError(ValueError):
    """An option that is not one, or a value it cannot have; the message lists what can be.

    Attributes:
        message: the same text, with its Chinese.
    """

    def __init__(self, message: Told) -> None:
        super().__init__(message)
        self.message = message


@dataclass(frozen=True, slots=True)
class House:
    """What a house asks of a style; the defaults leave style and items alone.

    Attributes:
        punctuation: width of ``，：；（）`` in what the style prints: its own (``style``), ``full``,
            ``half``, or ``by-language``: full in Chinese entries, half in Western ones.
        typed_punctuation: ``follow`` brings titles and publishers, as typed, to the same width.
        titles: ``sentence`` brings English titles in Title Case to sentence case.
        typed_width: the width that ``follow`` means when ``punctuation`` is the style's own.
        pinyin_given: ``full`` prints Yu Yang where the style has initials (Yu Y).
        surname_capitals: ``yes`` prints SMITH, ``no`` Smith.
        doi: whether a DOI is shown.
        url: ``online-only`` shows it for what has no other place.
        authors: how many are named before 等 or et al.: a number, ``all`` or ``style``.
        shortest_run: how many numbers in a row are joined, 1-3 or even 1-2.
        chinese: where Chinese stands in a sorted list, before or after the other scripts.
        chinese_order: ``pinyin``, or the path of a text file that has the characters in order.
        suffix_separator: what stands before Jr. after an inverted name, if not the style's own.
        translated_initials: whether a family name in Han characters keeps Latin initials
            (昂温 G) only beside a namesake.
        patent_owner: name the holder of a patent, where one is known, instead of its inventors.
    """

    punctuation: str = "style"
    typed_punctuation: str = "keep"
    titles: str = "as-typed"
    typed_width: str = "half"
    pinyin_given: str = "initials"
    surname_capitals: str = "style"
    doi: str = "yes"
    url: str = "yes"
    authors: str = "style"
    shortest_run: str = "3"
    chinese: str = "first"
    chinese_order: str = "pinyin"
    suffix_separator: str = ""
    translated_initials: bool = True
    patent_owner: bool = False

    @classmethod
    def read(cls, options: Mapping[str, Any]) -> House:
        """Read options as styles.toml and the command line write them (with hyphens)."""
        return cls().changed(options)

    def changed(self, options: Mapping[str, Any]) -> House:
        """Return these rules with some of them replaced.

        Raises:
            HouseError: an option or a value is unknown.
        """
        known = {field.name.replace("_", "-"): field.name for field in fields(self)}
        values: dict[str, Any] = {}
        for option, value in options.items():
            if option not in known:
                raise HouseError(
                    Told(
                        f"no style option {option!r}; there are {', '.join(CHOICES)}",
                        f"没有样式选项“{option}”；可用的有 {'、'.join(CHOICES)}",
                    )
                )
            values[known[option]] = _checked(option, value)
        return replace(self, **values)


def _checked(option: str, value: Any) -> Any:
    choices = CHOICES.get(option)
    if choices is None:
        return value
    text = str(value)
    if option == "chinese-order" and text == "stroke":
        raise HouseError(
            Told(
                "style option chinese-order cannot be 'stroke': no free table counts strokes as the "
                "mainland does; give the path of a text file that has the characters in order",
                "样式选项 chinese-order 不能为“stroke”：没有按内地标准计笔画的免费字表；"
                "请给出一个按次序列出汉字的文本文件的路径",
            )
        )
    if option == "chinese-order" and text:
        return text
    if (text in choices and text != "a number") or (option == "authors" and text.isdecimal()):
        return text
    raise HouseError(
        Told(
            f"style option {option} cannot be {text!r}; choose {', '.join(choices)}",
            f"样式选项 {option} 不能为“{text}”；可选 {'、'.join(choices)}",
        )
    )
