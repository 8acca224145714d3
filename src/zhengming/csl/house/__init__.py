"""House rules: where journals differ within one style, said by options instead of by more styles."""

from .items import prepare
from .restyle import restyle
from .rules import House, HouseError

__all__ = ["House", "HouseError", "prepare", "restyle"]
