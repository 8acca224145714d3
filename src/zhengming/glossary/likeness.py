"""Which Chinese drug names nobody takes for each other, though one character parts them."""

from __future__ import annotations

_CLASS = "霉素"  # "-mycin": all that is left of 青霉素 and 链霉素 is the first character


def share_a_class_alone(name: str, other: str) -> bool:
    """Whether two names have nothing in common but the ending of their class."""
    return all(len(one) == len(_CLASS) + 1 and one.endswith(_CLASS) for one in (name, other))
