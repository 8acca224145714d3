"""CSL JSON, the pivot itself: read with the line of every item, written as it stands."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NoReturn

from zhengming.messages import Message
from zhengming.references.exchange.base import ExchangeError, Import, Item, Problem, collected
from zhengming.references.model import Reference

NAME_VARIABLES = frozenset(
    (
        *("author", "chair", "collection-editor", "compiler", "composer", "container-author"),
        *("contributor", "curator", "director", "editor", "editorial-director", "guest", "host"),
        *("executive-producer", "holder", "illustrator", "interviewer", "narrator", "organizer"),
        *("original-author", "performer", "producer", "recipient", "reviewed-author"),
        *("script-writer", "series-creator", "translator"),
    )
)
DATE_VARIABLES = frozenset(
    ("accessed", "available-date", "event-date", "issued", "original-date", "submitted")
)
_SPACE = re.compile(r"\s*")


class _Items:
    """Walks the top-level array by hand, so that each item has its place and its own problems."""

    def __init__(self, text: str, path: Path | None) -> None:
        self.text, self.path = text, path
        self.problems: list[Problem] = []
        self._line, self._counted = 1, 0

    def line(self, position: int) -> int:
        """Return the line of a position; positions only grow, so counting goes on."""
        self._line += self.text.count("\n", self._counted, position)
        self._counted = position
        return self._line

    def __iter__(self) -> Iterator[tuple[Item, int]]:
        position = self._skip(0)
        if self.text[position : position + 1] != "[":
            value, line, position = self._value(position)
            yield from self._accepted(value, line)
            self._expect_end(position)
            return
        position = self._skip(position + 1)
        while self.text[position : position + 1] != "]":
            value, line, position = self._value(position)
            yield from self._accepted(value, line)
            position = self._skip(position)
            if self.text[position : position + 1] == ",":
                position = self._skip(position + 1)
            elif self.text[position : position + 1] != "]":
                self._fail(
                    Message("the array of references is not closed", "文献数组没有闭合"), position
                )
        self._expect_end(position + 1)

    def _accepted(self, value: Any, line: int) -> Iterator[tuple[Item, int]]:
        if not isinstance(value, dict):
            kind = type(value).__name__
            self.problems.append(
                Problem(
                    line,
                    Message(
                        f"a reference must be an object, not a {kind}",
                        f"文献应为对象，不能是 {kind}",
                    ),
                    lost=True,
                )
            )
            return
        yield self._checked(value, line), line

    def _value(self, position: int) -> tuple[Any, int, int]:
        line = self.line(position)

        def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
            members = dict(pairs)
            if len(members) < len(pairs):
                names = [name for name, _ in pairs]
                twice = next(name for name in names if names.count(name) > 1)
                message = Message(
                    f"“{twice}” stands more than once; the last one was kept",
                    f"“{twice}”出现多次；保留最后一个",
                )
                self.problems.append(Problem(line, message))
            return members

        try:
            value, end = json.JSONDecoder(object_pairs_hook=unique).raw_decode(self.text, position)
        except json.JSONDecodeError as error:
            self._fail(Message(f"not JSON: {error.msg}", f"不是 JSON：{error.msg}"), error.pos)
        except (RecursionError, ValueError) as error:
            self._fail(
                Message(
                    f"not a reference: {type(error).__name__}, nested too deep or too long",
                    f"不是文献：{type(error).__name__}，嵌套过深或过长",
                ),
                position,
            )
        return value, line, end

    def _checked(self, item: Item, line: int) -> Item:
        """Move what has not the shape of its variable to ``custom``."""
        good: Item = {}
        odd: dict[str, Any] = {}
        for key, value in item.items():
            (good if _fits(key, value) else odd)[key] = value
        for key in odd:
            self.problems.append(
                Problem(
                    line,
                    Message(
                        f"“{key}” has not the shape CSL JSON gives it",
                        f"“{key}”的形式不合 CSL JSON",
                    ),
                )
            )
        if odd:
            good["custom"] = {
                **good.get("custom", {}),
                **{f"csl-json:{k}": v for k, v in odd.items()},
            }
        if "type" not in good:
            self.problems.append(
                Problem(
                    line,
                    Message(
                        "the reference has no type; taken as “document”",
                        "文献没有类型；按“document”处理",
                    ),
                )
            )
        return good

    def _skip(self, position: int) -> int:
        found = _SPACE.match(self.text, position)
        return found.end() if found else position

    def _expect_end(self, position: int) -> None:
        if self._skip(position) < len(self.text):
            self._fail(
                Message("text after the end of the references", "文献结束之后还有文字"),
                self._skip(position),
            )

    def _fail(self, message: Message, position: int) -> NoReturn:
        line = self.text.count("\n", 0, position) + 1
        column = position - (self.text.rfind("\n", 0, position) + 1) + 1
        raise ExchangeError(
            message,
            path=self.path,
            line=line,
            column=column,
            hint=Message(
                "CSL JSON is an array of objects; was the file cut off?",
                "CSL JSON 是对象的数组；文件是否不完整？",
            ),
        )


def _fits(key: str, value: Any) -> bool:
    if key in NAME_VARIABLES:
        return isinstance(value, list) and all(isinstance(name, dict) and name for name in value)
    if key in DATE_VARIABLES:
        return isinstance(value, dict)
    if key == "custom":
        return isinstance(value, dict)
    if key == "categories":
        return isinstance(value, list)
    if key in ("id", "type"):
        return isinstance(value, str | int) and not isinstance(value, bool)
    return isinstance(value, str | int | float)


def read(text: str, path: Path | None = None) -> Import:
    """Read an array of CSL-JSON items, or a single item.

    Raises:
        ExchangeError: the text is not JSON, or cut off; nothing is imported then.
    """
    items = _Items(text, path)
    found = list(items)
    return collected(found, items.problems, format="csl-json", path=path)


def write(references: Iterable[Reference]) -> str:
    """Write an array of CSL-JSON items."""
    items = [{**reference.item, "id": reference.id} for reference in references]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"
