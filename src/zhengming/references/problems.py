"""All that is wrong with a bibliography, told at once and not one mistake a run."""

from __future__ import annotations

from collections.abc import Sequence

from zhengming.errors import ZhengmingError


class BibliographyError(ZhengmingError):
    """One or more places in the user's reference files that cannot be read as they stand.

    Attributes:
        problems: each of them with its file, line and hint, in the order of the files.
    """

    def __init__(self, problems: Sequence[ZhengmingError]) -> None:
        first = problems[0]
        super().__init__(
            first.message, path=first.path, line=first.line, column=first.column, hint=first.hint
        )
        self.problems = tuple(problems)

    def __reduce__(self) -> tuple[type[BibliographyError], tuple[tuple[ZhengmingError, ...]]]:
        """Cross from one process to another with all problems."""
        return BibliographyError, (self.problems,)

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)
