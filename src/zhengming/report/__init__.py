"""Findings in the forms that people and machines read; one module a form."""

from __future__ import annotations

from importlib import import_module

from zhengming.report.model import Checked, Form, Part, Tally

# Each is a module of this package, imported when it is asked for.
FORMS = ("human", "concise", "json", "sarif", "github", "gitlab", "junit", "rdjson")


def form_of(name: str) -> Form:
    """The form that is called so; one of ``FORMS``."""
    form: Form = import_module(f"zhengming.report.{name}").FORM
    return form


__all__ = ["FORMS", "Checked", "Form", "Part", "Tally", "form_of"]
