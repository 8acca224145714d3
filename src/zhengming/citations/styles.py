"""Citation styles by name or by path, with the house rules of a project, and processors for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from zhengming.citations.collation import by_pinyin
from zhengming.csl import CslError, Processor, Style
from zhengming.csl.house import House, HouseError, prepare, restyle
from zhengming.csl.inspect import mentions
from zhengming.csl.shipped import find_shipped, shipped_styles
from zhengming.csl.style import Rendering
from zhengming.errors import UsageError, ZhengmingError
from zhengming.references.model import Reference


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """A style as a house wants it."""

    style: Style
    house: House

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
        """A processor over the references' CSL-JSON items."""
        items = [prepare(reference.item, self.house) for reference in references]
        return Processor(self.style, items, locale=locale, collate=by_pinyin)


def load_style(name: str, options: Mapping[str, str] | None = None) -> HouseStyle:
    """A shipped style by id or alias, or any ``.csl`` file by path, under house options.

    Raises:
        UsageError: there is no such style or option; the hint lists those there are.
        ZhengmingError: the style cannot be used; with its file and line.
    """
    shipped = None if name.endswith(".csl") else find_shipped(name)
    if shipped is None and not name.endswith(".csl"):
        known = ", ".join(style.id for style in shipped_styles())
        raise UsageError(
            f'there is no style "{name}"', hint=f"one of: {known}; or the path of a .csl file"
        )
    try:
        house = House.read(shipped.options if shipped else {}).changed(options or {})
        path = shipped.path if shipped else Path(name)
        return HouseStyle(Style.load(path, edit=partial(restyle, house=house)), house)
    except HouseError as error:
        raise UsageError(str(error), hint="give it as name=value") from None
    except CslError as error:
        raise ZhengmingError(
            error.message, path=error.path, line=error.line, hint=error.hint
        ) from None
