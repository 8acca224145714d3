"""CITE: citation keys against the reference store."""

from __future__ import annotations

from collections.abc import Iterator

from zhengming.citations.markers import find_markers
from zhengming.rules.base import Draft, Finding, Message, Rule
from zhengming.text.span import Span

_SHOWN = 10


def _unknown(draft: Draft) -> Iterator[Finding]:
    if draft.store is None:
        return
    for marker in find_markers(draft.document):
        for item in marker.items:
            if item.key not in draft.store:
                yield Finding(
                    "CITE008",
                    "error",
                    Span(item.at, item.at + len(item.key)),
                    _no_key(draft, item.key),
                )


def _no_key(draft: Draft, key: str) -> Message:
    near = draft.store.near(key) if draft.store else []
    return Message(
        f'no reference has the key "{key}"'
        + (f"; did you mean {', '.join(near)}?" if near else ""),
        f"没有键为“{key}”的文献" + (f"，是否指 {'、'.join(near)}？" if near else ""),
    )


def _uncited(draft: Draft) -> Iterator[Finding]:
    markers = list(find_markers(draft.document)) if draft.must_cite else []
    cited = {item.key for marker in markers for item in marker.items}
    missing = [key for key in draft.must_cite if key not in cited]
    if not markers or not missing:
        return
    shown = ", ".join(missing[:_SHOWN]) + (" …" if len(missing) > _SHOWN else "")
    yield Finding(
        "CITE009",
        "warning",
        markers[0].span,
        Message(
            f"{len(missing)} of the draft's own references never cited: {shown}",
            f"本稿文献库中有 {len(missing)} 条未被引用：{shown}",
        ),
    )


CITE008 = Rule(
    "CITE008",
    Message("a citation key that the store does not have", "文献库中没有的引文键"),
    Message(
        "pandoc prints such a citation as “key?” and exits cleanly. Keys are compared with the "
        "references in use; similar keys are named. In these examples the store holds shaw2020 and "
        "solomon2018.",
        "pandoc 遇到未知键只印出“key?”而不报错。这里与所用文献库核对，并列出相近的键。示例中的文献库"
        "有 shaw2020 和 solomon2018。",
    ),
    _unknown,
    failing=("洛拉替尼有效[@shaw2200]。", "As @salomon2018 reports [see @shaw2020, p. 3]."),
    passing=(
        "洛拉替尼有效[@shaw2020]。",
        "The mail me@example.org and [-@solomon2018]; see @fig-one.",
    ),
)
CITE009 = Rule(
    "CITE009",
    Message("an entry of the draft's own store that is never cited", "本稿文献库中未引用的条目"),
    Message(
        "Asked only for a store made for this one draft: an entry that nothing cites is a citation "
        "that was lost or a leftover. In these examples the store holds shaw2020 and solomon2018.",
        "只在文献库专为一篇稿件而设时检查：无人引用的条目，或是漏引，或是多余。示例中的文献库有 "
        "shaw2020 和 solomon2018。",
    ),
    _uncited,
    failing=("洛拉替尼有效[@shaw2020]。", "As @solomon2018 reports."),
    passing=("洛拉替尼有效[@shaw2020; @solomon2018]。", "正文没有引文。"),
)
