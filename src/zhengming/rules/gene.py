"""GENE002, GENE003: how gene symbols are written."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from zhengming.rules.base import Draft, Finding, Fix, Message, Rule
from zhengming.text.edit import Edit
from zhengming.text.span import Span


@cache
def _spellings() -> Mapping[str, str]:
    """HGNC symbol by spelling."""
    text = files("zhengming.rules").joinpath("data/genes.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t", 1) for line in text.splitlines() if not line.startswith("#"))
    return dict(rows)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z0-9-])(?:{'|'.join(_spellings())})(?![A-Za-z0-9])")


def _hyphens(draft: Draft) -> Iterator[Finding]:
    if not any(spelling in draft.document.text for spelling in _spellings()):
        return
    for block in draft.document.blocks:
        if "-" not in block.text:
            continue
        for match in _pattern().finditer(block.text):
            symbol = _spellings()[match.group()]
            span = block.locate(Span(*match.span()))
            at = match.start() + match.group().index("-")
            hyphen = Edit(block.locate(Span(at, at + 1)), "")
            yield Finding(
                "GENE002",
                "warning",
                span,
                Message(
                    f'the gene "{match.group()}" has the symbol "{symbol}"',
                    f"基因“{match.group()}”的规范符号为“{symbol}”",
                ),
                Fix("unsafe", (hyphen,)),
            )


# For each family what is looked for, and how its way of writing is told from a match.
_FAMILIES = {
    "MET": re.compile(r"(?<![A-Za-z0-9-])([cC]-?(?:MET|Met)|MET)(?![A-Za-z0-9])"),
    "KIT": re.compile(r"(?<![A-Za-z0-9-])([cC]-(?:KIT|Kit)|KIT)(?![A-Za-z0-9])"),
    "MYC": re.compile(r"(?<![A-Za-z0-9-])([cC]-(?:MYC|Myc)|MYC)(?![A-Za-z0-9])"),
    "TRK": re.compile(r"(?<![A-Za-z0-9-])(TRK|Trk)(?=[ABC](?![A-Za-z0-9]))"),
}


def _mixed(draft: Draft) -> Iterator[Finding]:
    for symbol, pattern in _FAMILIES.items():
        title = symbol.title()
        places: dict[str, list[Span]] = defaultdict(list)
        for block in draft.document.blocks:
            if symbol in block.text or title in block.text:
                for match in pattern.finditer(block.text):
                    places[match[1]].append(block.locate(Span(*match.span(1))))
        if len(places) > 1:
            yield from _minorities(places)


def _minorities(places: Mapping[str, list[Span]]) -> Iterator[Finding]:
    """One finding at the first place of each way of writing but the most used."""
    usual = max(places, key=lambda way: len(places[way]))
    for way, spans in places.items():
        if way != usual:
            yield Finding(
                "GENE003",
                "question",
                spans[0],
                Message(
                    f'"{way}" ({len(spans)}×) and "{usual}" ({len(places[usual])}×) in one '
                    "document; write the gene in one way",
                    f"文中“{way}”（{len(spans)}处）与“{usual}”（{len(places[usual])}处）并用，请统一写法",
                ),
            )


GENE002 = Rule(
    "GENE002",
    Message("a gene symbol with a hyphen", "基因符号中的连字符"),
    Message(
        "HGNC symbols are capital letters and digits without hyphens, and databases find genes by "
        "them: ROS1, not ROS-1. Houses differ on HER-2 and the like. Source: Bruford et al., Guidelines for "
        "human gene nomenclature, Nat Genet 2020.",
        "HGNC基因符号由大写字母和数字组成，不含连字符，数据库以此检索：ROS1，不作ROS-1。"
        "HER-2等写法各刊不一。来源：Bruford等，人类基因命名指南，2020。",
    ),
    _hyphens,
    failing=("ALK和ROS-1融合蛋白", "HER-2 positive and K-RAS mutant"),
    passing=("ALK和ROS1融合蛋白", "HER2-positive, KRAS-mutant; PD-1, NKX2-1, H-RASP"),
)
GENE003 = Rule(
    "GENE003",
    Message("one gene written in several ways", "同一基因多种写法"),
    Message(
        "MET and c-MET, TRKA and TrkC stand in one document. The symbol means the gene, c-MET often "
        "the protein: if you tell them apart, ignore this; else choose one. Told once a way of "
        "writing. Source: Bruford et al., Guidelines for human gene nomenclature, Nat Genet 2020.",
        "同一文档中MET与c-MET、TRKA与TrkC并用。符号指基因，c-MET常指蛋白：若有意区分可忽略，否则请统一。"
        "每种写法只报告一次。来源：Bruford等，人类基因命名指南，2020。",
    ),
    _mixed,
    failing=("MET扩增与c-Met抑制剂", "ALK、ROS1、TRKA、TrkC"),
    passing=("MET扩增与MET抑制剂", "TRKA、TRKC；met with METs"),
)
