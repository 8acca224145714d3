"""GENE002, GENE003: how gene symbols are written."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import product
from typing import NamedTuple

from zhengming.rules.base import Draft, Finding, Fix, Message, Rule
from zhengming.text.edit import Edit
from zhengming.text.span import Span
from zhengming.text.words import JOINED, word


@cache
def _spellings() -> Mapping[str, str]:
    """HGNC symbol by spelling."""
    text = files("zhengming.rules").joinpath("data/genes.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t", 1) for line in text.splitlines() if not line.startswith("#"))
    return dict(rows)


@cache
def _hyphenated() -> Mapping[str, re.Pattern[str]]:
    """A pattern for each spelling."""
    return {spelling: word(spelling, before=JOINED) for spelling in _spellings()}


def _hyphens(draft: Draft) -> Iterator[Finding]:
    for spelling, symbol in _spellings().items():
        for block in draft.document.blocks if spelling in draft.document.text else ():
            for match in _hyphenated()[spelling].finditer(block.text):
                at = match.start() + spelling.index("-")
                hyphen = Edit(block.locate((at, at + 1)), "")
                yield Finding(
                    "GENE002",
                    "warning",
                    block.locate(match.span()),
                    Message(
                        f'the gene "{spelling}" has the symbol "{symbol}"',
                        f"基因“{spelling}”的规范符号为“{symbol}”",
                    ),
                    Fix("unsafe", (hyphen,)),
                )


class _Family(NamedTuple):
    """A gene or genes: what is looked for, and the ways of writing that are told apart."""

    symbol: re.Pattern[str]
    ways: frozenset[str]


_FAMILIES = (
    _Family(
        re.compile(r"M(?:ET|et)(?![A-Za-z0-9])"),
        frozenset(("MET", *map("".join, product("cC", ("-", ""), ("MET", "Met"))))),
    ),
    _Family(
        re.compile(r"K(?:IT|it)(?![A-Za-z0-9])"),
        frozenset(("KIT", *map("".join, product("cC", "-", ("KIT", "Kit"))))),
    ),
    _Family(
        re.compile(r"M(?:YC|yc)(?![A-Za-z0-9])"),
        frozenset(("MYC", *map("".join, product("cC", "-", ("MYC", "Myc"))))),
    ),
    _Family(re.compile(r"T(?:RK|rk)(?=[ABC](?![A-Za-z0-9]))"), frozenset(("TRK", "Trk"))),
)
_CELLULAR = re.compile(r"(?<![A-Za-z0-9-])(?:[cC]-?)?\Z")


def _mixed(draft: Draft) -> Iterator[Finding]:
    for family in _FAMILIES:
        places: dict[str, list[Span]] = defaultdict(list)
        for block in draft.document.blocks:
            for match in family.symbol.finditer(block.text):
                start, end = match.span()
                prefix = _CELLULAR.search(block.text, max(start - 2, 0), start)
                way = prefix.group() + match.group() if prefix else ""
                if prefix and way in family.ways:
                    places[way].append(block.locate((prefix.start(), end)))
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
