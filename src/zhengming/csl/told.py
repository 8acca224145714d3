"""What the engine says: English, for it is used alone too, with the same in Chinese beside it."""

from __future__ import annotations


class Told(str):
    """A sentence in English.

    Attributes:
        zh: the same sentence in Simplified Chinese.
    """

    __slots__ = ("zh",)
    zh: str

    def __new__(cls, en: str, zh: str) -> Told:
        """The sentence in both languages."""
        told = super().__new__(cls, en)
        told.zh = zh
        return told

    def __reduce__(self) -> tuple[type[Told], tuple[str, str]]:
        """Be copied and pickled with both."""
        return Told, (str(self), self.zh)
