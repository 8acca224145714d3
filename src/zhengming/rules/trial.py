"""TRIAL: names of clinical trials, spelled as their primary paper prints them."""

from __future__ import annotations

from collections.abc import Iterator

from zhengming.glossary.rewrite import replacement
from zhengming.rules.base import Draft, Finding, Message, Rule
from zhengming.rules.term import fix_for


def _spelling(draft: Draft) -> Iterator[Finding]:
    for name, places in draft.named.items():
        concept = name.senses[0].concept
        if concept.kind != "trial":
            continue
        target = replacement(places[0].mention)
        if target is None:
            continue
        message = Message(
            f'the trial "{name.written}" is spelled "{target.text}"',
            f"试验名“{name.written}”应写作“{target.text}”",
        )
        for located in places:
            fix = fix_for(located, target.text)
            yield Finding("TRIAL001", "error", located.span, message, fix, concept.id)


TRIAL001 = Rule(
    "TRIAL001",
    Message("a trial name in another spelling", "试验名写法不规范"),
    Message(
        "A trial is found again, in registries and databases, by the name its primary paper "
        "prints. Space, hyphen and nothing are told apart; letters keep their case, so that "
        "ordinary words (crown, oak, alex) are never taken for trials; with a number of two digits "
        "or more Checkmate and Keynote are known too.",
        "检索注册库和数据库时，靠的是首篇论文所用的试验名。空格、连字符与连写有别；字母区分大小写，"
        "因此普通单词（crown、oak、alex）不会被当作试验名；带两位以上数字时，Checkmate、Keynote也能识别。",
    ),
    _spelling,
    failing=("PROFILE-1014 研究", "PROFILE1014研究", "Checkmate-816 研究"),
    passing=("PROFILE 1014 研究", "the crown of the tooth"),
)
