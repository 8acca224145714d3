"""The formatting attributes that any rendering element may carry."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

DECORATIONS = (
    "font-style",
    "font-variant",
    "font-weight",
    "text-decoration",
    "vertical-align",
)
"""Font attributes, from the innermost to the outermost when they are combined."""


@dataclass(frozen=True, slots=True)
class Formatting:
    """Affixes, delimiter, decorations and the like of one element.

    Attributes:
        fonts: pairs such as ``("font-style", "italic")``, innermost first.
        affixes_inside: the fonts cover the affixes too (true of a layout only).
    """

    prefix: str = ""
    suffix: str = ""
    delimiter: str = ""
    fonts: tuple[tuple[str, str], ...] = ()
    quotes: bool = False
    text_case: str = ""
    strip_periods: bool = False
    display: str = ""
    affixes_inside: bool = False

    @property
    def without_affixes(self) -> Formatting:
        """The same, with no prefix and suffix."""
        return replace(self, prefix="", suffix="") if self.prefix or self.suffix else self

    @property
    def upright(self) -> Formatting:
        """The same, without a font style."""
        fonts = tuple(one for one in self.fonts if one[0] != "font-style")
        return self if fonts == self.fonts else replace(self, fonts=fonts)

    @property
    def affixes(self) -> Formatting:
        """The prefix and suffix alone."""
        return Formatting(prefix=self.prefix, suffix=self.suffix)


PLAIN = Formatting()


@cache
def joined_by(delimiter: str) -> Formatting:
    """Return a formatting that only joins."""
    return Formatting(delimiter=delimiter) if delimiter else PLAIN


def font(attribute: str, value: str) -> Formatting:
    """Return a formatting that only sets one font attribute."""
    return Formatting(fonts=((attribute, value),))
