"""GENE001: mutations whose wild-type residue the protein does not have at that position."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from zhengming.documents import Block
from zhengming.rules.base import Draft, Finding, Message, Rule
from zhengming.rules.proteins import Protein, proteins

_AMINO = "ACDEFGHIKLMNPQRSTVWY"
_LONG = "Ala|Cys|Asp|Glu|Phe|Gly|His|Ile|Lys|Leu|Met|Asn|Pro|Gln|Arg|Ser|Thr|Val|Trp|Tyr"
_SHORT = dict(zip(_LONG.split("|"), _AMINO, strict=True)) | dict(zip(_AMINO, _AMINO, strict=True))
# L858R, C797S/G, E746_A750del, p.G12C; a residue alone (I1171) only with three digits or more.
# In three letters p.Leu858Arg, p.Glu746_Ala750del.
_MUTATION = re.compile(
    rf"(?P<residue>[{_AMINO}](?P<long>[a-z]{{2}})?)(?P<at>\d{{1,4}})"
    rf"(?(long)(?:(?:{_LONG})(?:fs\w*)?|Ter|(?:fs|del|ins|dup)\w*|[*=]|(?=_))"
    rf"|(?:[{_AMINO}*X](?:/[{_AMINO}](?![A-Za-z0-9]))*|fs|(?<=\d{{3}})(?:_|(?:del|ins|dup)[A-Z]*)?))"
    r"(?![A-Za-z0-9])"
)
_BEFORE = re.compile(r"(?:(?<![A-Za-z0-9.-])|(?<=\bp\.))\Z", re.ASCII)
_BETWEEN = re.compile(r"[\s\u2043、，,/;；+_和与及或等以]{1,8}(?:and |or |p\.)?|del[A-Z]*[、，/]")
_DIRECTLY = re.compile(
    r"[\s(（:：]*(?:基因|蛋白|gene\b)?\s*(?:(?:第\s*)?\d+\s*号?外显子|exon\s*\d+)?\s*"
    r"(?:点|激酶域|激酶区|错义|耐药)?(?:突变|变异|mutations?\b)?(?:主要)?(?:包括|如|为|有|是)?[\s(（:：]*(?:p\.)?"
)
_REACH = 30  # characters back to the gene that a mutation is said of
_FAR = 300  # and to the genes that a list of mutations may be about
_FEWEST = 3  # mutations of a list that must fit before the list tells the gene


class _Mutation(NamedTuple):
    start: int
    end: int
    residue: str
    position: int

    def fits(self, protein: Protein) -> bool:
        return protein.has(self.residue, self.position)


def _impossible(draft: Draft) -> Iterator[Finding]:
    for block in draft.document.blocks:
        for run in _runs(block.text):
            start = run[0].start
            protein = _named(block.text, start)
            if protein:
                yield from _misfits(block, run, protein, ())
            elif len(run) > _FEWEST:
                nearby = _nearby(block.text, start)
                protein = _implied(run, nearby)
                if protein:
                    yield from _misfits(block, run, protein, nearby)


def _runs(text: str) -> Iterator[list[_Mutation]]:
    """Lists of mutations that nothing but list punctuation parts."""
    run: list[_Mutation] = []
    for match in _MUTATION.finditer(text):
        residue = _SHORT.get(match["residue"])
        if not (residue and _BEFORE.search(text, max(match.start() - 3, 0), match.start())):
            continue
        mutation = _Mutation(match.start(), match.end(), residue, int(match["at"]))
        if run and not _goes_on(text, run[-1].end, mutation.start):
            yield run
            run = []
        run.append(mutation)
    if run:
        yield run


def _goes_on(text: str, end: int, start: int) -> bool:
    return text[end - 1] == "_" or _BETWEEN.fullmatch(text, end, start) is not None


@cache
def _genes() -> re.Pattern[str]:
    names = sorted(proteins(), key=len, reverse=True)
    return re.compile(rf"(?<![A-Za-z0-9-])(?:{'|'.join(map(re.escape, names))})(?![A-Za-z0-9])")


def _named(text: str, start: int) -> Protein | None:
    """The gene that stands directly before a mutation."""
    last = None
    for match in _genes().finditer(text, max(start - _REACH, 0), start):
        last = match
    if last and _DIRECTLY.fullmatch(text, last.end(), start):
        return proteins()[last.group()]
    return None


def _nearby(text: str, start: int) -> tuple[Protein, ...]:
    names = {match.group() for match in _genes().finditer(text, max(start - _FAR, 0), start)}
    return tuple({(p := proteins()[name]).gene: p for name in sorted(names)}.values())


def _implied(run: Sequence[_Mutation], nearby: Sequence[Protein]) -> Protein | None:
    """The one gene named nearby that most mutations of a list fit."""
    distinct = {(m.residue, m.position): m for m in run}.values()
    scores = sorted(((sum(m.fits(p) for m in distinct), p.gene) for p in nearby), reverse=True)
    if not scores or scores[0][0] < max(_FEWEST, 0.7 * len(distinct)):
        return None
    if len(scores) > 1 and scores[1][0] * 2 > scores[0][0]:
        return None
    return proteins()[scores[0][1]]


def _misfits(
    block: Block, run: Sequence[_Mutation], protein: Protein, nearby: Sequence[Protein]
) -> Iterator[Finding]:
    for mutation in run:
        if mutation.fits(protein) or any(mutation.fits(other) for other in nearby):
            continue
        written = block.text[mutation.start : mutation.end].rstrip("_")
        span = block.locate((mutation.start, mutation.start + len(written)))
        yield Finding("GENE001", "error", span, _message(written, mutation, protein))


def _message(written: str, mutation: _Mutation, protein: Protein) -> Message:
    gene, position = protein.gene, mutation.position
    stands = protein.residue(position)
    near = [f"{mutation.residue}{p}" for p in protein.near(mutation.residue, position)][:4]
    ask = f"; is {' or '.join(near)} meant?" if near else ""
    frage = f"；是否为{'或'.join(near)}？" if near else ""
    if not stands:
        return Message(
            f"{written} cannot be: {gene} has {len(protein):,} residues ({protein.accession}){ask}",
            f"{written}不可能：{gene}仅{len(protein)}个残基（{protein.accession}）{frage}",
        )
    return Message(
        f"{written} cannot be: residue {position} of {gene} is {stands}, not {mutation.residue} "
        f"({protein.accession}){ask}",
        f"{written}不可能：{gene}第{position}位残基为{stands}，不是{mutation.residue}"
        f"（{protein.accession}）{frage}",
    )


GENE001 = Rule(
    "GENE001",
    Message("a mutation that the protein cannot have", "蛋白不可能有的突变"),
    Message(
        "HGVS names a substitution by the reference residue, its position and the new residue "
        "(L1196M). Here the UniProt reference sequence has another residue at that position, or "
        "ends before it: mostly a digit was lost or two were swapped, or positions of the cDNA were "
        "taken for residues. The gene is the one named directly before the mutation, or the one "
        "named nearby that most of a list of mutations fit. Look the mutation up; nothing is "
        "rewritten. Sources: HGVS nomenclature 21.1; UniProtKB/Swiss-Prot, CC BY 4.0.",
        "HGVS以参考残基、位置和新残基表示替换（L1196M）。此处UniProt参考序列在该位置是另一残基，"
        "或序列没有这么长：多为漏写或颠倒数字，或误用cDNA位置。基因取突变前紧邻者，或附近与"
        "一列突变大多相符者。请核对原文；不作改写。来源：HGVS命名法21.1；UniProtKB/Swiss-Prot。",
    ),
    _impossible,
    failing=(
        "检出ALK G3709R突变。",
        "ALK 突变包括 L1196M、G1269A、I171T/N/S、S1206Y 及 D1230N 等。",
        "ALK-positive tumours: the list L1196M, G1269A, C1156Y, V118L.",
    ),
    passing=(
        "ALK G1202R/L1196M、EGFR L858R、T790M/C797S、MET D1228N、MET D1246N",
        "融合（E13；A20），V3（E6；A20）变异体；ALK 阳性患者的 T790M",
        "EGFR E746_A750del 与 V769_D770insASV；KRAS p.G12C",
    ),
)
