"""Glossary layers from files: the built-in one, then each file that a project lists."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from zhengming.errors import ZhengmingError, unreadable
from zhengming.glossary.checks import check_glossary
from zhengming.glossary.concepts import parse_concepts, parse_sources
from zhengming.glossary.evidence import Weigh, weighed, weigher
from zhengming.glossary.loaded import LoadedGlossary, glossary_files
from zhengming.glossary.matcher import Matcher
from zhengming.glossary.model import Concept, Glossary, Source
from zhengming.glossary.place import error_at, place_text
from zhengming.glossary.table import HOUSE, merge_rows, read_table
from zhengming.messages import Message

SOURCES = "sources.yaml"
_TABLES = (".tsv", ".csv")


def load_glossary(layers: Sequence[Path], *, disabled: Iterable[str] = ()) -> LoadedGlossary:
    """Load, layer and check a glossary.

    Args:
        layers: files, or directories of them; a concept replaces an earlier layer's one whole.
        disabled: ids of concepts to leave out.

    Raises:
        ZhengmingError: a file is missing or wrong, with its place.
    """
    glossary = assemble(layers, disabled=disabled)
    matcher = Matcher(glossary.concepts.values(), glossary.silenced)
    check_glossary(glossary, matcher)
    return LoadedGlossary(glossary, matcher)


def assemble(layers: Sequence[Path], *, disabled: Iterable[str] = ()) -> Glossary:
    """Read and layer a glossary, each name weighed, and check no more than each file by itself.

    Raises:
        ZhengmingError: a file is missing or wrong, with its place.
    """
    sources = {HOUSE.id: HOUSE} | {s.id: s for layer in layers for s in _sources(layer)}
    weigh = weigher(sources)
    concepts: dict[str, Concept] = {}
    for layer in layers:
        if layer.suffix.lower() in _TABLES:
            changed = merge_rows(read_table(read_file(layer), str(layer)), concepts).values()
            concepts |= {concept.id: concept for concept in weighed(changed, weigh)}
        else:
            concepts |= _layer(layer, weigh)
    gone = {concept_id: _disabled(concept_id, concepts) for concept_id in dict.fromkeys(disabled)}
    names = tuple(term.text for concept in gone.values() for term in concept.terms)
    if gone:
        concepts = {
            key: _parted(concept, gone.keys(), names)
            for key, concept in concepts.items()
            if key not in gone
        }
    return Glossary(concepts, sources, names)


def _disabled(concept_id: str, concepts: Mapping[str, Concept]) -> Concept:
    if concept_id not in concepts:
        raise ZhengmingError(
            Message(
                f'cannot disable "{concept_id}": no such concept',
                f"无法停用“{concept_id}”：没有这一词条",
            ),
            hint=Message(
                "`zhengming terms` shows the ids of the names in a text",
                "`zhengming terms` 可显示文中名称的 id",
            ),
        )
    return concepts[concept_id]


def _parted(concept: Concept, gone: Collection[str], names: Sequence[str]) -> Concept:
    """A concept without what it says of concepts that are disabled, and of their names."""
    specs = concept.specs
    return replace(
        concept,
        look_alikes=tuple(other for other in concept.look_alikes if other not in gone),
        drugs=tuple(other for other in concept.drugs if other not in gone),
        specs=tuple(s for s in specs if not any(n in s.given or n in s.expected for n in names)),
    )


def _sources(layer: Path) -> Iterator[Source]:
    for path in glossary_files(layer):
        if path.name == SOURCES:
            yield from parse_sources(read_file(path), str(path))


def _layer(layer: Path, weigh: Weigh) -> dict[str, Concept]:
    concepts: dict[str, Concept] = {}
    for path in glossary_files(layer):
        if path.name == SOURCES:
            continue
        for concept in parse_concepts(read_file(path), str(path), weigh):
            if concept.id in concepts:
                other = place_text(concepts[concept.id].place)
                raise error_at(
                    Message(f'the id "{concept.id}" is given twice', f"id“{concept.id}”出现两次"),
                    concept.place,
                    Message(f"it is also at {other}; join the two", f"另一处在 {other}；请合并"),
                )
            concepts[concept.id] = concept
    return concepts


def read_file(path: Path) -> str:
    """The text of a glossary file.

    Raises:
        ZhengmingError: it cannot be read, or is not UTF-8.
    """
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise unreadable(path, error) from None
    except UnicodeDecodeError:
        raise ZhengmingError(
            Message("the glossary is not UTF-8 text", "词库不是 UTF-8 文本"),
            path=path,
            hint=Message("save it as UTF-8", "请另存为 UTF-8"),
        ) from None
