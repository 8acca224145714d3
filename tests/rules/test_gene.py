"""Reference proteins, and mutations held against them."""

from __future__ import annotations

import pytest

from zhengming.rules.gene_residue import GENE001
from zhengming.rules.proteins import proteins

from .conftest import Check

LENGTHS = {
    "ALK": 1620, "ROS1": 2347, "EGFR": 1210, "RET": 1114, "KRAS": 189, "BRAF": 766,
    "ERBB2": 1255, "NTRK1": 796, "NTRK3": 839, "MET": 1390 + 18, "TP53": 393, "PIK3CA": 1068,
}  # fmt: skip
# Mutations that labels, guidelines and databases name, as a check on numbering.
RESIDUES = {
    "ALK": "L1196 G1202 G1269 F1174 C1156 I1171 S1206 E1210 V1180 D1203 A1230 L1152 L1198 R1275",
    "EGFR": "L858 T790 C797 G719 L861 S768 E746 A750 V769 D770",
    "ROS1": "G2032 D2033 S1986 L2026 L1951",
    "MET": "D1010 Y1003 D1228 Y1230 H1094 D1246 Y1248",
    "RET": "M918 G810 C634 V804",
    "KRAS": "G12 G13 Q61 A146",
    "NRAS": "G12 Q61",
    "HRAS": "G12 Q61",
    "BRAF": "V600 G469 D594 K601",
    "ERBB2": "S310 V777 G776 L755 A775",
    "ERBB3": "V104 G284",
    "NTRK1": "G595 G667 F589",
    "NTRK3": "G623 G696 F617",
    "KIT": "D816 V559 W557 V654",
    "PDGFRA": "D842 V561",
    "MAP2K1": "K57 Q56",
    "PIK3CA": "E542 E545 H1047",
    "AKT1": "E17",
    "STK11": "F354 D194",
    "TP53": "R175 R248 R273 Y220",
    "FLT3": "D835 F691",
    "JAK2": "V617",
    "ABL1": "T315 E255 Y253",
    "IDH1": "R132",
    "IDH2": "R140 R172",
    "KEAP1": "G333",
    "CTNNB1": "S45 T41",
    "PTEN": "R130",
    "DDR2": "S768",
}


def test_every_protein_is_checked_by_known_residues() -> None:
    assert {protein.gene for protein in proteins().values()} == set(RESIDUES)


@pytest.mark.parametrize("gene", RESIDUES)
def test_known_residues_stand_where_they_should(gene: str) -> None:
    protein = proteins()[gene]
    missing = [r for r in RESIDUES[gene].split() if not protein.has(r[0], int(r[1:]))]
    assert missing == []


@pytest.mark.parametrize("gene", LENGTHS)
def test_lengths(gene: str) -> None:
    assert len(proteins()[gene]) == LENGTHS[gene]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("EGFR T709M", ["T709M"]),
        ("EGFR L858R、T790M、C779S", ["C779S"]),
        ("HER2 S310F 与 KRAS G21C", ["G21C"]),
        ("EGFR p.L885R", ["L885R"]),
        ("ALK R9999X", ["R9999X"]),
        ("EGFR p.Leu885Arg 与 EGFR p.Leu858Arg", ["Leu885Arg"]),
        ("EGFR p.Glu746_Ala705del、Thr790Met", ["Ala705del"]),
        ("ALK Val118Leufs*7", ["Val118Leufs"]),
        ("MET exon 14 skipping, MET Y1230H, MET Y1248H, MET Y1229H", ["Y1229H"]),
    ],
)
def test_impossible_mutations(text: str, found: list[str], check: Check) -> None:
    spans = [finding.span for finding in check(GENE001, text)]
    assert [text[span.start : span.end] for span in spans] == found


@pytest.mark.parametrize(
    "text",
    [
        "EGFR 突变；ALK 阳性患者接受治疗后 T315I 出现",  # no gene directly before
        "样本 A12B、C3D 与图 S1A",
        "EML4-ALK E13;A20 与 V3（E6；A20）",
        "ALK L1196M、KRAS G12C、BRAF V600E",
        "G1202R/L1196M、I1171N/F1174I 与 L1198F",
        "EGFR p.Glu746_Ala750del 与 EGFR Thr790Met、ALK p.Arg1275=；EGFR Val769_Asp770insAlaSerVal",
        "EGFR Tyr1068 与 AKT1 Ser473",  # phosphorylated, and no mutation
        "EGFR L747_P753delinsS 与 E746_A750del、V769_D770insASV",
    ],
)
def test_nothing_is_said_of_what_is_right_or_unknown(text: str, check: Check) -> None:
    assert check(GENE001, text) == []


def test_a_finding_names_the_residue_and_the_near_positions(check: Check) -> None:
    (finding,) = check(GENE001, "ALK D1230N")
    assert "residue 1230 of ALK is A, not D (Q9UM73.3); is D1203 meant?" in finding.message.en
    assert "第1230位残基为A，不是D" in finding.message.zh
    assert finding.fix is None
