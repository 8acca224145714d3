"""Conditions of ``<if>`` and ``<else-if>`` as predicates of the context."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from zhengming.csl import style as ast
from zhengming.csl.locale import Locale
from zhengming.csl.numbers import is_numeric, is_plural

from .context import Context

Predicate = Callable[[Context], bool]
_QUANTIFIERS: dict[str, Callable[[Iterable[bool]], bool]] = {
    "any": any,
    "all": all,
    "none": lambda results: not any(results),
    "nand": lambda results: not all(results),
}
_CITE_VARIABLES = {
    "locator": "locator",
    "citation-number": "number",
    "first-reference-note-number": "first_note",
    "year-suffix": "year_suffix",
}


def compile_condition(branch: ast.Branch, locale: Locale) -> Predicate:
    """Return the predicate of a branch; that of ``<else>`` always holds."""
    if not branch.conditions:
        return lambda context: True
    tests = [test for condition in branch.conditions for test in _tests(condition)]
    quantify = _QUANTIFIERS.get(branch.match, all)
    if len(tests) == 1 and branch.match in ("all", "any"):
        return tests[0]
    return lambda context: quantify(test(context) for test in tests)


def has_variable(context: Context, variable: str) -> bool:
    """Tell whether a variable of the item or the cite has something to print."""
    own = _CITE_VARIABLES.get(variable)
    if own is not None:
        return bool(getattr(context.cite, own))
    return has_value(context, variable)


def has_value(context: Context, variable: str) -> bool:
    """Tell whether the item has a variable, counting those derived from others."""
    item = context.item
    if item.has(variable):
        return True
    if variable == "page-first":
        return item.has("page")
    if variable in ("title-short", "container-title-short"):
        return item.has(_SHORT[variable])
    return variable == "citation-label"


_SHORT = {"title-short": "shortTitle", "container-title-short": "journalAbbreviation"}


def _tests(condition: ast.Condition) -> list[Predicate]:
    """Return a test for each value; an item has one type only, so its types are one test."""
    if condition.test == "type":
        types = frozenset(condition.values)
        return [lambda context: context.item.type in types]
    tests = [_test(condition.test, value) for value in condition.values or ("",)]
    if condition.test in ("locator", "locale") and len(tests) > 1:
        return [lambda context: any(test(context) for test in tests)]
    return tests


def _test(test: str, value: str) -> Predicate:
    make = _TESTS.get(test)
    if make is not None:
        return make(value)
    return lambda context: False


def _position(value: str) -> Predicate:
    return lambda context: value in context.cite.positions


def _disambiguate(value: str) -> Predicate:
    def holds(context: Context) -> bool:
        context.disambiguated += 1
        return (context.disambiguated <= context.cite.disambiguate) == (value == "true")

    return holds


def _numeric(value: str) -> Predicate:
    def holds(context: Context) -> bool:
        text = context.cite.locator if value == "locator" else context.item.text(value)
        if value == "page-first":
            text = context.item.text("page")
        if value == "citation-number":
            return True
        return bool(text) and is_numeric(text)

    return holds


def _plural(value: str) -> Predicate:
    def holds(context: Context) -> bool:
        text = context.cite.locator if value == "locator" else context.item.text(value)
        return is_plural(value, text) if text else len(context.item.persons(value)) > 1

    return holds


def _uncertain(value: str) -> Predicate:
    def holds(context: Context) -> bool:
        date = context.item.date(value)
        return date is not None and date.circa

    return holds


def _has_day(value: str) -> Predicate:
    def holds(context: Context) -> bool:
        date = context.item.date(value)
        return date is not None and date.start is not None and bool(date.start.day)

    return holds


def _has_year_only(value: str) -> Predicate:
    def holds(context: Context) -> bool:
        date = context.item.date(value)
        return date is not None and date.start is not None and not date.start.month

    return holds


def _locator(value: str) -> Predicate:
    name = value.replace("-", " ") if value == "sub-verbo" else value
    return lambda context: (
        bool(context.cite.locator)
        and context.cite.label.replace("-", " ") == name.replace("-", " ")
    )


def _locale(value: str) -> Predicate:
    return lambda context: context.item.inferred_language.startswith(value)


_TESTS: dict[str, Callable[[str], Predicate]] = {
    "variable": lambda value: lambda context: has_variable(context, value),
    "position": _position,
    "disambiguate": _disambiguate,
    "is-numeric": _numeric,
    "is-uncertain-date": _uncertain,
    "is-plural": _plural,
    "is-multiple": _plural,
    "locator": _locator,
    "has-day": _has_day,
    "has-year-only": _has_year_only,
    "locale": _locale,
}
