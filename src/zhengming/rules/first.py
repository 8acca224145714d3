"""FIRST: names explained where they first stand, if the project's policy asks for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhengming.glossary.model import Concept, Term
from zhengming.rules.base import Draft, Finding, Fix, Located, Message, Rule
from zhengming.rules.parts import document_parts
from zhengming.text.edit import Edit
from zhengming.text.script import has_han
from zhengming.text.span import Span

_OPENED = re.compile(r"\s*[（(][^()（）。]{0,60}")
_SENTENCE = 200  # characters in which a registry number still belongs to the trial


def _drugs(draft: Draft) -> Iterator[Finding]:
    if "drug" not in draft.policy.first_mention:
        return
    seen: dict[str, Located] = {}
    for index, located in enumerate(draft.mentions):
        concept, term = located.mention.sense.concept, located.mention.sense.term
        if concept.kind != "drug" or len(located.mention.senses) > 1 or term.status == "code":
            continue
        if concept.id in seen or not _in_text(draft, located):
            continue
        seen[concept.id] = located
        other = concept.preferred("en" if term.lang.startswith("zh") else "zh-CN")
        if other and not _is_explained(draft, index, term):
            yield _add(
                located,
                "FIRST001",
                other.text,
                Message(
                    f'"{term.text}" stands here first: add "{other.text}"',
                    f"“{term.text}”首次出现，请加注“{other.text}”",
                ),
            )


def _in_text(draft: Draft, located: Located) -> bool:
    """Whether a mention stands in the running text of a Chinese article."""
    if located.block.kind in ("heading", "title", "cell") or not has_han(located.block.text):
        return False
    return draft.once(document_parts).at(located.span.start).kind == "body"


def _is_explained(draft: Draft, index: int, term: Term) -> bool:
    """Whether the same drug's name in the other language follows in a bracket."""
    here = draft.mentions[index]
    for other in draft.mentions[index + 1 : index + 5]:
        if other.block is not here.block:
            return False
        between = here.block.text[here.mention.end : other.mention.start]
        if not _OPENED.fullmatch(between):
            return False
        same = other.mention.sense.concept.id == here.mention.sense.concept.id
        if same and other.mention.sense.term.lang[:2] != term.lang[:2]:
            return True
    return False


def _trials(draft: Draft) -> Iterator[Finding]:
    if "trial" not in draft.policy.first_mention:
        return
    seen: set[str] = set()
    for located in draft.mentions:
        concept = located.mention.sense.concept
        if concept.kind != "trial" or concept.id in seen or not _in_text(draft, located):
            continue
        seen.add(concept.id)
        if len(located.mention.senses) == 1 and concept.registry and not _registered(located):
            name = concept.preferred("en")
            yield _add(
                located,
                "FIRST002",
                concept.registry[0],
                Message(
                    f'the trial "{name.text if name else concept.id}" stands here first: add its '
                    f"registry number {concept.registry[0]}",
                    f"试验“{name.text if name else concept.id}”首次出现，请加注注册号 "
                    f"{concept.registry[0]}",
                ),
            )


def _registered(located: Located) -> bool:
    """Whether the sentence goes on to name one of the trial's registry numbers."""
    end = located.mention.end
    sentence = located.block.text[end : end + _SENTENCE].split("。")[0]
    concept: Concept = located.mention.sense.concept
    return any(number in sentence for number in concept.registry)


def _add(located: Located, rule: str, addition: str, message: Message) -> Finding:
    """A finding whose fix sets the addition in brackets behind the name; a person decides."""
    end = located.span.end
    fix = Fix("unsafe", (Edit(Span(end, end), f"（{addition}）"),))
    return Finding(rule, "warning", located.span, message, fix, located.mention.sense.concept.id)


FIRST001 = Rule(
    "FIRST001",
    Message("a drug without its other name at first mention", "药名首次出现未加注中文名或英文名"),
    Message(
        "Chinese journals ask for 洛拉替尼（lorlatinib） where a drug first stands in the text, so that "
        "readers can tell transliterations apart. Off unless the policy first_mention holds drug; "
        "title, abstracts, headings and tables do not count.",
        "国内期刊要求正文首次出现的药名加注英文名，如洛拉替尼（lorlatinib），以免音译混淆。策略 "
        "first_mention 含 drug 时才检查；题名、摘要、标题和表格不计。",
    ),
    _drugs,
    failing=("患者口服洛拉替尼。此后洛拉替尼（lorlatinib）减量。", "患者改用lorlatinib。"),
    passing=(
        "患者口服洛拉替尼（lorlatinib），此后洛拉替尼减量。",
        "克唑替尼（商品名赛可瑞，crizotinib）有效。\n\n# 洛拉替尼\n\nTPX-0131 有效。",
    ),
)
FIRST002 = Rule(
    "FIRST002",
    Message("a trial without its registry number at first mention", "试验首次出现未加注注册号"),
    Message(
        "Several trials may share a name (INSPIRE); the registry number tells which is meant. Off "
        "unless the policy first_mention holds trial.",
        "试验名可能重名（如 INSPIRE），注册号可唯一确定。策略 first_mention 含 trial 时才检查。",
    ),
    _trials,
    failing=("CROWN 研究显示洛拉替尼有效。", "在 ALEX 研究中，阿来替尼有效。"),
    passing=(
        "CROWN 研究（NCT03052608）显示洛拉替尼有效，CROWN 仍在随访。",
        "The crown of the tooth.",
    ),
)
