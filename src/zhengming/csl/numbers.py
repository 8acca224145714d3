"""Numbers: what counts as one, ordinals with gender, roman numerals."""

from __future__ import annotations

import re

from .locale import Locale
from .localefile import Ordinal

_NUMBER_VARIABLES = """chapter-number citation-number collection-number edition
first-reference-note-number issue locator number number-of-pages number-of-volumes page page-first
part-number printing-number section supplement-number version volume"""
NUMBER_VARIABLES = frozenset(_NUMBER_VARIABLES.split())
_RANGED_VARIABLES = """chapter-number collection-number edition issue locator number
number-of-pages number-of-volumes page volume"""
RANGED = frozenset(_RANGED_VARIABLES.split())
"""Variables whose ranges take the ``page-range-delimiter``; in others a hyphen stays."""
_UNIT = r"(?:[A-Za-z]*\d+[A-Za-z]*|[ivx]+)"
_NUMERIC = re.compile(rf"{_UNIT}(?:\s*(?:[,&/-]|–|—|and)\s*{_UNIT})*\.?")
# A range stands alone or in a list: 12-15, but not PB 91-194001 or 9-10 Suppl.
_RANGE = re.compile(
    rf"(?:^|(?<=[,;:&])|(?<=[,;:&]\s)|(?<=\band\s))({_UNIT})\s*(?:--?|–|\u2011)\s*({_UNIT})"
    r"(?=\s*(?:$|[,;&.)]|and\b))"
)
_AND = re.compile(r"\band\b")
_DIGITS = re.compile(r"(?<!\d)[0-9]{1,9}(?!\d)")
_WHOLE = re.compile(r"\b[0-9]{1,9}\b")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def is_numeric(text: str) -> bool:
    """Tell a number, or a list or range of numbers, from running text."""
    return _NUMERIC.fullmatch(text.strip()) is not None


def is_plural(variable: str, text: str, joiner: re.Pattern[str] = _AND) -> bool:
    """Tell whether the value of a number variable wants a plural label.

    ``joiner`` matches the words for “and”.
    """
    text = text.strip()
    if variable.startswith("number-of-"):
        digits = _DIGITS.search(text)
        return digits is not None and int(digits[0]) != 1
    if "\\-" in text:
        return False
    parts = re.split(r"[-–,&]|\u2011", joiner.sub(",", text))
    return len(parts) > 1 and all(is_numeric(part) for part in parts if part.strip())


def tidy(text: str, delimiter: str = "–") -> str:
    """Return a number with en dashes in its ranges; an escaped hyphen stays a hyphen."""
    if "-" not in text and "–" not in text:
        return text
    if "\\-" in text:
        return text.replace("\\-", "-")
    return _RANGE.sub(rf"\1{delimiter}\2", text)


def format_number(text: str, form: str, locale: Locale, variable: str, delimiter: str) -> str:
    """Return a numeric value in a form: ``numeric``, ``ordinal``, ``long-ordinal``, ``roman``."""
    text = tidy(text, delimiter)
    if form == "numeric" or "/" in text or not is_numeric(text):
        return text
    gender = locale.gender(variable)
    return _WHOLE.sub(lambda match: format_integer(int(match[0]), form, locale, gender), text)


def format_integer(number: int, form: str, locale: Locale, gender: str = "") -> str:
    """Return one integer in a form."""
    if form == "roman":
        return roman(number)
    if form == "long-ordinal":
        return long_ordinal(number, locale, gender)
    if form == "ordinal":
        return f"{number}{ordinal_suffix(number, locale, gender)}"
    return str(number)


def long_ordinal(number: int, locale: Locale, gender: str) -> str:
    """Return ``first`` … ``tenth``, and beyond that the short ordinal."""
    name = f"long-ordinal-{number:02d}"
    term = (gender and locale.term(name, f"long/{gender}")) or locale.term(name)
    return term or f"{number}{ordinal_suffix(number, locale, gender)}"


def ordinal_suffix(number: int, locale: Locale, gender: str) -> str:
    """Return the suffix that the best rule of the locale gives this number."""
    best: tuple[int, str] = (-1, "")
    for rule in locale.ordinals:
        rank = _rank(rule, number, gender)
        if rank > best[0]:
            best = (rank, rule.text)
    return best[1]


def _rank(rule: Ordinal, number: int, gender: str) -> int:
    """Return how well a rule suits a number: −1 not at all, whole number best."""
    if rule.gender and rule.gender != gender:
        return -1
    fit = 1 if rule.gender else 0
    if rule.number is None:
        return fit
    if rule.match == "whole-number":
        return 6 + fit if number == rule.number else -1
    if rule.match == "last-two-digits":
        return 4 + fit if number % 100 == rule.number else -1
    return 2 + fit if number % 10 == rule.number else -1


def roman(number: int) -> str:
    """Return a lower-case roman numeral; numbers out of its range stay as they are."""
    if not 0 < number < 4000:
        return str(number)
    out = []
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        out.append(letters * count)
    return "".join(out)
