"""The gold set: no rewrite that is not wanted, nearly every one that is, and no wrong finding."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from zhengming import builtin
from zhengming.documents import parse_document
from zhengming.engine import check, normalize
from zhengming.glossary.load import load_glossary
from zhengming.rules import Draft

SENTENCES = Path(__file__).with_name("sentences.toml")
FAMILIES = ("TERM", "TRIAL", "REG", "GENE", "ZH001", "ZH002")


@dataclass(frozen=True)
class Judged:
    """A sentence with what is wanted of it and what came."""

    group: str
    given: str
    wanted: str
    written: str
    expected: frozenset[str]
    reported: frozenset[str]


@cache
def _judged() -> tuple[Judged, ...]:
    names = load_glossary([builtin.data_directory("glossary")])
    groups = tomllib.loads(SENTENCES.read_text(encoding="utf-8"))

    def judge() -> Iterator[Judged]:
        for group, data in groups.items():
            for row in data["sentences"]:
                assert row.keys() <= {"in", "out", "rules"}, row
                path = f"draft{data.get('suffix', '.md')}"
                draft = Draft(parse_document(path, row["in"].encode()), names)
                rules = {finding.rule for finding in check(draft)}
                yield Judged(
                    group,
                    row["in"],
                    row.get("out", row["in"]),
                    normalize(draft).text,
                    frozenset(row.get("rules", ())),
                    frozenset(rule for rule in rules if rule.startswith(FAMILIES)),
                )

    return tuple(judge())


def _figure(name: str, right: int, whole: int, faults: list[Judged]) -> str:
    lines = [
        f"  {f.group}: {f.given!r}\n    wanted {f.wanted!r} {sorted(f.expected)}"
        f"\n    got    {f.written!r} {sorted(f.reported)}"
        for f in faults
    ]
    return "\n".join([f"{name}: {right} of {whole} ({right / whole:.2%})", *lines])


def test_the_set_is_large_and_no_sentence_stands_twice() -> None:
    sentences = [judged.given for judged in _judged()]
    assert len(sentences) >= 150
    assert len(set(sentences)) == len(sentences)


def test_every_rewrite_is_wanted() -> None:
    rewritten = [j for j in _judged() if j.written != j.given]
    wrong = [j for j in rewritten if j.written != j.wanted]
    right = len(rewritten) - len(wrong)
    assert not wrong, _figure("precision of rewrites", right, len(rewritten), wrong)


def test_wanted_rewrites_are_made() -> None:
    wanted = [j for j in _judged() if j.wanted != j.given]
    missed = [j for j in wanted if j.written != j.wanted]
    right = len(wanted) - len(missed)
    assert right >= 0.98 * len(wanted), _figure("recall of rewrites", right, len(wanted), missed)


def test_every_finding_is_wanted() -> None:
    wrong = [j for j in _judged() if j.reported - j.expected]
    whole = sum(len(j.reported) for j in _judged())
    right = whole - sum(len(j.reported - j.expected) for j in wrong)
    assert not wrong, _figure("precision of findings", right, whole, wrong)


def test_wanted_findings_are_made() -> None:
    missed = [j for j in _judged() if j.expected - j.reported]
    whole = sum(len(j.expected) for j in _judged())
    right = whole - sum(len(j.expected - j.reported) for j in missed)
    assert right >= 0.98 * whole, _figure("recall of findings", right, whole, missed)
