"""The pages docs/rules.md and docs/rules.zh-CN.md, made from the rules themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby

from zhengming.rules.base import Rule

from .bilingual import LANGUAGES
from .markdown import anchor
from .observed import Observed, observed

_INTRO = (
    """# Rules

[简体中文](rules.zh-CN.md)

This page is made from the rules: `python -m tests.docs.write` writes it anew. Ids never change once
released.

The rules up to `IGN` look at drafts: `zhengming check` runs them, and `zhengming explain TERM001`
prints what is written here. Those that begin with `REF` look at reference files: `zhengming refs
lint` runs them.

- **severity**: an `error` is wrong, a `warning` is very likely wrong, a `question` needs a human.
- **fix**: `safe` ones are written by `zhengming normalize` (`zhengming refs lint --fix` in reference
  files), `unsafe` ones only with `--unsafe-fixes`, after you read the diff. Both columns tell what
  the examples below show; where the fix is not certain, a rule finds without fixing.
- **default**: what runs unless [settings](configuration.md) or options select otherwise. Some rules
  need a setting as well; then their text says so.

To silence a finding, write a comment in the syntax of the format, with the reason after `--`:

```markdown
<!-- zhengming: ignore TERM001 -- quoted title -->
```

`ignore` is for its own line, `ignore-next-line` for the next that is not empty, `ignore-start` … `ignore-end` for a
stretch, `ignore-file` for the file. Without codes all rules are meant. In LaTeX and Typst the comment
is theirs: `% zhengming: ignore ZH`, `// zhengming: ignore ZH`. In a `.bib` file `% zhengming:
ignore-next-entry REF205` is for the next entry.
""",
    """# 规则

[English](rules.md)

本页由规则本身生成：`python -m tests.docs.write` 可重新生成。规则编号一经发布不再变动。

`IGN` 及以前的规则检查稿件，由 `zhengming check` 运行，`zhengming explain TERM001` 可显示本页所写的内容。
以 `REF` 开头的规则检查文献文件，由 `zhengming refs lint` 运行。

- **级别**：`error` 为错误，`warning` 为很可能有误，`question` 须由人判断。
- **修正**：`safe`（安全）由 `zhengming normalize` 写入（文献文件用 `zhengming refs lint --fix`），
  `unsafe`（须复核）只在给出 `--unsafe-fixes` 时写入，写入前请先看差异。这两栏按下列例句的实际结果填写；
  没有把握时，规则只报告，不修正。
- **默认**：未经[配置](configuration.zh-CN.md)或选项另作选择时是否运行。有些规则另需配置，说明中已注明。

要让某处不再报告，按稿件格式写一条注释，`--` 之后写理由：

```markdown
<!-- zhengming: ignore TERM001 -- quoted title -->
```

`ignore` 管本行，`ignore-next-line` 管下一个非空行，`ignore-start` … `ignore-end` 管一段，`ignore-file`
管整个文件；不写编号即指全部规则。LaTeX 和 Typst 用各自的注释：`% zhengming: ignore ZH`、
`// zhengming: ignore ZH`。在 `.bib` 文件中，`% zhengming: ignore-next-entry REF205` 管下一个条目。
""",
)
_TITLES = {
    "TERM": ("Names", "名称"),
    "TRIAL": ("Trials", "试验"),
    "REG": ("Registry ids", "注册号"),
    "GENE": ("Genes", "基因"),
    "CITE": ("Citations", "引用"),
    "ABBR": ("Abbreviations", "缩略语"),
    "FIRST": ("First mention", "首次出现"),
    "PAIR": ("Chinese and English abstract", "中英文摘要对照"),
    "ZH": ("Chinese characters and punctuation", "汉字与标点"),
    "NUM": ("Numbers", "数字"),
    "IGN": ("Ignore comments", "忽略注释"),
    "REF1": ("References: reading the file", "文献：文件可读性"),
    "REF2": ("References: entries and fields", "文献：条目与字段"),
    "REF3": ("References: values", "文献：字段内容"),
    "REF4": ("References: identifiers", "文献：标识符"),
    "REF5": ("References: twins and retractions", "文献：重复与撤稿"),
    "REF6": ("References: Chinese entries", "文献：中文条目"),
    "REF7": ("References: journals", "文献：刊名"),
}
_HEADS = (
    "| rule | finds | severity | fix | default |\n|---|---|---|---|---|",
    "| 规则 | 报告 | 级别 | 修正 | 默认 |\n|---|---|---|---|---|",
)
_FIXES = {"safe": ("safe", "安全"), "unsafe": ("unsafe", "须复核"), "none": ("none", "无")}
_SEVERITIES = {
    "error": ("error", "错误"),
    "warning": ("warning", "警告"),
    "question": ("question", "提问"),
}
_YES_NO = (("no", "yes"), ("否", "是"))
_EXAMPLES = (("Finds", "Passes"), ("报告", "通过"))

_observed = cache(observed)


def page(lang: str) -> str:
    """The whole page in one language."""
    which = LANGUAGES.index(lang)
    families = ((name, list(group)) for name, group in groupby(_observed(), _family))
    return _INTRO[which] + "".join(
        f"\n{line}\n" for name, group in families for line in _parts(name, group, which)
    )


def _family(one: Observed) -> str:
    rule = one.rule.id
    return rule[:4] if rule.startswith("REF") else rule.rstrip("0123456789")


def _parts(family: str, group: Sequence[Observed], which: int) -> Iterator[str]:
    yield f"## {_TITLES[family][which]}"
    yield "\n".join((_HEADS[which], *(_row(one, which) for one in group)))
    for one in group:
        rule = one.rule
        yield f"### {rule.id}: {rule.summary[which]}"
        yield rule.explanation[which]
        for title, examples in zip(_EXAMPLES[which], (rule.failing, rule.passing), strict=True):
            yield f"{title}{':：'[which]}"
            yield from map(_fenced, _grouped(examples))


def _row(one: Observed, which: int) -> str:
    cells = (
        f"[{one.rule.id}](#{_anchor(one.rule, which)})",
        one.rule.summary[which],
        _listed(one.severities, _SEVERITIES, which),
        _listed(one.fixes, _FIXES, which),
        _YES_NO[which][one.rule.default],
    )
    return f"| {' | '.join(cells)} |"


def _listed(found: frozenset[str], words: dict[str, tuple[str, str]], which: int) -> str:
    return (", ", "、")[which].join(word[which] for name, word in words.items() if name in found)


def _anchor(rule: Rule, which: int) -> str:
    return anchor(f"{rule.id}: {rule.summary[which]}")


def _grouped(examples: Sequence[str]) -> Iterator[str]:
    """Examples of one line share a block; longer ones have their own."""
    for is_long, group in groupby(examples, lambda text: "\n" in text.strip()):
        if is_long:
            yield from group
        else:
            yield "\n".join(group)


def _fenced(text: str) -> str:
    fence = "````" if "```" in text else "```"
    return f"{fence}text\n{text.strip(chr(10))}\n{fence}"
