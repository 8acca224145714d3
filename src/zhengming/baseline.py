"""The baseline of an old repository: findings that were there and are not told again.

A finding is known by its rule, its file and the words in and around it, so that lines may move.
The file is JSON, sorted, one finding a line, to be read in reviews and merged by git.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from zhengming.documents import Document
from zhengming.errors import ZhengmingError, unreadable
from zhengming.messages import Message
from zhengming.rules import Finding

VERSION = 1
_AROUND = 24  # characters without white space on each side that make a place known again
_LOOK = 200  # characters looked at to find them
_SHOWN = 60
_SPACE = re.compile(r"\s+")
_PARAGRAPH = re.compile(r"(?:\r\n?+|\n)[^\S\r\n]*(?:\r\n?+|\n)")


@dataclass(frozen=True, slots=True)
class Known:
    """A finding of the baseline: how often it stands, and what to show a reader of the file."""

    rule: str
    text: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class Baseline:
    """Known findings by file and fingerprint; files are named relative to the baseline's place."""

    files: Mapping[str, Mapping[str, Known]] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Path) -> Baseline:
        """Read a baseline.

        Raises:
            ZhengmingError: it is missing, unreadable, or no baseline of a version known here.
        """
        try:
            data = json.loads(path.read_text(encoding="utf-8"))
            version = data["version"]
            if version == VERSION:
                return cls({name: _known(found) for name, found in data["files"].items()})
        except OSError as error:
            hint = Message("make one with --update-baseline", "用 --update-baseline 生成")
            raise unreadable(path, error, hint=hint) from None
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            raise ZhengmingError(
                Message("this is not a baseline of zhengming", "这不是 zhengming 的基线文件"),
                path=path,
                hint=Message(
                    "make it anew with --update-baseline", "用 --update-baseline 重新生成"
                ),
            ) from None
        raise ZhengmingError(
            Message(
                f"the baseline has version {version}, and this program knows version {VERSION}",
                f"基线文件的版本为 {version}，本程序支持版本 {VERSION}",
            ),
            path=path,
            hint=Message(
                "make it anew with --update-baseline, or update zhengming",
                "用 --update-baseline 重新生成，或升级 zhengming",
            ),
        )

    def fresh(self, name: str, document: Document, findings: Iterable[Finding]) -> list[Finding]:
        """The findings in the file called ``name`` that the baseline does not know."""
        known = self.files.get(name, {})
        left = Counter({mark: entry.count for mark, entry in known.items()})
        fresh = []
        for finding in findings:
            mark = fingerprint(document, finding)
            if left[mark] > 0:
                left[mark] -= 1
            else:
                fresh.append(finding)
        return fresh

    def updated(self, name: str, document: Document, findings: Sequence[Finding]) -> Baseline:
        """A baseline that knows exactly these findings of one file; other files stay."""
        entries: dict[str, Known] = {}
        for finding in findings:
            mark = fingerprint(document, finding)
            text = _SPACE.sub(" ", document.text[finding.span.start : finding.span.end])[:_SHOWN]
            count = entries[mark].count + 1 if mark in entries else 1
            entries[mark] = Known(finding.rule, text, count)
        others = {file: known for file, known in self.files.items() if file != name}
        return Baseline(others | ({name: entries} if entries else {}))

    def joined(self, files: Mapping[str, Mapping[str, Known]], checked: Iterable[str]) -> Baseline:
        """A baseline that knows ``files``, and keeps what it knew of files not in ``checked``."""
        gone = set(checked)
        kept = {file: known for file, known in self.files.items() if file not in gone}
        return Baseline({**kept, **files})

    def dumps(self) -> str:
        """The file's text: one finding a line, in a stable order."""
        files = []
        for name, known in sorted(self.files.items()):
            lines = sorted(
                f"      {_quoted(mark)}: "
                f'{{"rule": {_quoted(k.rule)}, "text": {_quoted(k.text)}, "count": {k.count}}}'
                for mark, k in known.items()
            )
            files.append(f"    {_quoted(name)}: {{\n" + ",\n".join(lines) + "\n    }")
        inner = "{\n" + ",\n".join(files) + "\n  }" if files else "{}"
        return f'{{\n  "version": {VERSION},\n  "files": {inner}\n}}\n'


def name_of(document_path: str, baseline: Path) -> str:
    """What a baseline calls a document: its path from the baseline's directory, with slashes."""
    try:
        relative = os.path.relpath(document_path, baseline.parent)
    except ValueError:  # another drive
        relative = document_path
    return PurePath(relative).as_posix()


def fingerprint(document: Document, finding: Finding) -> str:
    """What stays the same when lines move or are wrapped anew: the rule and the words around.

    Words of another paragraph do not count, so that one put before or after changes nothing.
    """
    start, end = finding.span.start, finding.span.end
    before = _PARAGRAPH.split(document.text[max(start - _LOOK, 0) : start])[-1]
    after = _PARAGRAPH.split(document.text[end : end + _LOOK], 1)[0]
    before, after = _SPACE.sub("", before)[-_AROUND:], _SPACE.sub("", after)[:_AROUND]
    inside = _SPACE.sub("", document.text[start:end])
    written = "\0".join((finding.rule, before, inside, after))
    return hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _known(found: Mapping[str, Mapping[str, object]]) -> dict[str, Known]:
    return {
        mark: Known(str(entry["rule"]), str(entry["text"]), int(str(entry["count"])))
        for mark, entry in found.items()
    }


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
