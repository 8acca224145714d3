"""IGN: comments that switch rules off for a line, a stretch or a file.

In the comment syntax of the format: ``<!-- zhengming: ignore TERM001, ZH -- why -->`` or
``% zhengming: ignore TERM001`` for its own line; ``ignore-next-line``;
``ignore-start`` … ``ignore-end``; ``ignore-file``; in a bibliography ``ignore-next-entry``.
Without codes all rules are meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from zhengming.documents import Document
from zhengming.rules.base import ALL, Draft, Finding, Message, Rule, codes_of
from zhengming.text.span import Span

KINDS = ("ignore", "ignore-next-line", "ignore-start", "ignore-end", "ignore-file")
NEXT_ENTRY = "ignore-next-entry"
_OURS = frozenset({"references"})  # other comments that zhengming writes
_DIRECTIVE = re.compile(r"\s*zhengming:\s*(?P<kind>[\w-]+)(?P<rest>.*)", re.DOTALL)
_REASON = re.compile(r"\s--\s")
_FILLED = re.compile(r"(?<=[\r\n])[^\S\r\n]*+\S")  # a line that is not empty
_CODE = re.compile(r"[^\s,，]+")


@dataclass(slots=True)
class Ignore:
    """One comment: the rules that it switches off on the 1-based lines ``first`` to ``last``.

    Attributes:
        used: codes that hid a finding.
    """

    span: Span
    codes: Sequence[str]
    first: int
    last: float
    used: set[str] = field(default_factory=set)

    def covers(self, rule: str, first: int, last: int) -> bool:
        """Whether it hides what a rule finds on these lines; remembered in ``used``."""
        if last < self.first or first > self.last:
            return False
        hits = [code for code in self.codes if _means(code, rule)]
        self.used.update(hits)
        return bool(hits)


@dataclass(frozen=True, slots=True)
class Ignores:
    """The ignores of a document, and what was written wrong."""

    document: Document
    ignores: Sequence[Ignore]
    faults: Sequence[tuple[Span, Message]]
    _ran: set[str] = field(default_factory=set)

    def hide(self, rule: str, findings: Iterable[Finding]) -> list[Finding]:
        """The findings of a rule that no comment ignores."""
        self._ran.add(rule)
        if not self.ignores:
            return list(findings)
        return [finding for finding in findings if not self.hides(rule, finding.span)]

    def hides(self, rule: str, span: Span) -> bool:
        """Whether a comment ignores what a rule finds there."""
        position = self.document.lines.position
        first, _ = position(span.start)
        last, _ = position(max(span.start, span.end - 1))
        # All of them are asked, so that each knows whether it is of use.
        return sum(ignore.covers(rule, first, last) for ignore in self.ignores) > 0

    def unused(self) -> Iterator[tuple[Ignore, list[str]]]:
        """Comments with the codes in them that hid nothing, though their rules ran."""
        for ignore in self.ignores:
            codes = [c for c in ignore.codes if c not in ignore.used and self._has_run(c)]
            if codes:
                yield ignore, codes

    def _has_run(self, code: str) -> bool:
        return not self._ran or any(_means(code, rule) for rule in self._ran)


def _means(code: str, rule: str) -> bool:
    return code in codes_of(rule) and not (code == ALL and rule.startswith("IGN"))


def ignores(draft: Draft) -> Ignores:
    """Read the comments of a draft; ask through ``draft.once``."""
    return read_ignores(draft.document, _codes_for_drafts)


def read_ignores(
    document: Document, known: Callable[[], Sequence[str]], entries: Sequence[Span] | None = None
) -> Ignores:
    """Read the comments of a draft or a bibliography.

    Args:
        document: with its comments.
        known: gives the codes of the rules for it.
        entries: where the entries of a bibliography stand, in order.
    """
    kinds = KINDS if entries is None else (*KINDS, NEXT_ENTRY)
    found: list[Ignore] = []
    faults: list[tuple[Span, Message]] = []
    open_starts: list[Ignore] = []
    for comment in document.comments:
        span, match = comment.span, _DIRECTIVE.match(comment.text)
        if match is None or match["kind"] in _OURS:
            continue
        kind, codes = match["kind"], _CODE.findall(_REASON.split(match["rest"], maxsplit=1)[0])
        line, _ = document.lines.position(span.end - 1)
        faults += ((span, message) for message in _faults(kind, kinds, codes, known))
        if kind == "ignore-end":
            if open_starts:
                open_starts.pop().last = line
            else:
                faults.append((span, _UNOPENED))
        elif kind in kinds:
            first, last = _lines(document, span, kind, line, entries or ())
            found.append(Ignore(span, codes or [ALL], first, last))
            open_starts += found[-1:] if kind == "ignore-start" else []
    faults += ((ignore.span, _UNCLOSED) for ignore in open_starts)
    return Ignores(document, found, faults)


def _lines(
    document: Document, span: Span, kind: str, line: int, entries: Sequence[Span]
) -> tuple[int, float]:
    if kind == NEXT_ENTRY:
        entry = next((entry for entry in entries if entry.start >= span.end), Span(0, 0))
        first, _ = document.lines.position(entry.start)
        return first, document.lines.position(entry.end)[0] if entry.end else 0
    if kind == "ignore-next-line":
        # Some formats want an empty line behind a comment.
        following = _FILLED.search(document.text, span.end)
        line = document.lines.position(following.start())[0] if following else line + 1
        return line, line
    if kind == "ignore-file":
        return 1, float("inf")
    return document.lines.position(span.start)[0], line if kind == "ignore" else float("inf")


_UNOPENED = Message("ignore-end without an ignore-start", "ignore-end 之前没有 ignore-start")
_UNCLOSED = Message(
    "this ignore-start has no ignore-end and holds to the end of the file",
    "该 ignore-start 没有对应的 ignore-end，一直作用到文件末尾",
)


def _faults(
    kind: str, kinds: Sequence[str], codes: Sequence[str], known: Callable[[], Sequence[str]]
) -> Iterator[Message]:
    if kind not in kinds:
        yield _no_such("comment", "注释指令", kind, kinds)
    for code in codes:
        if code not in (codes_there_are := known()):
            yield _no_such("rule", "规则", code, codes_there_are)


def _no_such(what: str, chinese: str, written: str, known: Sequence[str]) -> Message:
    near = get_close_matches(written, known, 1)
    guess = (f'; did you mean "{near[0]}"?', f"，是否指“{near[0]}”？") if near else ("", "")
    return Message(
        f'there is no {what} "{written}"{guess[0]}', f"没有{chinese}“{written}”{guess[1]}"
    )


def _codes_for_drafts() -> Sequence[str]:
    from zhengming.rules.selection import known_codes  # imported late: it knows these rules too

    return known_codes()


def unused(found: Ignores) -> Iterator[Finding]:
    """IGN001: the comments that hid nothing."""
    for ignore, codes in found.unused():
        named = "" if codes == [ALL] else f" {', '.join(codes)}"
        yield Finding(
            "IGN001",
            "warning",
            ignore.span,
            Message(
                f"this comment ignores{named or ' rules'}, and nothing is found there",
                f"此注释忽略{named or '规则'}，而该处并无相应问题",
            ),
        )


def wrong(found: Ignores) -> Iterator[Finding]:
    """IGN002: what is written wrong in comments."""
    for span, message in found.faults:
        yield Finding("IGN002", "warning", span, message)


IGN001 = Rule(
    "IGN001",
    Message("an ignore that ignores nothing", "未起作用的忽略注释"),
    Message(
        "What it hid is gone, or it stands on the wrong line: an ignore holds for its own line, "
        "ignore-next-line for the next that is not empty. Rules that did not run are not counted.",
        "所忽略的问题已不存在，或注释位置不对：ignore 作用于本行，ignore-next-line 作用于下一个非空行。"
        "未运行的规则不计。",
    ),
    lambda draft: unused(draft.once(ignores)),
    failing=(
        "患者口服洛拉替尼。<!-- zhengming: ignore TERM001 -->",
        "<!-- zhengming: ignore-file -->\n\n患者口服洛拉替尼。",
    ),
    passing=("患者口服洛拉替尼。<!-- 待核对 -->", "`<!-- 代码 -->` 中的注释不算。"),
)
IGN002 = Rule(
    "IGN002",
    Message("an ignore comment that is written wrong", "书写有误的忽略注释"),
    Message(
        "An unknown word, an unknown rule, or a start without an end: the comment does less or more "
        f"than was meant. The words are {', '.join(KINDS)}.",
        f"指令或规则名有误，或有始无终，注释的作用与本意不符。可用指令：{'、'.join(KINDS)}。",
    ),
    lambda draft: wrong(draft.once(ignores)),
    failing=(
        "劳拉替尼<!-- zhengming: ignroe TERM001 -->",
        "劳拉替尼<!-- zhengming: ignore TERM01 -->",
        "<!-- zhengming: ignore-start ZH001 -->\n\n選擇",
        "選擇\n\n<!-- zhengming: ignore-end -->",
    ),
    passing=(
        "劳拉替尼<!-- zhengming: ignore TERM001, ZH -- 引文原文 -->",
        "<!-- zhengming:references -->\n\n甲\n\n<!-- /zhengming:references -->",
    ),
)
