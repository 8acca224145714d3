"""``zhengming refs lint``: what a store should not have, and what would mend it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from zhengming import builtin
from zhengming.atomic import write_file
from zhengming.baseline import Baseline, name_of
from zhengming.cli import options, session
from zhengming.cli.progress import progress
from zhengming.cli.refs import common
from zhengming.cli.refs.linting import ALL_RULES, checked
from zhengming.cli.streams import note, print_text
from zhengming.config import JOURNALS, Config
from zhengming.messages import Message
from zhengming.references.files import bibliography_files
from zhengming.references.journals import read_list
from zhengming.references.lint import Library, Options, mend
from zhengming.references.registered import Identifier, Registered, identifiers
from zhengming.references.retractions import Retractions
from zhengming.report import FORMS, Checked, Tally, form_of, human
from zhengming.rules.selection import check_codes


@click.command()
@options.output_format(*FORMS)
@options.rules
@options.findings
@click.option(
    "--fix", is_flag=True, help="Write the safe fixes into the files. 将安全的修正写入文件。"
)
@click.option(
    "--unsafe-fixes",
    is_flag=True,
    help="With --fix, also those that need your eye. 与 --fix 同用：也写入须人工复核的修正。",
)
@click.option(
    "--journals",
    type=click.Choice(JOURNALS),
    help="How journal names are to be written (default: keep). 刊名写法：不管（默认）、缩写或全称。",
)
@click.option(
    "--journal-list",
    "journal_lists",
    multiple=True,
    type=click.Path(path_type=Path),
    help="More journals: JabRef's .csv or NLM's J_Medline.txt, as downloaded; may be repeated. 另加期刊表，可多次给出。",
)
@click.option(
    "--retractions",
    type=click.Path(path_type=Path),
    help="Retraction Watch's .csv, as downloaded: tell what was retracted. 撤稿数据表。",
)
@click.option(
    "--online",
    is_flag=True,
    help="Ask Crossref and PubMed whether each DOI and PMID is right and not retracted. 联网核对 DOI、PMID 及撤稿。",
)
@common.contact
@options.key_pattern
@options.language
@common.sources
def command(
    output_format: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
    baseline: Path | None,
    update_baseline: bool,
    exit_zero: bool,
    fix: bool,
    unsafe_fixes: bool,
    journals: str | None,
    journal_lists: tuple[Path, ...],
    retractions: Path | None,
    online: bool,
    contact: str,
    key_pattern: str | None,
    lang: str,
    refs: tuple[Path, ...],
    config_path: Path | None,
    isolated: bool,
) -> int:
    """Check reference files. 检查文献文件。

    Exits with 1 when there are problems, unless --fix was given. 有问题时返回 1，使用 --fix 时除外。
    """
    check_codes((*select, *ignore), ALL_RULES)
    config = session.settings(config_path, isolated)
    config = replace(
        config,
        select=select or config.select,
        ignore=(*config.ignore, *ignore),
        fail_on="never" if exit_zero else fail_on or config.fail_on,
    )
    if fix:
        common.must_be_own(refs or config.refs)
    libraries = _libraries(refs or config.refs)
    wanted = Options(
        journals=journals or config.journals,
        key_pattern=common.pattern(key_pattern, config),
        retractions=Retractions.read(retractions) if retractions else None,
        journal_list=tuple(
            journal for path in journal_lists or config.journal_lists for journal in read_list(path)
        ),
        registered=_registered(libraries, contact) if online else {},
    )
    found = list(checked(libraries, wanted, config.selection))
    if update_baseline and baseline:
        return _learn(baseline, found)
    if baseline:
        found = _fresh(Baseline.load(baseline), baseline, found)
    if fix:
        return _mend(libraries, found, unsafe_fixes)
    return _report(found, config, output_format, lang)


def _libraries(named: Sequence[Path]) -> list[Library]:
    paths = bibliography_files(named or [builtin.data_directory("references")])
    return [Library(common.read_bib(path), path) for path in paths]


def _registered(libraries: Sequence[Library], contact: str) -> dict[Identifier, Registered]:
    """What the services answer, asked one by one and without haste."""
    from zhengming.references.exchange.lookup import PAUSE, Client, look_up

    client = Client(contact=contact)
    asked = dict.fromkeys(
        identifier
        for library in libraries
        for entry in library.entries
        for identifier in identifiers(entry.fields)
    )
    answers: dict[Identifier, Registered] = {}
    for identifier in progress(asked, len(asked)):
        if answers:
            client.sleep(PAUSE)
        answers[identifier] = look_up(identifier, client)
    return answers


def _mend(libraries: Sequence[Library], found: Sequence[Checked], unsafe: bool) -> int:
    for library, one in zip(libraries, found, strict=True):
        mended = mend(library.text, (finding.fix for finding in one.findings), unsafe=unsafe)
        if library.path and mended != library.text:
            common.save(library.path, library.text, mended)
            note(Message(f"changed {library.path}", f"已改动 {library.path}"))
    return 0


def _report(found: Sequence[Checked], config: Config, output_format: str, lang: str) -> int:
    total = Tally()
    is_human = output_format == "human"
    form = human.form("zhengming refs lint --fix") if is_human else form_of(output_format)
    for piece in form.write((form.part(one, lang) for one in found), total, lang):
        print_text(piece)
    return int(total.fails(config.fail_on))


def _fresh(known: Baseline, path: Path, found: Sequence[Checked]) -> list[Checked]:
    return [
        Checked(
            one.document, known.fresh(name_of(one.document.path, path), one.document, one.findings)
        )
        for one in found
    ]


def _learn(path: Path, found: Sequence[Checked]) -> int:
    known = Baseline.load(path) if path.exists() else Baseline()
    for one in found:
        known = known.updated(name_of(one.document.path, path), one.document, one.findings)
    write_file(path, known.dumps().encode())
    count = sum(len(one.findings) for one in found)
    note(
        Message(
            f"{path} knows {count} findings in these files",
            f"{path} 已记录这些文件中的 {count} 处问题",
        )
    )
    return 0
