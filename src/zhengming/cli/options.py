"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from zhengming.cli.language import LANGUAGES, chosen, default_language
from zhengming.errors import UsageError
from zhengming.messages import SEVERITIES, Message

_F = TypeVar("_F", bound=Callable[..., Any])


def stdin_filename(function: _F) -> _F:
    """How to name what comes from a pipe, and how drafts are encoded."""
    function = click.option(
        "--encoding",
        metavar="NAME",
        help="Encoding of the drafts, such as GB18030 (default: as they tell). 文稿编码。",
    )(function)
    return click.option(
        "--stdin-filename",
        metavar="NAME",
        default="<stdin>",
        help="File name of what comes from stdin; its suffix tells the format. 标准输入的文件名，后缀决定格式。",
    )(function)


def paths(function: _F) -> _F:
    """Drafts to work on."""
    return click.argument("paths", nargs=-1, metavar="[PATH]...")(stdin_filename(function))


def _pairs(_: click.Context, param: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    pairs = [text.partition("=") for text in given]
    if not all(name and equals for name, equals, _ in pairs):
        raise UsageError(
            Message(
                f"{param.opts[0]} is not given as NAME=VALUE",
                f"{param.opts[0]} 没有写成 NAME=VALUE",
            ),
            hint=Message("such as punctuation=half", "如 punctuation=half"),
        )
    return {name: value for name, _, value in pairs}


def refs(function: _F) -> _F:
    """Which references are meant."""
    return click.option(
        "--refs",
        multiple=True,
        type=click.Path(path_type=Path),
        help="Reference file or folder, in place of the store; may be repeated. 指定文献文件或文件夹，可多次给出。",
    )(function)


def into(function: _F) -> _F:
    """Which file is written."""
    return click.option(
        "--into",
        type=click.Path(path_type=Path),
        metavar="FILE.bib",
        help="The .bib file to change (default: the project's only one). 要改写的 .bib 文件（默认为项目唯一的一个）。",
    )(function)


def dry_run(function: _F) -> _F:
    """Looking at what would change, without changing it."""
    function = click.option(
        "--check",
        is_flag=True,
        help="Only say which files would change; exit with 1 if any would. 只列出会改动的文件。",
    )(function)
    return click.option(
        "--diff",
        is_flag=True,
        help="Show what would change; exit with 1 if anything would. 显示差异，有改动时返回 1。",
    )(function)


def key_pattern(function: _F) -> _F:
    """How citation keys are made."""
    return click.option(
        "--key-pattern",
        metavar="PATTERN",
        help="Pattern of citation keys, such as {author}{year}{word}. 引文键的模式。",
    )(function)


def locales(function: _F) -> _F:
    """The language of a style's terms."""
    function = click.option(
        "--locale",
        metavar="TAG",
        help="Language of the style's terms, such as en-US. 样式用语的语言，如 en-US。",
    )(function)
    return click.option(
        "--locales",
        type=click.Path(path_type=Path),
        metavar="DIR",
        help="Folder of CSL locale files (locales-fr-FR.xml) besides our own. 其他语言文件目录。",
    )(function)


def style_options(function: _F) -> _F:
    """House rules on top of a style."""
    return click.option(
        "--style-option",
        "style_options",
        metavar="NAME=VALUE",
        multiple=True,
        callback=_pairs,
        help="House rule on top of the style, such as punctuation=half; may be repeated. 样式选项，可多次给出。",
    )(function)


def citing(function: _F) -> _F:
    """What to cite from, and how."""
    function = click.option(
        "--links",
        is_flag=True,
        help="Link citations to entries, DOI and URL (HTML lists always do). 为引文、DOI 与网址加链接。",
    )(function)
    function = style_options(refs(locales(function)))
    return click.option(
        "--style",
        "style_name",
        metavar="NAME",
        help="Citation style, or the path of a .csl file; `zhengming styles` lists them. 引文样式，或 .csl 文件的路径。",
    )(function)


def _codes(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Codes given one by one or joined by commas."""
    return tuple(code.strip() for value in values for code in value.split(",") if code.strip())


def rules(function: _F) -> _F:
    """Which rules run."""
    function = click.option(
        "--ignore",
        multiple=True,
        metavar="RULE",
        callback=_codes,
        help="Rules or families that do not run, joined by commas; may be repeated. 停用的规则或规则族，以逗号分隔，可多次给出。",
    )(function)
    return click.option(
        "--select",
        multiple=True,
        metavar="RULE",
        callback=_codes,
        help="Rules or families that run (TERM001,ZH or ALL), joined by commas; may be repeated. 启用的规则或规则族（如 TERM001,ZH），以逗号分隔，可多次给出。",
    )(function)


def _named_baseline(ctx: click.Context, _: click.Parameter, update: bool) -> bool:
    if update and ctx.params.get("baseline") is None:
        raise UsageError(
            Message("no baseline was named", "没有指定基线文件"),
            hint=Message("add --baseline FILE", "加上 --baseline FILE"),
        )
    return update


def findings(function: _F) -> _F:
    """Which findings are known already, and which make the command fail."""
    function = click.option(
        "--exit-zero", is_flag=True, help="Exit with 0 despite findings. 有问题也返回 0。"
    )(function)
    function = click.option(
        "--update-baseline",
        is_flag=True,
        callback=_named_baseline,
        help="Write what is found now into the baseline. 以当前结果更新基线文件。",
    )(function)
    function = click.option(
        "--baseline",
        is_eager=True,  # --update-baseline asks for it
        type=click.Path(path_type=Path),
        help="File of known findings, which are not reported again. 基线文件：其中的问题不再报告。",
    )(function)
    return click.option(
        "--fail-on",
        type=click.Choice((*SEVERITIES, "never")),
        help="Least severity that exits with 1 (default: question). 导致返回 1 的最低级别（默认 question）。",
    )(function)


def project(function: _F) -> _F:
    """Where the settings come from."""
    function = click.option(
        "--isolated", is_flag=True, help="Ignore all settings files. 忽略所有配置文件。"
    )(function)
    return click.option(
        "--config",
        "config_path",
        type=click.Path(path_type=Path),
        help="Settings file, in place of the nearest zhengming.toml. 指定配置文件，代替就近的 zhengming.toml。",
    )(function)


def language(function: _F) -> _F:
    """The language of messages."""
    return click.option(
        "--lang",
        type=click.Choice(LANGUAGES),
        default=default_language,
        callback=chosen,
        is_eager=True,  # what is wrong with other options is told in it
        help="Language of messages (default: by locale). 消息语言（默认按系统区域设置）。",
    )(function)


def output_format(*formats: str) -> Callable[[_F], _F]:
    """The form of the output."""
    return click.option(
        "--output-format",
        type=click.Choice(formats),
        default=formats[0],
        show_default=True,
        help="Form of the output. 输出格式。",
    )
