"""CITE: citation keys against the reference store."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from zhengming.citations.markers import EVERY, Marker, find_markers, may_cite
from zhengming.rules.base import Draft, Finding, Message, Rule
from zhengming.text.span import Span

_SHOWN = 10


def _markers(draft: Draft) -> Sequence[Marker]:
    return tuple(find_markers(draft.document)) if may_cite(draft.document) else ()


def _unknown(draft: Draft) -> Iterator[Finding]:
    if draft.store is None:
        return
    for marker in draft.once(_markers):
        for item in marker.items:
            if item.key != EVERY and item.key not in draft.store:
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
    markers = draft.once(_markers) if draft.must_cite else ()
    cited = {item.key for marker in markers for item in marker.items}
    missing = [key for key in draft.must_cite if key not in cited]
    if not markers or not missing or EVERY in cited:
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


def _odd(draft: Draft) -> Iterator[Finding]:
    for marker in draft.once(_markers):
        if marker.odd:
            keys = "; ".join(f"@{item.key}" for item in marker.items)
            message = Message(
                f'only a semicolon parts keys for pandoc: "{keys}"',
                f"pandoc 只认分号分隔的键：“{keys}”",
            )
            yield Finding("CITE010", "warning", marker.span, message)


CITE008 = Rule(
    "CITE008",
    Message("a citation key that the store does not have", "文献库中没有的引文键"),
    Message(
        "pandoc prints such a citation as “key?” and exits cleanly, LaTeX as “?”. Keys are compared "
        "with the references of --refs or the settings, else with those that the draft names "
        "(bibliography: refs.bib, \\addbibresource), else with the built-in ones if the draft cites "
        "from them; similar keys are named. In these examples the store holds shaw2020 and "
        "solomon2018.",
        "遇到未知键，pandoc 只印出“key?”，LaTeX 只印出“?”，都不报错。核对的依据依次为 --refs 或配置所指文献、"
        "稿件自己写明的文献文件（bibliography: refs.bib、\\addbibresource）、内置文献库（限稿件引用其中条目时），"
        "并列出相近的键。示例中的文献库有 shaw2020 和 solomon2018。",
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
CITE010 = Rule(
    "CITE010",
    Message("citation keys parted by something other than a semicolon", "引文键之间未用分号"),
    Message(
        "zhengming reads the keys of [@a、@b] and [@a, @b] as two citations; pandoc and Quarto read "
        "the first key and print what follows as words. Source: pandoc manual, Citation syntax.",
        "[@a、@b] 与 [@a, @b] 在 zhengming 中是两条引文，pandoc 和 Quarto 则只认第一个键，其余当作文字印出。"
        "来源：pandoc 手册“Citation syntax”。",
    ),
    _odd,
    failing=("洛拉替尼有效[@shaw2020、@solomon2018]。", "As reported [@shaw2020, @solomon2018]."),
    passing=("洛拉替尼有效[@shaw2020; @solomon2018]。", "As reported [@shaw2020, p. 3]."),
)
