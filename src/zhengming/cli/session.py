"""What a command works with: settings, glossary, and the drafts that the user named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from zhengming import builtin
from zhengming.cli.streams import complain, read_stdin, stdin_is_piped
from zhengming.config import Config, find_config, load_config
from zhengming.documents import SUFFIXES, Document, parse_document, read_document
from zhengming.errors import UsageError, ZhengmingError
from zhengming.glossary.load import LoadedGlossary, load_glossary

_STDIN = "-"


def settings(config_path: Path | None, isolated: bool) -> Config:
    """The settings that hold for this run."""
    if isolated:
        return Config()
    return load_config(config_path) if config_path else find_config(Path.cwd())


def names(config: Config) -> LoadedGlossary:
    """The built-in glossary under the project's own layers."""
    layers = (builtin.data_directory("glossary"), *config.glossary)
    return load_glossary(layers, disabled=config.disable)


class Drafts:
    """The drafts named on the command line; one that cannot be read does not stop the others."""

    def __init__(self, paths: Sequence[str], stdin_filename: str) -> None:
        self._paths = list(_expand(paths))
        self._stdin_filename = stdin_filename
        self.failed = False

    def __len__(self) -> int:
        return len(self._paths)

    def __iter__(self) -> Iterator[Document]:
        for path in self._paths:
            try:
                yield self._read(path)
            except ZhengmingError as error:
                self.fail(error)

    def fail(self, error: ZhengmingError) -> None:
        """Tell an error about one draft and go on; the run will exit with 2."""
        complain(error)
        self.failed = True

    def exit_code(self, findings: bool) -> int:
        """2 if a draft failed, else 1 if there were findings, else 0."""
        return 2 if self.failed else int(findings)

    def _read(self, path: str) -> Document:
        if path == _STDIN:
            return parse_document(self._stdin_filename, read_stdin())
        return read_document(Path(path))


def is_stdin(document: Document, drafts: Drafts) -> bool:
    """Whether the document came from stdin, so that there is no file to write."""
    return document.path == drafts._stdin_filename and not Path(document.path).exists()


def _expand(paths: Sequence[str]) -> Iterator[str]:
    """Paths as given, directories as the drafts in them; nothing named means stdin on a pipe."""
    if not paths and not stdin_is_piped():
        raise UsageError("no draft was named", hint="name files or directories, or - for stdin")
    for name in paths or (_STDIN,):
        path = Path(name)
        if name == _STDIN or not path.is_dir():
            yield name
            continue
        drafts = sorted(_drafts_below(path))
        if not drafts:
            raise ZhengmingError(
                "there are no drafts in this directory",
                path=name,
                hint=f"drafts end in {', '.join(SUFFIXES)}; name other files one by one",
            )
        yield from map(str, drafts)


def _drafts_below(directory: Path) -> Iterator[Path]:
    for path in directory.iterdir():
        if path.name.startswith(".") or path.name == "node_modules":
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _drafts_below(path)
        elif path.suffix.lower() in SUFFIXES:
            yield path
