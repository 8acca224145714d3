"""``zhengming refs lint``: what a store should not have, and what would mend it."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import click

from zhengming import builtin
from zhengming.cli import options
from zhengming.cli.refs import common
from zhengming.cli.streams import note, print_text, write_file
from zhengming.documents import Document
from zhengming.documents.encoding import Encoding
from zhengming.references.files import bibliography_files
from zhengming.references.lint import Library, Options, Problem, lint, mend
from zhengming.report import FORMS, Checked, Tally, form_of, human
from zhengming.rules import Finding, Fix, Message


@click.command()
@options.output_format(*FORMS)
@click.option("--select", multiple=True, metavar="RULE", help="Rules that run. 启用的规则。")
@click.option("--fix", is_flag=True, help="Apply the safe fixes. 应用安全的修正。")
@click.option(
    "--journals",
    type=click.Choice(("keep", "abbreviated", "full")),
    default="keep",
    help="How journal names are to be written. 刊名写法。",
)
@click.option("--key-pattern", default="", help="Pattern that keys must follow. 引文键模式。")
@options.language
@common.sources
def command(
    output_format: str,
    select: tuple[str, ...],
    fix: bool,
    journals: str,
    key_pattern: str,
    lang: str,
    refs: tuple[Path, ...],
    config_path: Path | None,
    isolated: bool,
) -> int:
    """Check reference files; exits with 1 when there are problems. 检查文献文件。"""
    named = common.files(refs, config_path, isolated)
    paths = list(bibliography_files(named or [builtin.data_directory("references")]))
    libraries = {path: Library(common.read_bib(path), path) for path in paths}
    wanted = Options(journals=journals, key_pattern=key_pattern)  # type: ignore[arg-type]
    problems = lint(list(libraries.values()), wanted, select or None)
    by_file = {path: list(group) for path, group in groupby(problems, lambda one: one.path)}
    if fix:
        for path, library in libraries.items():
            mended = mend(library.text, by_file.get(path, []))
            if mended != library.text:
                write_file(path, mended.encode())
                note(f"changed {path}")
        return 0
    total = Tally()
    is_human = output_format == "human"
    form = human.form("zhengming refs lint --fix") if is_human else form_of(output_format)
    parts = (
        form.part(_checked(library, by_file.get(path, [])), lang)
        for path, library in libraries.items()
    )
    for piece in form.write(parts, total, lang):
        print_text(piece)
    return int(bool(total.total))


def _checked(library: Library, problems: list[Problem]) -> Checked:
    """A bibliography as reports see documents and findings."""
    document = Document(str(library.path), "bibtex", library.text, Encoding(), ())
    return Checked(document, [_finding(problem) for problem in problems])


def _finding(problem: Problem) -> Finding:
    fix = Fix(problem.fix.safety, problem.fix.edits) if problem.fix else None
    message = Message(*problem.message)
    return Finding(problem.rule, problem.severity, problem.span, message, fix)
