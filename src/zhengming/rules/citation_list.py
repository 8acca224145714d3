"""CITE: numbered citations against the reference list of the same text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhengming.citations.listed import Listed
from zhengming.rules.base import Draft, Finding, Message, Rule
from zhengming.rules.citation import numbering
from zhengming.text.span import Span

_DOI = re.compile(r"\b10\.\d{4,9}/[^\s,;，；]+", re.IGNORECASE)
_PMID = re.compile(r"\bPMID[:：\s]*(\d{4,9})", re.IGNORECASE)
_TYPE_MARK = re.compile(r"\\?[\[［](?:[A-Z]{1,2})(?:[/／][A-Z]{2})?\\?[\]］]")
_NOT_LETTERS = re.compile(r"[\W_]+")
_TITLE = 100  # letters of authors and title that, being the same, make two entries one
_SHORT = 20


def _unlisted(draft: Draft) -> Iterator[Finding]:
    known = draft.once(numbering)
    numbers = {entry.number for entry in known.listed}
    if not numbers:
        return
    for number, marker in known.first.items():
        if number not in numbers:
            yield Finding(
                "CITE003",
                "error",
                marker.span,
                Message(
                    f"reference {number} is cited, but the list ends with {max(numbers)}"
                    if number > max(numbers)
                    else f"reference {number} is cited, but the list does not have it",
                    f"正文引用了文献 {number}，但参考文献表止于 {max(numbers)}"
                    if number > max(numbers)
                    else f"正文引用了文献 {number}，但参考文献表中没有该条",
                ),
            )


def _uncited(draft: Draft) -> Iterator[Finding]:
    known = draft.once(numbering)
    cited = known.first
    if not any(entry.number in cited for entry in known.listed):
        return  # the text cites in some other way
    for entry in known.listed:
        if entry.number not in cited:
            yield Finding(
                "CITE005",
                "warning",
                _head(draft, entry),
                Message(
                    f"reference {entry.number} is listed and never cited",
                    f"文献 {entry.number} 列于文献表，正文未引用",
                ),
            )


def _head(draft: Draft, entry: Listed) -> Span:
    """The first line of an entry."""
    text = draft.document.text[entry.span.start : entry.span.end]
    start = entry.span.start + len(text) - len(text.lstrip())
    first_line = re.split(r"[\r\n]", text.strip(), maxsplit=1)[0]
    return Span(start, start + len(first_line))


def _duplicates(draft: Draft) -> Iterator[Finding]:
    known = draft.once(numbering)
    numbers: dict[int, Listed] = {}
    works: dict[str, Listed] = {}
    for entry in known.listed:
        same_number = numbers.setdefault(entry.number, entry)
        if same_number is not entry:
            yield _duplicate(
                draft,
                entry,
                Message(
                    f"the number {entry.number} stands before two entries",
                    f"序号 {entry.number} 用于两条文献",
                ),
            )
            continue
        earlier = [works.setdefault(sign, entry) for sign in _signs(entry.text)]
        same = next((other for other in earlier if other is not entry), None)
        if same:
            yield _duplicate(
                draft,
                entry,
                Message(
                    f"reference {entry.number} is the same work as {same.number}",
                    f"文献 {entry.number} 与 {same.number} 为同一文献",
                ),
            )


def _duplicate(draft: Draft, entry: Listed, message: Message) -> Finding:
    return Finding("CITE006", "warning", _head(draft, entry), message)


def _signs(text: str) -> Iterator[str]:
    """What two entries of one work have in common: an identifier, or authors and title."""
    if doi := _DOI.search(text):
        yield doi.group().lower().rstrip(".")
    if pmid := _PMID.search(text):
        yield f"pmid {pmid[1]}"
    letters = _NOT_LETTERS.sub("", _TYPE_MARK.split(text)[0]).casefold()
    if len(letters) >= _SHORT:
        yield letters if _TYPE_MARK.search(text) else letters[:_TITLE]


_LIST = "\n\n# 参考文献\n\n[1] 张三, 李四. 克唑替尼治疗肺癌的疗效观察与分析[J]. 某刊, 2020.\n\n"
_SECOND = "[2] 王五, 赵六. 洛拉替尼治疗脑转移的回顾性研究[J]. 某刊, 2021.\n"

CITE003 = Rule(
    "CITE003",
    Message("a number that the reference list does not have", "引文编号不在参考文献表中"),
    Message(
        "The reader looks the number up and finds nothing. Compared with the numbered list in the "
        "same text.",
        "读者按编号查不到文献。与同一文本中的编号文献表核对。",
    ),
    _unlisted,
    failing=(f"甲［1］，乙［3］。{_LIST}{_SECOND}", f"甲[1-2]，乙[4]。{_LIST}{_SECOND}"),
    passing=(
        f"甲［1］，乙［2］。{_LIST}{_SECOND}",
        "甲［1］，乙［2］，丙［3］。",
    ),
)
CITE005 = Rule(
    "CITE005",
    Message("a listed reference that is never cited", "列出而未引用的文献"),
    Message(
        "Every entry of a reference list is cited in the text (GB/T 7714, ICMJE). Not asked when "
        "the text cites none of the list by number.",
        "参考文献表中的每条文献都应在正文中引用（GB/T 7714、ICMJE）。正文完全不用编号引用时不检查。",
    ),
    _uncited,
    failing=(f"甲［1］。{_LIST}{_SECOND}", f"One [2], two words.{_LIST}{_SECOND}"),
    passing=(f"甲［1-2］。{_LIST}{_SECOND}", f"甲（张三，2020）。{_LIST}{_SECOND}"),
)
CITE006 = Rule(
    "CITE006",
    Message("one work or one number twice in the list", "文献表中重复的文献或序号"),
    Message(
        "Two entries share a number, a DOI, a PMID, or authors and title: each work has one number "
        "that is cited again and again.",
        "两条文献序号、DOI、PMID 或作者题名相同：一篇文献只编一个号，重复引用时沿用。",
    ),
    _duplicates,
    failing=(
        f"甲［1-2］。{_LIST}[2] 张三，李四. 克唑替尼治疗肺癌的疗效观察与分析［J］. 某刊, 2020.\n",
        f"甲［1］。{_LIST}{_SECOND.replace('2]', '1]', 1)}",
    ),
    passing=(f"甲［1-2］。{_LIST}{_SECOND}", f"甲［1］。{_LIST}"),
)
