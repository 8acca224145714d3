"""Records of which a glossary holds many thousands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

_T = TypeVar("_T")


@dataclass_transform(frozen_default=True)
def record(cls: type[_T]) -> type[_T]:
    """A dataclass that the type checker holds to be frozen.

    What forbids assignment while the program runs would make each take three times as long to make,
    and all are made whenever the program starts.
    """
    return dataclass(slots=True, unsafe_hash=True)(cls)
