"""``zhengming refs lint``: what a store should not have, and what would mend it."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import click

from zhengming import builtin
from zhengming.cli import options
from zhengming.cli.refs import common
from zhengming.cli.streams import note, print_text
from zhengming.documents import Document
from zhengming.documents.encoding import Encoding
from zhengming.references.files import bibliography_files
from zhengming.references.journals import read_list
from zhengming.references.lint import Library, Options, Problem, lint, mend
from zhengming.references.retractions import Retractions
from zhengming.report import FORMS, Checked, Tally, form_of, human
from zhengming.rules import Finding


@click.command()
@options.output_format(*FORMS)
@click.option(
    "--select",
    multiple=True,
    metavar="RULE",
    help="Rule that runs, or how its id begins; may be repeated. 启用的规则或其编号的开头，可多次给出。",
)
@click.option(
    "--fix", is_flag=True, help="Write the safe fixes into the files. 将安全的修正写入文件。"
)
@click.option(
    "--journals",
    type=click.Choice(("keep", "abbreviated", "full")),
    default="keep",
    help="How journal names are to be written. 刊名写法：不管、缩写或全称。",
)
@click.option(
    "--journal-list",
    type=click.Path(path_type=Path),
    help="More journals: JabRef's .csv or NLM's J_Medline.txt, as downloaded. 另加期刊表。",
)
@click.option(
    "--retractions",
    type=click.Path(path_type=Path),
    help="Retraction Watch's .csv, as downloaded: tell what was retracted. 撤稿数据表。",
)
@click.option(
    "--key-pattern",
    default="",
    help="Pattern of the keys, such as {author}{year}{word}. 引文键须符合的模式。",
)
@options.language
@common.sources
def command(
    output_format: str,
    select: tuple[str, ...],
    fix: bool,
    journals: str,
    journal_list: Path | None,
    retractions: Path | None,
    key_pattern: str,
    lang: str,
    refs: tuple[Path, ...],
    config_path: Path | None,
    isolated: bool,
) -> int:
    """Check reference files. 检查文献文件。

    Exits with 1 when there are problems, unless --fix was given. 有问题时返回 1，使用 --fix 时除外。
    """
    named = common.files(refs, config_path, isolated)
    paths = list(bibliography_files(named or [builtin.data_directory("references")]))
    libraries = {path: Library(common.read_bib(path), path) for path in paths}
    wanted = Options(
        journals=journals,  # type: ignore[arg-type] # click has checked it
        key_pattern=key_pattern,
        retractions=Retractions.read(retractions) if retractions else None,
        journal_list=tuple(read_list(journal_list)) if journal_list else (),
    )
    problems = lint(list(libraries.values()), wanted, select or None)
    by_file = {path: list(group) for path, group in groupby(problems, lambda one: one.path)}
    if fix:
        for path, library in libraries.items():
            mended = mend(library.text, by_file.get(path, []))
            if mended != library.text:
                common.save(path, library.text, mended)
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
    return Finding(problem.rule, problem.severity, problem.span, problem.message, problem.fix)
