"""REF7: journal names, by the project's policy and within one store."""

from __future__ import annotations

from collections.abc import Iterator

from zhengming.references.lint.base import Entry, Message, Problem, Rule, Shelf

_FIELDS = ("journal", "journaltitle")


def _names(shelf: Shelf) -> Iterator[tuple[Entry, str, str]]:
    for entry in shelf.entries:
        for name in _FIELDS:
            value = entry.fields.get(name, "").strip()
            if value and entry.own(name):
                yield entry, name, value


def _policy(shelf: Shelf) -> Iterator[Problem]:
    form = shelf.options.journals
    if form == "keep":
        return
    for entry, name, value in _names(shelf):
        journal = shelf.journals.find(value)
        wanted = journal.written(form, value) if journal else ""
        if wanted and wanted != value.replace("{", "").replace("}", "").replace(r"\&", "&"):
            message = Message(f"“{value}” should be “{wanted}”", f"“{value}”应写作“{wanted}”")
            fix = entry.repair(name, wanted.replace("&", r"\&"))
            yield entry.problem("REF701", "warning", message, name, fix)


REF701 = Rule(
    "REF701",
    Message("A journal name in another form than the project's", "刊名不符合项目的写法"),
    Message(
        "Runs where journal names are to be “abbreviated” (NLM) or “full”. Only journals of the "
        "built-in table are changed; Chinese names are never abbreviated.",
        "设定 abbreviated（NLM 缩写）或 full 后检查；只改内置表中的期刊，中文刊名从不缩写。",
    ),
    _policy,
    failing=("@article{k, journal={Journal of Clinical Oncology}}",),
    passing=(
        "@article{k, journal={J Clin Oncol}}",
        "@article{k, journal={中国肺癌杂志}}",
        "@article{k, journal={Journal of Nothing at All}}",
    ),
)


def _consistent(shelf: Shelf) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for entry, name, value in _names(shelf):
        journal = shelf.journals.find(value)
        if journal is None:
            continue
        known = first.setdefault(journal.full, value)
        if known != value:
            message = Message(
                f"“{value}” is “{known}” in another entry", f"“{value}”在别的条目中写作“{known}”"
            )
            yield entry.problem("REF702", "warning", message, name)


REF702 = Rule(
    "REF702",
    Message("One journal under two names", "同一期刊有两种写法"),
    Message(
        "A list that prints both looks careless. A policy (journals = abbreviated or full) mends it.",
        "同一表中两种写法显得草率；设定刊名写法后可自动统一。",
    ),
    _consistent,
    failing=(
        "@article{a, journal={J Clin Oncol}} @article{b, journal={Journal of Clinical Oncology}}",
    ),
    passing=("@article{a, journal={J Clin Oncol}} @article{b, journal={J Clin Oncol}}",),
)

RULES = (REF701, REF702)
