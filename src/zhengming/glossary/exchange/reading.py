"""What a file from elsewhere says about names, whatever its form: concepts to be reviewed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from zhengming.errors import ZhengmingError, unreadable
from zhengming.glossary.concepts import parse_concepts
from zhengming.glossary.evidence import weighed, weigher
from zhengming.glossary.exchange.cells import read_cells
from zhengming.glossary.exchange.sheet import concepts_of
from zhengming.glossary.exchange.tbx import read_tbx
from zhengming.glossary.exchange.unii import is_unii, unii_concepts
from zhengming.glossary.exchange.xlsx import read_xlsx
from zhengming.glossary.model import Concept, Glossary
from zhengming.glossary.table import merge_rows, read_table
from zhengming.messages import Message

_LARGEST = 50_000_000  # bytes; a sheet of 50,000 names has some 5 million
_LARGEST_UNII = 300_000_000  # the list of 2025 has 80 million
_DELIMITERS = {".csv": ",", ".tsv": "\t", ".txt": "\t"}
FORMS = Message(
    "a sheet (.csv, .tsv, .xlsx), TBX (.tbx, .xml), YAML, a UNII names list (.txt)",
    "可用表格（.csv、.tsv、.xlsx）、TBX（.tbx、.xml）、YAML、UNII 名单（.txt）",
)


def read_concepts(path: Path, glossary: Glossary) -> list[Concept]:
    """The concepts in a file, each whole, with its names weighed.

    A table of variants and preferred names, and a UNII list, only add to what ``glossary`` holds.
    Specs stay, for most forms do not carry them.

    Raises:
        ZhengmingError: the file cannot be read, is too large, or says what cannot be.
    """
    data = _bytes(path)
    concepts = _concepts(path, data, glossary)
    return weighed([_with_specs(c, glossary) for c in concepts], weigher(glossary.sources))


def _concepts(path: Path, data: bytes, glossary: Glossary) -> Sequence[Concept]:
    name, suffix = str(path), path.suffix.lower()
    if suffix in (".tbx", ".xml", ".tbxm"):
        return read_tbx(data, name)
    if suffix in (".xlsx", ".xlsm"):
        return concepts_of(read_xlsx(data, name), name)
    text = _decoded(data, name)
    if suffix in (".yaml", ".yml"):
        return parse_concepts(text, name)
    if suffix not in _DELIMITERS:
        raise ZhengmingError(
            Message(f'cannot import "{suffix}" files', f"无法导入“{suffix}”文件"),
            path=path,
            hint=FORMS,
        )
    if is_unii(text):
        return unii_concepts(text, name, glossary.concepts.values())
    if _is_sheet(text, _DELIMITERS[suffix]):
        return concepts_of(read_cells(text, _DELIMITERS[suffix], name), name)
    return list(merge_rows(read_table(text, name), glossary.concepts).values())


def _is_sheet(text: str, delimiter: str) -> bool:
    first = text.removeprefix("\ufeff").partition("\n")[0]
    return "concept" in [cell.strip().strip('"').lower() for cell in first.split(delimiter)]


def _with_specs(concept: Concept, glossary: Glossary) -> Concept:
    before = glossary.concepts.get(concept.id)
    return replace(concept, specs=before.specs) if before and not concept.specs else concept


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            size, head = path.stat().st_size, stream.read(1000)
            limit = _LARGEST_UNII if is_unii(head.decode("utf-8", "replace")) else _LARGEST
            if size > limit:
                raise ZhengmingError(
                    Message(
                        f"the file has {size // 1_000_000} MB, and a list of names should have less "
                        f"than {limit // 1_000_000}",
                        f"文件有 {size // 1_000_000} MB，名称表应小于 {limit // 1_000_000} MB",
                    ),
                    path=path,
                    hint=Message(
                        "divide it, or keep only the columns that are needed",
                        "请拆分，或只保留需要的列",
                    ),
                )
            return head + stream.read()
    except OSError as error:
        raise unreadable(path, error) from None


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ZhengmingError(
            Message("the file is not UTF-8 text", "文件不是 UTF-8 文本"),
            path=name,
            hint=Message('save it as "CSV UTF-8", or as .xlsx', "请另存为“CSV UTF-8”或 .xlsx"),
        ) from None
