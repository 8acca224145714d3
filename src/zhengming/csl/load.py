"""Whole styles: reading, checking, and following a dependent style to its parent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from . import style as ast
from .errors import CslError
from .limits import check_macros
from .localefile import LocaleFile, read_locale
from .parse import Reader, formatting, name_attributes
from .told import Told
from .xmltree import Element, parse_xml

ParentFinder = Callable[[str], Path | None]
Edit = Callable[[Element], Element]


@dataclass(frozen=True, slots=True)
class Style:
    """A CSL style, read and checked.

    Attributes:
        style_class: ``note`` or ``in-text``.
        default_locale: the locale the style asks for, or an empty string.
        attributes: name options and global options of ``<style>``.
        locales: the ``<locale>`` elements of the style itself.
        warnings: what is wrong with it, though not so wrong that it cannot be used.
    """

    name: str
    id: str
    title: str
    style_class: str
    default_locale: str
    attributes: ast.Attributes
    names: ast.Attributes
    macros: dict[str, ast.Macro] = field(repr=False)
    locales: tuple[LocaleFile, ...] = field(repr=False)
    citation: ast.Area = field(repr=False)
    bibliography: ast.Area | None = field(repr=False)
    warnings: tuple[Told, ...] = ()

    @classmethod
    def load(
        cls, path: Path, *, parent: ParentFinder | None = None, edit: Edit | None = None
    ) -> Style:
        """Read a style; ``parent`` finds the file of a dependent style's parent by its id.

        ``edit`` may change the style's XML tree before it is read, as house rules do.

        Raises:
            CslError: the file cannot be read, or is not a usable style.
        """
        try:
            data = path.read_bytes()
        except OSError as error:
            reason = str(error.strerror)
            raise CslError(
                Told(reason, f"无法读取样式：{reason}"),
                path=path,
                hint=Told("check the path", "请检查路径"),
            ) from None
        root = _root(data, str(path))
        link = _parent_link(root)
        if link is None:
            return _read(edit(root) if edit else root, str(path))
        found = parent(link) if parent else path.with_name(link.rpartition("/")[2] + ".csl")
        if found is None or not found.is_file():
            raise CslError(
                Told(
                    f"depends on the style {link}, which is not here",
                    f"依赖样式 {link}，但找不到该样式",
                ),
                path=path,
                line=root.line,
                hint=Told("put the parent style beside it", "请将父样式放在同一文件夹"),
            )
        if found == path:
            raise CslError(
                Told("depends on itself", "依赖自身"),
                path=path,
                line=root.line,
                hint=Told("fix its link", "请改正其 link"),
            )
        style = cls.load(found, parent=parent, edit=edit)
        return style.in_locale(root.get("default-locale"))

    @classmethod
    def parse(cls, data: bytes, *, name: str = "style") -> Style:
        """Read an independent style from bytes.

        Raises:
            CslError: it is not a usable style.
        """
        root = _root(data, name)
        link = _parent_link(root)
        if link is not None:
            raise CslError(
                Told(f"depends on the style {link}", f"依赖样式 {link}"),
                path=name,
                line=root.line,
                hint=Told(
                    "load it from a file, with its parent beside it",
                    "请从文件载入，父样式放在同一文件夹",
                ),
            )
        return _read(root, name)

    def in_locale(self, locale: str) -> Style:
        """Return the style with another default locale (unchanged when that is empty)."""
        return replace(self, default_locale=locale) if locale else self


def _root(data: bytes, name: str) -> Element:
    root = parse_xml(data, name)
    if root.name != "style":
        raise CslError(
            Told(f"<{root.name}> is not a CSL style", f"<{root.name}> 不是 CSL 样式"),
            path=name,
            line=root.line,
            hint=Told("a style starts with <style>", "样式的根元素为 <style>"),
        )
    return root


def _parent_link(root: Element) -> str | None:
    info = root.first("info")
    if info is None or root.first("citation") is not None:
        return None
    links = (link for link in info.all("link") if link.get("rel") == "independent-parent")
    return next((link.get("href") for link in links), None)


def _read(root: Element, name: str) -> Style:
    reader = Reader(name)
    known = ("info", "locale", "macro", "citation", "intext", "bibliography")
    for child in root.children:
        if child.name not in known:
            raise reader.error(
                child,
                Told("not allowed in <style>", "不能用在 <style> 中"),
                Told(f"expected {', '.join(known)}", f"应为 {'、'.join(known)}"),
            )
    citation = root.first("citation")
    if citation is None:
        raise reader.error(
            root, Told("has no <citation>", "没有 <citation>"), Told("add one", "请补上")
        )
    bibliography = root.first("bibliography")
    info = root.first("info")
    style = Style(
        name,
        _text(info, "id"),
        _text(info, "title"),
        root.get("class", "in-text"),
        root.get("default-locale"),
        dict(root.attributes),
        name_attributes(root.attributes) | _names_delimiter(root),
        _macros(root, reader),
        tuple(read_locale(child, reader) for child in root.all("locale")),
        _area(citation, reader),
        None if bibliography is None else _area(bibliography, reader),
    )
    areas = filter(None, (style.citation, style.bibliography))
    return replace(style, warnings=check_macros(style.macros, areas, name, root.line))


def _text(info: Element | None, name: str) -> str:
    child = None if info is None else info.first(name)
    return "" if child is None else child.text.strip()


def _names_delimiter(element: Element) -> dict[str, str]:
    value = element.attributes.get("names-delimiter")
    return {} if value is None else {"names-delimiter": value}


def _macros(root: Element, reader: Reader) -> dict[str, ast.Macro]:
    macros: dict[str, ast.Macro] = {}
    for element in root.all("macro"):
        name = reader.required(element, "name")
        macros[name] = ast.Macro(name, reader.children(element.children), element.line)
    return macros


def _area(element: Element, reader: Reader) -> ast.Area:
    layouts = tuple(
        ast.Layout(
            reader.children(layout.children),
            formatting(layout, affixes_inside=True),
            tuple(layout.get("locale").split()),
        )
        for layout in element.all("layout")
    )
    if not layouts:
        raise reader.error(
            element, Told("has no <layout>", "没有 <layout>"), Told("add one", "请补上")
        )
    sort = element.first("sort")
    keys = () if sort is None else tuple(_sort_key(key) for key in sort.all("key"))
    attributes = dict(element.attributes)
    names = name_attributes(attributes) | _names_delimiter(element)
    return ast.Area(element.name, layouts, keys, attributes, names)


def _sort_key(element: Element) -> ast.SortKey:
    limits = {
        option: element.attributes[own]
        for own, option in (
            ("names-min", "et-al-min"),
            ("names-use-first", "et-al-use-first"),
            ("names-use-last", "et-al-use-last"),
        )
        if own in element.attributes
    }
    return ast.SortKey(
        element.get("variable"), element.get("macro"), element.get("sort") == "descending", limits
    )
