"""ZH003, ZH004: ASCII punctuation and full-width letters in Chinese prose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhengming.documents import Block
from zhengming.rules.base import Draft, Finding, Fix, Message, Rule
from zhengming.rules.summary import summarise
from zhengming.text.edit import Edit
from zhengming.text.projection import fold_width
from zhengming.text.script import HAN, LETTER, has_han
from zhengming.text.span import Span, SpanSet

_WIDE = dict(zip(",;:?!().", "，；：？！（）。", strict=True))
_OPENING, _CLOSING = "“‘《〈「『【〔（［", "”’》〉」』】〕）］"
_MARK = re.compile(
    rf"[,;:?!.](?:(?<!\.)(?=[ \t]?(?:{LETTER}|[{_OPENING}(”’）」』)\r\n]|\"{LETTER}|\Z))"
    rf"|(?<={LETTER}{LETTER}\.)(?={LETTER}|[{_OPENING}”’）\r\n]|\Z))"  # 一.引言 has no full stop
)
# What must not follow a mark within a sentence, or one that ends it.
_WITHIN = ("", "(", ")", "\r", "\n", "”", "’", "）", "」", "』")
_NOT_BEFORE = dict.fromkeys(",;:", _WITHIN) | dict.fromkeys("?!.", ("(", ")"))
_PAIR = re.compile(r"\(([^()\r\n\ufffc]{1,200})\)")
_LINE = re.compile(r"[^\r\n]+")
_HAN, _LATIN = re.compile(f"[{HAN}]+"), re.compile("[A-Za-z]+")
_STOPS = "，。、；：？！"
_BEFORE = frozenset(_CLOSING + _STOPS)
_AFTER = frozenset(["", *_OPENING, *_CLOSING, *_STOPS, *",;:?!\r\n"])


def _ascii(draft: Draft) -> Iterator[Finding]:
    places = [
        (block, edit)
        for block in draft.document.blocks
        if has_han(block.text)
        for edit in _edits(block.text)
    ]
    what = Message("ASCII punctuation marks between Chinese characters", "汉字间的半角标点")
    yield from summarise(draft, places, _finding, what)


def _edits(text: str) -> Iterator[Edit]:
    """What to write for the marks and brackets of a text that stand among Chinese."""
    lines, end, chinese = _LINE.finditer(text), 0, False
    for edit in sorted(_candidates(text)):
        while end <= edit.span.start:
            line = next(lines)
            end = line.end()
            chinese = end > edit.span.start and _is_chinese(line.group())
        if chinese:
            yield edit


def _is_chinese(line: str) -> bool:
    """Whether a line is Chinese, and not English that lists Chinese words."""
    return len("".join(_HAN.findall(line))) >= 2 * len(_LATIN.findall(line))


def _candidates(text: str) -> Iterator[Edit]:
    brackets = set()
    for pair in _PAIR.finditer(text):
        after = text[pair.end() : pair.end() + 1]
        if _is_after_chinese(text, pair.start()) and (after in _AFTER or has_han(after)):
            for at in (pair.start(), pair.end() - 1):
                brackets.add(at)
                yield Edit(Span(at, at + 1), _WIDE[text[at]])
    for mark in _MARK.finditer(text):
        end = mark.end() + (text[mark.end() : mark.end() + 1] in (" ", "\t"))
        if (
            (_is_after_chinese(text, mark.start()) or mark.start() - 1 in brackets)
            and (end in brackets or text[end : end + 1] not in _NOT_BEFORE[mark.group()])
            and not _is_foreign(text, mark.start(), end)
        ):
            yield Edit(Span(mark.start(), end), _WIDE[mark.group()])


def _is_foreign(text: str, start: int, end: int) -> bool:
    """Whether a letter that is not Han follows a mark, or stands before a full stop."""
    letters = text[end : end + 2].lstrip('"')[:1]
    if text[start] == ".":
        letters += text[start - 2 : start]
    return any(letter.isalpha() and not has_han(letter) for letter in letters)


def _is_after_chinese(text: str, at: int) -> bool:
    at -= at > 1 and text[at - 1] == '"'
    return at > 0 and (text[at - 1] in _BEFORE or has_han(text[at - 1]))


def _finding(place: tuple[Block, Edit]) -> Finding:
    block, edit = place
    span = block.locate(edit.span)
    written = block.text[edit.span.start]
    return Finding(
        "ZH003",
        "warning",
        span,
        Message(
            f'ASCII "{written}" between Chinese characters: "{edit.content}"',
            f"汉字间的半角“{written}”：“{edit.content}”",
        ),
        Fix("unsafe", (Edit(span, edit.content),)),
    )


_FULL_WIDTH = re.compile("[０-９Ａ-Ｚａ-ｚ][０-９Ａ-Ｚａ-ｚ]*")  # twice as fast as with +


def _full_width(draft: Draft) -> Iterator[Finding]:
    words = [
        (block.locate(match.span()), match.group())
        for block in draft.document.blocks
        for match in _FULL_WIDTH.finditer(block.text)
    ]
    names = _spelled_elsewhere(draft) if words else SpanSet()
    places = [
        (span, word)
        for span, word in words
        if span.end - span.start == len(word) and not names.collides(span)
    ]
    what = Message("words in full-width letters or digits", "全角字母或数字")
    yield from summarise(draft, places, _narrowed, what)


def _narrowed(place: tuple[Span, str]) -> Finding:
    span, word = place
    narrow = fold_width(word)
    message = Message(f'full-width "{word}": "{narrow}"', f"全角字符“{word}”：“{narrow}”")
    return Finding("ZH004", "warning", span, message, Fix("unsafe", (Edit(span, narrow),)))


def _spelled_elsewhere(draft: Draft) -> SpanSet:
    """Drugs and trials: TERM009 and TRIAL001 say how they are spelled."""
    spans = SpanSet()
    for located in draft.mentions:
        if located.mention.sense.concept.kind in ("drug", "trial"):
            spans.add(located.span)
    return spans


ZH003 = Rule(
    "ZH003",
    Message("ASCII punctuation between Chinese characters", "汉字间的半角标点"),
    Message(
        "Chinese sentences take full-width marks: ，。；：？！（）. Both neighbours are Chinese, or "
        "the end of a line behind a sentence; marks beside Latin letters and digits are left alone (3:1, f(x), 1,000). More than a handful are told in one line. "
        "Source: GB/T 15834-2011, 5.1 and appendix B.",
        "中文句子用全角标点：，。；：？！（）。只报告两侧均为汉字（或句末行尾）者；"
        "与字母、数字相邻者（3:1、f(x)、1,000）不动。数量较多时合并为一条。"
        "来源：GB/T 15834—2011《标点符号用法》。",
    ),
    _ascii,
    failing=("药物有效,但会耐药。", "血管内皮生长因子(VEGF)等靶点", "真的有效吗?\n是的。"),
    passing=(
        "药物有效，但会耐药。",
        "比例为3:1, ALK(+)，f(x)，共1,000例；见 Fig. 1, 2",
        "A drug, or (if any) two: yes?",
    ),
)
ZH004 = Rule(
    "ZH004",
    Message("full-width letters and digits", "全角字母和数字"),
    Message(
        "Ｆｕｌｌ-width letters and digits are not found by a search for the ordinary ones and set "
        "badly. The fix writes the same letters in their usual width. Drug and trial names in full "
        "width are told by TERM009 and TRIAL001. Source: Unicode, Halfwidth and Fullwidth Forms; "
        "GB/T 15835-2011 prints digits in half width.",
        "全角字母和数字无法以普通字符检索，排版亦不佳。修正只把字符改为半角。药名和试验名由TERM009、"
        "TRIAL001处理。来源：Unicode半角及全角形式；GB/T 15835—2011。",
    ),
    _full_width,
    failing=("共１２例患者", "ＮＳＣＬＣ患者"),
    passing=("共12例患者", "Ⅲ期NSCLC患者，①②，～，％"),
)
