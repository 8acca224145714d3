"""The .bib file that new entries go into, and the keys they get there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from zhengming.cli import session
from zhengming.cli.refs import common
from zhengming.cli.streams import note
from zhengming.messages import Message
from zhengming.references.bibtex.editing import BibText
from zhengming.references.exchange import Import, is_keyed, write
from zhengming.references.files import bibliography_files, rewrite
from zhengming.references.keys import with_keys
from zhengming.references.model import Reference
from zhengming.text.edit import apply_edits


@dataclass(frozen=True, slots=True)
class Target:
    """A .bib file of a project.

    Attributes:
        others: the project's other files, whose keys are taken too.
        pattern: of new keys; empty for the usual one.
    """

    path: Path
    others: Sequence[Path]
    pattern: str

    @classmethod
    def of(
        cls,
        into: Path | None,
        refs: tuple[Path, ...],
        key_pattern: str | None,
        config_path: Path | None,
        isolated: bool,
    ) -> Target:
        """The file that the options or the settings name.

        Raises:
            UsageError: it is not clear which, it is no ``.bib`` file, or keys cannot be made by
                the pattern.
        """
        config = session.settings(config_path, isolated)
        named = refs or config.refs
        path = common.own_file(into, named)
        others = [one for one in bibliography_files(named) if one.resolve() != path.resolve()]
        return cls(path, others, common.pattern(key_pattern, config))

    def append(self, imports: Sequence[Import]) -> None:
        """Add entries at the end, each under a key that is not taken, and say under which."""
        added: list[Reference] = []
        elsewhere = [one.id for one in session.store(self.others)] if self.others else []

        def change(text: str) -> str:
            bib = BibText(text)
            taken = [*elsewhere, *(block.key for block in bib.blocks if block.is_entry)]
            for one in imports:
                kept = is_keyed(one)
                added.extend(with_keys(one.references, self.pattern, taken, kept=kept))
                taken += (reference.id for reference in added)
            return apply_edits(text, bib.add_entry(write(added, "bibtex").strip()))

        if any(one.references for one in imports):
            rewrite(self.path, change)
        keys = ", ".join(reference.id for reference in added)
        note(
            Message(
                f"{self.path}: {len(added)} added{f': {keys}' if keys else ''}",
                f"{self.path}: 已添加 {len(added)} 条{f'：{keys}' if keys else ''}",
            )
        )
