"""Findings in the forms that people and machines read; one module a form."""

from __future__ import annotations

from collections.abc import Mapping

from zhengming.report import concise, github, gitlab, human, junit, rdjson, sarif
from zhengming.report import json as json_report
from zhengming.report.model import Checked, Form, Part, Tally

FORMS: Mapping[str, Form] = {
    "human": human.FORM,
    "concise": concise.FORM,
    "json": json_report.FORM,
    "sarif": sarif.FORM,
    "github": github.FORM,
    "gitlab": gitlab.FORM,
    "junit": junit.FORM,
    "rdjson": rdjson.FORM,
}

__all__ = ["FORMS", "Checked", "Form", "Part", "Tally"]
