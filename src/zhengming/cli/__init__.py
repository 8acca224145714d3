"""The command line: the only place that prints, reads the terminal, or exits.

Exit codes: 0 clean, 1 findings or would change, 2 could not do the job, 130 interrupted.
"""

from __future__ import annotations

import sys

import click

from zhengming.cli import language
from zhengming.cli.lazy import LazyGroup
from zhengming.cli.streams import complain
from zhengming.errors import UsageError, ZhengmingError
from zhengming.messages import Message, same

_COMMANDS = (
    "normalize",
    "check",
    "terms",
    "cite",
    "bib",
    "glossary",
    "refs",
    "styles",
    "explain",
    "config",
    "completion",
)


def _version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        from zhengming import __version__

        click.echo(f"zhengming {__version__}")
        ctx.exit()


@click.group(
    cls=LazyGroup,
    package="zhengming.cli",
    modules={name: name for name in _COMMANDS},
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_version,
    help="Show the version. 显示版本。",
)
def cli() -> None:
    """Keep the names and the sources of Chinese/English medical writing right.

    正名：让中英文医学写作中的名称与文献来源准确无误。
    """


def main() -> None:
    """Run the command line and exit with its code."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command line; the exit code, with every error told on stderr."""
    language.choose(None)
    try:
        code = cli.main(arguments, prog_name="zhengming", standalone_mode=False)
        sys.stdout.flush()
    except ZhengmingError as error:
        complain(error)
    except click.UsageError as error:
        complain(UsageError(same(error.format_message()), hint=_choices(error)))
    except click.ClickException as error:
        complain(ZhengmingError(same(error.format_message())))
    except (click.Abort, KeyboardInterrupt):
        return 130
    except Exception:
        import traceback

        traceback.print_exc()
        complain(
            ZhengmingError(
                Message(
                    "this is a bug in zhengming, not in your files",
                    "这是 zhengming 的缺陷，不是您的文件有错",
                ),
                hint=Message(
                    "please report it with the lines above; no file was half-written",
                    "请附上以上内容反馈；没有文件写到一半",
                ),
            )
        )
    else:
        return code if isinstance(code, int) else 0
    return 2


def _choices(error: click.UsageError) -> Message:
    """What could have been written instead; what is wrong is told by click, in English."""
    if error.ctx is None or isinstance(error, click.BadParameter):
        help_of = f"`{error.ctx.command_path if error.ctx else 'zhengming'} --help`"
        return Message(f"see {help_of}", f"见 {help_of}")
    command = error.ctx.command
    if isinstance(command, click.Group):
        names = command.list_commands(error.ctx)
        return Message(f"the commands are: {', '.join(names)}", f"命令有：{'、'.join(names)}")
    options = sorted(
        name for param in command.params for name in param.opts if name.startswith("--")
    )
    if "--refs" in options and "extra argument" in error.format_message():
        return Message(
            "reference files are named by --refs: --refs FILE.bib",
            "文献文件由 --refs 指定：--refs FILE.bib",
        )
    return Message(f"the options are: {', '.join(options)}", f"选项有：{'、'.join(options)}")
