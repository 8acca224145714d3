"""What a command works with: settings, glossary and references; each imports what it needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from zhengming import builtin
from zhengming.config import Config, find_config, load_config

if TYPE_CHECKING:
    from zhengming.glossary.loaded import LoadedGlossary
    from zhengming.references.opening import AnyStore


_SELDOM = 400_000  # new objects before the collector of cycles looks at them


def settings(
    config_path: Path | None,
    isolated: bool,
    *,
    select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
) -> Config:
    """The settings that hold for this run; what the command line says comes on top."""
    if isolated:
        config = Config()
    else:
        config = load_config(config_path) if config_path else find_config(Path())
    if select or ignore:
        from zhengming.rules.selection import check_codes  # the rules, which few commands need

        check_codes((*select, *ignore))
    return replace(config, select=select or config.select, ignore=(*config.ignore, *ignore))


def names(config: Config) -> LoadedGlossary:
    """The built-in glossary under the project's own layers."""
    import gc

    from zhengming.glossary.cached import load_cached

    layers = (builtin.data_directory("glossary"), *config.glossary)
    # The glossary is here to stay, and drafts make many small things that go by themselves: the
    # collector of cycles would take a third of the time to find nothing.
    gc.set_threshold(_SELDOM)
    loaded = load_cached(layers, disabled=config.disable)
    gc.freeze()
    return loaded


def store(refs: Sequence[Path], *, to_search: bool = False) -> AnyStore:
    """The references in some files, or the built-in ones when none are named."""
    import gc

    from zhengming.references.opening import open_store

    # Lists of references make trees without cycles, by the thousand: see `names` above.
    gc.set_threshold(_SELDOM)
    return open_store(refs or [builtin.data_directory("references")], to_search=to_search)
