"""What house rules change in a style before it is compiled: its XML tree, copied with edits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from zhengming.csl.house.rules import House
from zhengming.csl.house.width import mark_to_full, mark_to_half
from zhengming.csl.xmltree import Element

Mark = Callable[[str], str]

_MARKED = ("prefix", "suffix", "delimiter", "cite-group-delimiter", "after-collapse-delimiter")
_ET_AL = ("et-al-min", "et-al-use-first", "et-al-use-last", "et-al-subsequent-min")
_EAST_ASIAN = ("zh", "ja", "ko")
_WESTERN = "western:"


def restyle(root: Element, house: House) -> Element:
    """Return the style's tree as the house wants it; the one given is not touched."""
    if house.punctuation == "by-language":
        root = _by_language(root)
    elif house.punctuation != "style":
        mark = mark_to_full if house.punctuation == "full" else mark_to_half
        root = _edited(root, lambda element: _marked(element, mark))
    if house.surname_capitals != "style":
        capitals = house.surname_capitals == "yes"
        root = _edited(root, lambda element: _with_capitals(element, capitals))
    if house.authors != "style":
        root = _edited(root, lambda element: _with_authors(element, house.authors))
    if house.shortest_run != "3":
        root = _edited(root, lambda element: _with_runs(element, house.shortest_run))
    return root


def _edited(element: Element, edit: Callable[[Element], Element]) -> Element:
    children = [_edited(child, edit) for child in element.children]
    return edit(replace(element, attributes=dict(element.attributes), children=children))


def _marked(element: Element, mark: Mark) -> Element:
    for attribute in _MARKED:
        if attribute in element.attributes:
            element.attributes[attribute] = mark(element.attributes[attribute])
    return element


def _by_language(root: Element) -> Element:
    """Give Western layouts narrow copies of the macros, all other layouts wide ones."""
    narrow = {child.get("name") for child in root.all("macro")}
    children: list[Element] = []
    for child in root.children:
        if child.name == "macro":
            children += [_wide(child), _narrow(child, narrow)]
        elif child.name in ("citation", "bibliography"):
            layouts = [
                _narrow(part, narrow) if _is_western(part) else _wide(part)
                for part in child.children
            ]
            children.append(replace(child, children=layouts))
        else:
            children.append(child)
    return replace(root, children=children)


def _is_western(part: Element) -> bool:
    return (
        part.name == "layout"
        and bool(part.get("locale"))
        and not part.get("locale").startswith(_EAST_ASIAN)
    )


def _wide(element: Element) -> Element:
    return _edited(element, lambda part: _marked(part, mark_to_full))


def _narrow(element: Element, macros: set[str]) -> Element:
    def edit(part: Element) -> Element:
        called = "name" if part.name == "macro" else "macro"
        if part.get(called) in macros:
            part.attributes[called] = f"{_WESTERN}{part.get(called)}"
        return _marked(part, mark_to_half)

    return _edited(element, edit)


def _with_capitals(element: Element, capitals: bool) -> Element:
    if element.name == "name-part" and element.get("name") == "family":
        element.attributes.pop("text-case", None)
    if element.name == "names" and capitals:
        _capitalise(element)
    if element.name == "substitute":  # bare names there inherit, and must stay bare to do so
        for names in element.all("names"):
            names.children = [part for part in names.children if part.line]
    return element


def _capitalise(names: Element) -> None:
    """Ask for capitals in a <names>, giving it the <name> and <name-part> that it may lack."""
    name = names.first("name")
    if name is None:
        name = Element("name", {}, 0, 0)
        names.children.insert(0, name)
    family = next((part for part in name.children if part.get("name") == "family"), None)
    if family is None:
        family = Element("name-part", {"name": "family"}, 0, 0)
        name.children.append(family)
    family.attributes["text-case"] = "uppercase"


def _with_authors(element: Element, authors: str) -> Element:
    """Name so many authors in the list before 等 or et al.; citations keep their own rule."""
    if element.name != "bibliography":
        return element
    for attribute in _ET_AL:
        element.attributes.pop(attribute, None)
    if authors != "all":
        element.attributes["et-al-min"] = str(int(authors) + 1)
        element.attributes["et-al-use-first"] = authors
    return element


def _with_runs(element: Element, shortest: str) -> Element:
    if element.name == "citation":
        element.attributes["shortest-run"] = shortest
    return element
