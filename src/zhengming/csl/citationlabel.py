"""Citation labels such as ``RoNo78``: letters of the authors, digits of the year."""

from __future__ import annotations

from .items import NAME_VARIABLES, Item
from .person import Person

_LETTERS = {1: (4,), 2: (2, 2), 3: (2, 1, 1)}
_MOST = (1, 1, 1, 1)


def citation_label(item: Item) -> str:
    """Return the item's own label, else one made from its names and year."""
    own = item.text("citation-label")
    if own:
        return own
    persons = item.persons("author")
    if not persons:
        everyone = (item.persons(variable) for variable in sorted(NAME_VARIABLES))
        persons = next((people for people in everyone if people), ())
    shares = _LETTERS.get(len(persons), _MOST)
    letters = "".join(_name(person)[:n] for person, n in zip(persons, shares, strict=False))
    date = item.date("issued")
    year = f"{abs(date.start.year) % 100:02d}" if date and date.start else ""
    return (letters or item.text("title")[:4]) + year


def _name(person: Person) -> str:
    name = person.literal or person.family or person.given
    return name[:1].upper() + name[1:]
