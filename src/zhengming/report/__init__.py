"""Findings in the forms that people and machines read; one module a form."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from zhengming.report import concise, human
from zhengming.report import json as json_report
from zhengming.report.model import Checked

FINDINGS: Mapping[str, Callable[[Sequence[Checked], str], str]] = {
    "human": human.render,
    "concise": concise.render,
    "json": json_report.render,
}

__all__ = ["FINDINGS", "Checked"]
