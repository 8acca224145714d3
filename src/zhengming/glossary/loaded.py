"""A glossary ready for use; apart from what reads YAML, which a warm cache does without."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from zhengming.glossary.matcher import Matcher
from zhengming.glossary.model import Glossary


@dataclass(frozen=True, slots=True, eq=False)
class LoadedGlossary:
    """A checked glossary and the matcher over it; one is the same as another only if it is it."""

    glossary: Glossary
    matcher: Matcher


def glossary_files(layer: Path) -> list[Path]:
    """The files of a layer: itself, or every YAML file below a directory."""
    return sorted(layer.rglob("*.yaml")) if layer.is_dir() else [layer]
