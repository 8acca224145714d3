"""Rendering elements: XML to the abstract syntax, with a place for every complaint."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from . import style as ast
from .errors import CslError
from .formatting import DECORATIONS, PLAIN, Formatting
from .told import Told
from .xmltree import Element

NAME_ATTRIBUTES = (
    "and",
    "delimiter",
    "delimiter-precedes-et-al",
    "delimiter-precedes-last",
    "et-al-min",
    "et-al-use-first",
    "et-al-use-last",
    "et-al-subsequent-min",
    "et-al-subsequent-use-first",
    "form",
    "initialize",
    "initialize-with",
    "name-as-sort-order",
    "sort-separator",
)
_INHERITED = {"name-form": "form", "name-delimiter": "delimiter"} | {
    name: name for name in NAME_ATTRIBUTES if name not in ("form", "delimiter")
}
_CONDITIONS = (
    "disambiguate",
    "has-day",
    "has-year-only",
    "is-numeric",
    "is-uncertain-date",
    "is-multiple",
    "is-plural",
    "locator",
    "locale",
    "position",
    "type",
    "variable",
)


class Reader:
    """Reads the elements of one file; ``source`` is its name in errors."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._readers: dict[str, Callable[[Element], ast.Rendering]] = {
            "text": self.text,
            "number": self.number,
            "label": self.label,
            "date": self.date,
            "names": self.names,
            "group": self.group,
            "choose": self.choose,
        }

    def error(self, element: Element, message: Told, hint: Told) -> CslError:
        """Return an error placed at an element."""
        return CslError(
            Told(f"<{element.name}>: {message}", f"<{element.name}>：{message.zh}"),
            path=self.source,
            line=element.line,
            column=element.column,
            hint=hint,
        )

    def children(self, elements: Iterable[Element]) -> tuple[ast.Rendering, ...]:
        """Read a sequence of rendering elements."""
        return tuple(map(self.rendering, elements))

    def rendering(self, element: Element) -> ast.Rendering:
        """Read one rendering element."""
        read = self._readers.get(element.name)
        if read is None:
            raise self.error(
                element,
                Told("not a rendering element", "不是用于输出的元素"),
                Told(
                    f"expected one of {', '.join(self._readers)}",
                    f"应为以下之一：{'、'.join(self._readers)}",
                ),
            )
        return read(element)

    def required(self, element: Element, attribute: str) -> str:
        """Return an attribute that must be there."""
        if attribute not in element.attributes:
            raise self.error(
                element,
                Told(f"attribute {attribute!r} is missing", f"缺少属性“{attribute}”"),
                Told("add it", "请补上"),
            )
        return element.attributes[attribute]

    def text(self, element: Element) -> ast.Text:
        """Read ``<text>``."""
        for source in ("variable", "macro", "term", "value"):
            if source in element.attributes:
                return ast.Text(
                    source,
                    element.attributes[source],
                    element.get("form", "long"),
                    element.get("plural") == "true",
                    formatting(element),
                )
        raise self.error(
            element,
            Told("prints nothing", "不输出任何内容"),
            Told(
                "give it a variable, a macro, a term or a value",
                "请给出 variable、macro、term 或 value",
            ),
        )

    def number(self, element: Element) -> ast.Number:
        """Read ``<number>``."""
        return ast.Number(
            self.required(element, "variable"),
            element.get("form", "numeric"),
            formatting(element),
        )

    def label(self, element: Element) -> ast.Label:
        """Read ``<label>``, in ``<names>`` or not."""
        return ast.Label(
            element.get("variable"),
            element.get("form", "long"),
            element.get("plural", "contextual"),
            formatting(element),
        )

    def date(self, element: Element) -> ast.Date:
        """Read ``<date>``, of a style or of a locale."""
        return ast.Date(
            tuple(element.get("variable").split()),
            element.get("form"),
            element.get("date-parts", "year-month-day"),
            tuple(self.date_part(child) for child in element.all("date-part")),
            formatting(element),
        )

    def date_part(self, element: Element) -> ast.DatePart:
        """Read ``<date-part>``."""
        return ast.DatePart(
            self.required(element, "name"),
            element.get("form"),
            element.get("range-delimiter"),
            formatting(element),
        )

    def names(self, element: Element) -> ast.Names:
        """Read ``<names>`` and its children."""
        known = ("name", "et-al", "label", "substitute", "institution", "with")
        for child in element.children:
            if child.name not in known:
                raise self.error(
                    child,
                    Told("not allowed in <names>", "不能用在 <names> 中"),
                    Told(f"expected {', '.join(known)}", f"应为 {'、'.join(known)}"),
                )
        order = [child.name for child in element.children]
        label_first = "label" in order and (
            "name" not in order or order.index("label") < order.index("name")
        )
        substitute = element.first("substitute")
        et_al = element.first("et-al")
        label = element.first("label")
        return ast.Names(
            tuple(element.get("variable").split()),
            name_attributes(element.attributes),
            self.name(element.last("name")),  # styles that repeat it mean the second
            None if et_al is None else ast.EtAl(et_al.get("term", "et-al"), formatting(et_al)),
            None if label is None else self.label(label),
            label_first and "name" in order,
            self.name(element.first("institution")),
            () if substitute is None else self.children(substitute.children),
            formatting(element),
        )

    def name(self, element: Element | None) -> ast.Name | None:
        """Read ``<name>`` or ``<institution>`` with its parts."""
        if element is None:
            return None
        parts = {part.get("name"): formatting(part) for part in element.children}
        own = {key: element.attributes[key] for key in NAME_ATTRIBUTES if key in element.attributes}
        return ast.Name(own, formatting(element), parts.get("family"), parts.get("given"))

    def group(self, element: Element) -> ast.Group:
        """Read ``<group>``."""
        return ast.Group(self.children(element.children), formatting(element))

    def choose(self, element: Element) -> ast.Choose:
        """Read ``<choose>``."""
        branches = []
        for child in element.children:
            if child.name not in ("if", "else-if", "else"):
                raise self.error(
                    child,
                    Told("not allowed in <choose>", "不能用在 <choose> 中"),
                    Told("expected if, else-if or else", "应为 if、else-if 或 else"),
                )
            branches.append(self.branch(child))
        return ast.Choose(tuple(branches))

    def branch(self, element: Element) -> ast.Branch:
        """Read one branch of ``<choose>``."""
        conditions = tuple(
            ast.Condition(test, tuple(element.attributes[test].split()))
            for test in _CONDITIONS
            if test in element.attributes
        )
        if element.name != "else" and not conditions:
            raise self.error(
                element,
                Told("has no condition", "没有条件"),
                Told(
                    "test a variable, type, position, …", "请给出 variable、type、position 等条件"
                ),
            )
        return ast.Branch(conditions, element.get("match", "all"), self.children(element.children))


def name_attributes(attributes: dict[str, str]) -> dict[str, str]:
    """Pick the name options that ``<style>``, areas and ``<names>`` hand down."""
    return {
        own: attributes[inherited]
        for inherited, own in _INHERITED.items()
        if inherited in attributes
    }


def formatting(element: Element, *, affixes_inside: bool = False) -> Formatting:
    """Read the formatting attributes of an element."""
    attributes = element.attributes
    fonts = tuple((name, attributes[name]) for name in DECORATIONS if name in attributes)
    result = Formatting(
        prefix=attributes.get("prefix", ""),
        suffix=attributes.get("suffix", ""),
        delimiter=attributes.get("delimiter", ""),
        fonts=fonts,
        quotes=attributes.get("quotes") == "true",
        text_case=attributes.get("text-case", ""),
        strip_periods=attributes.get("strip-periods") == "true",
        display=attributes.get("display", ""),
        affixes_inside=affixes_inside,
    )
    return PLAIN if result == PLAIN else result
