"""CITE: numbered citations that are broken, missing or out of order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from zhengming.citations.listed import Listed, find_listed
from zhengming.citations.numbered import Numbered, find_numbered
from zhengming.rules.base import Draft, Finding, Fix, Message, Rule
from zhengming.rules.parts import document_parts
from zhengming.text.edit import Edit
from zhengming.text.span import Span

_LIST_HEADING = re.compile(
    r"参\s*考|文\s*献|引\s*用|\breferences?\b|\bbibliography\b", re.IGNORECASE
)
_FEW = 3  # different numbers that make a text one with numbered citations
_PAIRS = {"[": "]", "［": "］", "〔": "〕", "【": "】"}


@dataclass(frozen=True, slots=True)
class Numbering:
    """The numbered citations of a draft and the list that they point to.

    Attributes:
        markers: of the form, brackets or raised digits, that the draft uses for citations.
        listed: the entries of its reference list.
        has_list: whether there is a list at all, numbered or not.
    """

    markers: Sequence[Numbered]
    listed: Sequence[Listed]
    has_list: bool

    @property
    def first(self) -> dict[int, Numbered]:
        """Where each number is first cited, in order."""
        first: dict[int, Numbered] = {}
        for marker in self.markers:
            for number in marker.numbers:
                first.setdefault(number, marker)
        return first


def numbering(draft: Draft) -> Numbering:
    """Read the numbered citations of a draft; ask through ``draft.once``."""
    document = draft.document
    markers = find_numbered(document)
    raised = [marker for marker in markers if marker.form == "superscript"]
    if raised:
        parts = draft.once(document_parts)  # raised digits on a title page name affiliations
        raised = [marker for marker in raised if parts.at(marker.span.start).kind != "front"]
    brackets = [marker for marker in markers if marker.form == "bracket"]
    used = raised if len(raised) > len(brackets) else brackets
    has_list = bool(document.references) or any(
        block.kind == "heading" and _LIST_HEADING.search(block.text) for block in document.blocks
    )
    return Numbering(used, find_listed(document), has_list)


def _broken(draft: Draft) -> Iterator[Finding]:
    for marker in draft.once(numbering).markers:
        if not marker.fault:
            continue
        written = draft.document.text[marker.span.start : marker.span.end]
        if marker.fault == "unlike":
            fix = _pair_fix(draft, marker)
            message = Message(
                f'the brackets of "{written}" are no pair', f"“{written}”的括号不成对"
            )
            yield Finding("CITE001", "error", marker.span, message, fix)
            continue
        which = ("an opening", "左") if marker.fault == "opening" else ("a closing", "右")
        message = Message(
            f'the citation "{written}" lacks {which[0]} bracket',
            f"引文标注“{written}”缺少{which[1]}括号",
        )
        yield Finding("CITE001", "error", marker.span, message)


def _pair_fix(draft: Draft, marker: Numbered) -> Fix | None:
    """The closing bracket that fits the opening one, unless the two would make a link."""
    text, (start, end) = draft.document.text, (marker.span.start, marker.span.end)
    if text[end : end + 1] in ("(", "[", ":", "{"):
        return None
    return Fix("unsafe", (Edit(Span(end - 1, end), _PAIRS[text[start]]),))


def is_numbered(known: Numbering) -> bool:
    """Whether the text uses numbered citations, so that a gap or a missing list means something."""
    first = known.first
    return len(first) >= _FEW and 1 in first


def _gaps(draft: Draft) -> Iterator[Finding]:
    known = draft.once(numbering)
    if known.has_list or not is_numbered(known):
        return
    first = known.first
    cited = sorted(first)
    if cited[-1] > 2 * len(cited):
        return
    for before, after in pairwise(cited):
        if after > before + 1:
            missing = str(before + 1) if after == before + 2 else f"{before + 1}-{after - 1}"
            yield Finding(
                "CITE002",
                "warning",
                first[after].span,
                Message(
                    f"reference {missing} is never cited; the numbering goes on with {after}",
                    f"文献 {missing} 从未引用，编号直接到了 {after}",
                ),
            )


def _no_list(draft: Draft) -> Iterator[Finding]:
    known = draft.once(numbering)
    if not known.has_list and is_numbered(known):
        last = max(known.first)
        yield Finding(
            "CITE004",
            "warning",
            known.markers[0].span,
            Message(
                f"references up to {last} are cited, and the text has no reference list",
                f"正文引用文献至 {last} 号，但文中没有参考文献表",
            ),
        )


def _order(draft: Draft) -> Iterator[Finding]:
    known = draft.once(numbering)
    if not is_numbered(known) or _is_alphabetical(known.listed):
        return
    parts = draft.once(document_parts)
    tabled = {
        number
        for marker in known.markers
        if marker.in_cell or parts.at(marker.span.start).kind == "table"
        for number in marker.numbers
    }
    highest = 0
    late = []
    for number, marker in known.first.items():
        if number in tabled:
            continue
        if number < highest:
            late.append((number, highest, marker))
        highest = max(highest, number)
    if late:
        number, highest, marker = late[0]
        more = len(late) - 1
        yield Finding(
            "CITE007",
            "warning",
            marker.span,
            Message(
                f"reference {number} is first cited after {highest}"
                + (f"; so are {more} more that come late" if more else ""),
                f"文献 {number} 的首次引用在 {highest} 之后"
                + (f"；另有 {more} 处同样偏后" if more else ""),
            ),
        )


def _is_alphabetical(listed: Sequence[Listed]) -> bool:
    """Whether the list is sorted by author, so that numbers need not rise in the text."""
    names = [entry.text.casefold() for entry in listed]
    return len(names) > _FEW and names == sorted(names)


CITE001 = Rule(
    "CITE001",
    Message("a citation whose brackets do not match", "引文标注的括号不成对"),
    Message(
        "A number that lost a bracket points nowhere. GB/T 7714: citation numbers stand in square "
        "brackets. Two brackets of different width are mended; a missing one is not guessed, since "
        "a number may have gone with it (［44-45］).",
        "缺了括号的序号不再是引文。GB/T 7714：引文序号置于方括号中。两侧括号宽窄不一可自动修正；"
        "缺失的括号不作猜测，因为可能连同序号一并丢失（如［44-45］）。",
    ),
    _broken,
    failing=(
        "ALTA-3 研究 45］表明，序贯治疗有效。",
        "该研究[45］表明有效。",
        "见该研究［45，其他从略。",
    ),
    passing=(
        "ALTA-3 研究［45］表明有效［10， 15， 38］。",
        "治疗时间为 9.6 个月［四分位距：2.9~18］，区间 (0, 5] 和［12 例］不是引文。",
    ),
)
CITE002 = Rule(
    "CITE002",
    Message("a number that the citations skip", "引文编号有缺号"),
    Message(
        "Citations are numbered as they first appear (GB/T 7714, ICMJE), so each number up to the "
        "highest is cited. Asked where the text has no reference list to compare with.",
        "顺序编码制按引用先后连续编号（GB/T 7714、ICMJE），最大号以内的每个序号都应被引用。"
        "仅在文中没有参考文献表可供核对时检查。",
    ),
    _gaps,
    failing=("甲［1］，乙［2］，丙［4］。", "One [1], two [2-3], three [5]."),
    passing=("甲［1］，乙［2-3］，丙［4］。", "数组 [3, 9] 与 [12] 不是引文。"),
)
CITE004 = Rule(
    "CITE004",
    Message("numbered citations without a reference list", "有引文编号而无参考文献表"),
    Message(
        "None of the numbers can be looked up. The list is found under a heading such as 参考文献 or "
        "References, or by its numbered entries with type marks such as [J].",
        "编号无从查对。参考文献表依标题（参考文献、References）或带 [J] 等类型标识的编号条目识别。",
    ),
    _no_list,
    failing=("甲［1］，乙［2］，丙［3］。", "First words¹, second words², third words³."),
    passing=(
        "甲［1］，乙［2］，丙［3］。\n\n# 参考文献\n\n［1］甲. 题[J].\n\n［2］乙. 名[J].\n\n［3］丙. 录[J].",
        "面积 10 m²，剂量 5 mg/m²，活性 10⁹ 与 10³。",
    ),
)
CITE007 = Rule(
    "CITE007",
    Message("citations that do not appear in numerical order", "引文未按出现先后编号"),
    Message(
        "References are numbered in the order in which they are first mentioned in the text "
        "(ICMJE, GB/T 7714). Those cited in a table are left out: they are numbered where the text "
        "first mentions the table. A list sorted by author is left alone too.",
        "文献按正文中首次出现的先后编号（ICMJE、GB/T 7714）。表中引用的文献按正文首次提及该表处编号，"
        "不计在内；按作者排序的文献表也不检查。",
    ),
    _order,
    failing=("甲［1］，乙［3］，丙［2］。", "One [1], two [4], three [2], four [3]."),
    passing=(
        "甲［1］，乙［2-3］，丙［1，4］。",
        "甲［1］，乙［4］，丙［5］。\n\n| 研究 |\n| --- |\n| CROWN［2］ |\n| ALEX［3］ |\n",
    ),
)
