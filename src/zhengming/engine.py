"""The straight line: a document in, findings out; and fixes back into the document's bytes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from operator import attrgetter

from zhengming.documents import Document, parse_document
from zhengming.documents.drawn import CellLine, Drawn
from zhengming.errors import ZhengmingError
from zhengming.messages import Message
from zhengming.rules import Draft, Finding, Fix
from zhengming.rules.ignores import ignores
from zhengming.rules.selection import Selection
from zhengming.text.edit import Edit
from zhengming.text.span import SpanSet

DEFAULT = Selection()
_PLACE = attrgetter("span", "rule")


def check(draft: Draft, selection: Selection = DEFAULT) -> list[Finding]:
    """What the selected rules find, by place; of two fixes for one place the first rule's stays.

    A safe fix gives way to safe ones alone: an unsafe one may not be wanted.
    """
    findings: list[Finding] = []
    mended = {"safe": SpanSet(), "unsafe": SpanSet()}  # by fixes that a fix so graded gives way to
    hidden, drawn = draft.once(ignores), draft.document.drawn
    places = draft.document.stretches
    for rule in selection.rules(draft.document.path):
        found = sorted(hidden.hide(rule.id, rule.check(draft)), key=_PLACE)
        if drawn:
            found = [f._replace(fix=_fitting(f.fix, drawn)) for f in found]
        found = [f for f in found if not (f.fix and mended[f.fix.safety].collides(*places(f.span)))]
        findings += found
        for finding in found:
            if finding.fix:
                spans = places(finding.span)
                mended["unsafe"].add(*spans)
                if finding.fix.safety == "safe":
                    mended["safe"].add(*spans)
    graded = map(selection.graded, findings)
    return sorted(graded, key=_PLACE)


def _fitting(fix: Fix | None, drawn: Drawn) -> Fix | None:
    return fix if fix and drawn.fits(fix.edits, {}) else None


@dataclass(frozen=True, slots=True)
class Fixed:
    """A document after its fixes: the new bytes and the findings they settled."""

    data: bytes
    text: str
    applied: tuple[Finding, ...]


def normalize(draft: Draft, selection: Selection = DEFAULT, *, unsafe: bool = False) -> Fixed:
    """Apply every safe fix, and the unsafe ones if asked to; make sure that nothing else changed.

    Raises:
        ZhengmingError: the result would not hold still, or a protected part would change; that
            is a bug of ours, and nothing must be written.
    """
    document = draft.document
    applied: list[Finding] = []
    edits: list[Edit] = []
    mended = SpanSet()
    used: dict[CellLine, int] = {}
    wanted = ("safe", "unsafe") if unsafe else ("safe",)
    for finding in check(draft, selection):
        fix = finding.fix
        if fix is None or fix.safety not in wanted or mended.collides(*(e.span for e in fix.edits)):
            continue
        if document.drawn and not document.drawn.fits(fix.edits, used):
            continue
        applied.append(finding)
        edits += fix.edits
        mended.add(*(edit.span for edit in fix.edits))
    if not edits:
        return Fixed(document.encode(document.text), document.text, ())
    text = document.edited(edits)
    data = document.encode(text)
    after = parse_document(document.path, data, document.encoding.codec)
    _verify(draft, after, selection)
    return Fixed(data, text, tuple(applied))


def _verify(draft: Draft, after: Document, selection: Selection) -> None:
    before = draft.document
    again = replace(draft, document=after)
    restless = any(f.fix and f.fix.safety == "safe" for f in check(again, selection))
    if restless or before.skeleton() != after.skeleton():
        raise ZhengmingError(
            Message(
                "fixing this file would change a protected part or not hold still",
                "修正此文件会改动受保护的内容，或结果不稳定",
            ),
            path=before.path,
            hint=Message(
                "this is a bug in zhengming; the file was left as it is, please report it",
                "这是 zhengming 的缺陷；文件未动，请反馈",
            ),
        )
