"""What house rules change in an item before any style sees it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from zhengming.csl.house.pinyin import is_pinyin_name
from zhengming.csl.house.rules import House
from zhengming.csl.house.titles import sentence_case
from zhengming.csl.house.width import full, half
from zhengming.csl.items import NAME_VARIABLES, Item

_TEXTS = (
    "title", "title-short", "container-title", "container-title-short", "collection-title",
    "volume-title", "volume", "publisher", "publisher-place", "event-title", "event-place",
    "archive", "archive-place",
)  # fmt: skip
_ONLINE_TYPES = frozenset(("article", "dataset", "post", "post-weblog", "software", "webpage"))
_PARTS_OF_BOOKS = frozenset(
    ("chapter", "entry-dictionary", "entry-encyclopedia", "map", "paper-conference", "standard")
)
_EAST_ASIAN = ("zh", "ja", "ko")


def prepare(item: Mapping[str, Any], house: House) -> dict[str, Any]:
    """Return a CSL-JSON item as the house wants it shown; the one given is not touched."""
    shown = dict(item)
    _show_addresses(shown, house)
    if house.titles == "sentence" and Item(item).inferred_language.startswith("en"):
        _set_titles(shown)
    if house.patent_owner and item.get("type") == "patent" and item.get("holder"):
        shown["author"] = item["holder"]
    width = _width(item, house)
    if width is not None:
        _set_width(shown, width)
    for variable in NAME_VARIABLES & shown.keys() if _renames(house, width) else ():
        names = shown[variable]
        if isinstance(names, list):
            shown[variable] = [_name(name, names, house, width) for name in names]
    return shown


def _set_titles(item: dict[str, Any]) -> None:
    variables = ["title", "title-short"]
    if item.get("type") in _PARTS_OF_BOOKS:  # the name of a journal keeps its capitals
        variables.append("container-title")
    for variable in variables:
        if isinstance(item.get(variable), str):
            item[variable] = sentence_case(item[variable])


def _width(item: Mapping[str, Any], house: House) -> Callable[[str], str] | None:
    if house.typed_punctuation == "keep":
        return None
    wanted = house.typed_width if house.punctuation == "style" else house.punctuation
    if wanted == "by-language":
        chinese = Item(item).inferred_language.startswith(_EAST_ASIAN)
        return full if chinese else half
    return full if wanted == "full" else half


def _set_width(item: dict[str, Any], width: Callable[[str], str]) -> None:
    for variable in _TEXTS:
        if isinstance(item.get(variable), str):
            item[variable] = width(item[variable])
    if item.get("type") == "periodical" and width is full:
        _run_of_serial(item)


def _run_of_serial(item: dict[str, Any]) -> None:
    """A serial ran from—to: 1957（1）—1990（4）, 1984—."""
    if isinstance(item.get("volume"), str):
        item["volume"] = item["volume"].replace("-", "—")
    issued = item.get("issued")
    if isinstance(issued, Mapping) and isinstance(issued.get("literal"), str):
        item["issued"] = {**issued, "literal": issued["literal"].replace("-", "—")}


def _show_addresses(item: dict[str, Any], house: House) -> None:
    url = str(item.get("URL") or "").casefold()
    for identifier in ("DOI", "CSTR"):
        value = str(item.get(identifier) or "").casefold()
        if value and value in url:  # the address says it already
            del item[identifier]
    if house.doi == "no":
        item.pop("DOI", None)
    keeps_url = house.url == "yes" or (house.url == "online-only" and _is_online_only(item))
    if not keeps_url:
        item.pop("URL", None)


def _is_online_only(item: Mapping[str, Any]) -> bool:
    return str(item.get("type")) in _ONLINE_TYPES


def _renames(house: House, width: Callable[[str], str] | None) -> bool:
    """Tell whether the house may want any name otherwise than it is."""
    own = house.suffix_separator or house.pinyin_given == "full"
    return bool(own or width is not None or not house.translated_initials)


def _name(name: Any, names: list[Any], house: House, width: Callable[[str], str] | None) -> Any:
    if not isinstance(name, Mapping):
        return name
    shown = dict(name)
    if width is not None and isinstance(shown.get("literal"), str):
        shown["literal"] = width(shown["literal"])
    if house.suffix_separator and shown.get("suffix"):
        shown["suffix-separator"] = house.suffix_separator
    if house.pinyin_given == "full" and is_pinyin_name(name):
        shown["initialize"] = False
    if not house.translated_initials and _is_translated(name) and _alone(name, names):
        del shown["given"]
    return shown


def _is_translated(name: Mapping[str, Any]) -> bool:
    """A foreign family name in Han characters with Latin initials: 昂温 P. S."""
    family, given = str(name.get("family") or ""), str(name.get("given") or "")
    return given != "" and given.isascii() and "\u3400" <= family[:1] <= "\u9fff"


def _alone(name: Mapping[str, Any], names: list[Any]) -> bool:
    families = [other.get("family") for other in names if isinstance(other, Mapping)]
    return families.count(name.get("family")) == 1
