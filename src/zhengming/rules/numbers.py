"""NUM: figures that contradict each other; off by default."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

from zhengming.rules.base import Draft, Finding, Message, Rule

# Decimals may be grouped by threes with thin spaces (GB/T 15835): 0.097 8.
_NUMBER = r"\d+(?:[.]\d{3}(?:[ \u2009\u202f]\d{1,3})+(?!\d)|[.]\d+)?"
_DASH = r"\s*(?:[~～–—−-]|至|to)\s*"
_INTERVAL = rf"(?P<low>[-−]?{_NUMBER})\s?[%％]?{_DASH}(?P<high>[-−]?{_NUMBER})(?!\d)"
_CI = rf"(?:9\d(?:\.\d)?\s?%\s*)?(?:CI|置信区间|可信区间|confidence interval)\s*[:：=＝,，]?\s*[\[(（［]?\s*{_INTERVAL}"
_ESTIMATE = re.compile(
    rf"(?<![A-Za-z])(?P<what>(?-i:a?(?:HR|OR|RR|IRR|SHR))|(?:hazard|odds|risk) ratio|风险比|比值比)"
    rf"(?:\s*(?:值|为|是|[=＝:：,，]|of|was|is)){{0,3}}\s*(?P<estimate>{_NUMBER})"
    rf"\s*[,，;；(（\[［]\s*{_CI}",
    re.IGNORECASE,
)
_ONLY_CI = re.compile(_CI, re.IGNORECASE)
_SHARE = re.compile(
    rf"(?<![\d./])(?:(?P<k>\d{{1,6}})\s?[/／]\s?(?P<n>\d{{1,6}})\s*[(（,，]?\s*(?P<p>{_NUMBER})\s?[%％]"
    rf"|(?P<p2>{_NUMBER})\s?[%％]\s*[(（]\s*(?P<k2>\d{{1,6}})\s?[/／]\s?(?P<n2>\d{{1,6}})\s*[)）])"
)


def _value(text: str) -> Decimal:
    return Decimal(re.sub(r"\s", "", text).replace("−", "-"))


def _outside(draft: Draft) -> Iterator[Finding]:
    for block in draft.document.blocks:
        if "CI" not in block.text and "区间" not in block.text and "nterval" not in block.text:
            continue
        for match in _ESTIMATE.finditer(block.text):
            low, high = _value(match["low"]), _value(match["high"])
            estimate = _value(match["estimate"])
            if low <= high and not low <= estimate <= high:
                what, shown = match["what"], f"{match['low']}–{match['high']}"
                yield Finding(
                    "NUM001",
                    "error",
                    block.locate(match.span()),
                    Message(
                        f"{what} {match['estimate']} lies outside its interval {shown}",
                        f"{what} {match['estimate']}不在其置信区间{shown}之内",
                    ),
                )


def _upside_down(draft: Draft) -> Iterator[Finding]:
    for block in draft.document.blocks:
        if "CI" not in block.text and "区间" not in block.text and "nterval" not in block.text:
            continue
        for match in _ONLY_CI.finditer(block.text):
            if _value(match["low"]) > _value(match["high"]):
                shown = f"{match['low']}–{match['high']}"
                yield Finding(
                    "NUM002",
                    "error",
                    block.locate((match.start("low"), match.end("high"))),
                    Message(f"the interval {shown} is upside down", f"区间{shown}上下限颠倒"),
                )


def _shares(draft: Draft) -> Iterator[Finding]:
    for block in draft.document.blocks:
        if "%" not in block.text and "％" not in block.text:
            continue
        for match in _SHARE.finditer(block.text):
            k, n = int(match["k"] or match["k2"]), int(match["n"] or match["n2"])
            printed = _value(match["p"] or match["p2"])
            if n < 2 or k > n or printed in _percentages(k, n, printed):
                continue
            right = max(_percentages(k, n, printed))
            yield Finding(
                "NUM003",
                "error",
                block.locate(match.span()),
                Message(
                    f"{k}/{n} is {right} %, not {printed} %",
                    f"{k}/{n}为{right}%，不是{printed}%",
                ),
            )


def _percentages(k: int, n: int, like: Decimal) -> set[Decimal]:
    """k/n in percent with as many decimals as ``like``; rounded either way, or cut off."""
    unit = Decimal(1).scaleb(int(like.as_tuple().exponent))
    share = Decimal(100 * k) / n
    return {share.quantize(unit, how) for how in (ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_DOWN)}


NUM001 = Rule(
    "NUM001",
    Message("a ratio outside its confidence interval", "比值不在其置信区间内"),
    Message(
        "Off by default. An estimate (HR, OR, RR) lies within its own interval; one that does not was "
        "copied from another line. Source: arithmetic; ICMJE, Recommendations, IV.A.3.d.",
        "默认关闭。点估计值（HR、OR、RR）必在其置信区间之内，否则多为抄错行。来源：算术；ICMJE建议。",
    ),
    _outside,
    failing=("（HR=0.60，95% CI：0.37~0.49）", "HR 值 1.2（95%置信区间 0.5至0.9）"),
    passing=(
        "（HR=0.33，95% CI：0.23~0.49）",
        "HR=0.760， P=0.097 8；10 个月（95% CI： 4.5~未达到）",
    ),
    default=False,
)
NUM002 = Rule(
    "NUM002",
    Message("an interval upside down", "区间上下限颠倒"),
    Message(
        "Off by default. The lower limit of a confidence interval comes first. Source: arithmetic.",
        "默认关闭。置信区间下限在前。来源：算术。",
    ),
    _upside_down,
    failing=("（95% CI： 8.2~6.8）", "95% confidence interval 0.9 to 0.5"),
    passing=("（95% CI： 6.8~8.2）", "95% CI -0.9 to 0.5；n=101，2022-2023"),
    default=False,
)
NUM003 = Rule(
    "NUM003",
    Message("a percentage that n/N does not give", "百分比与例数不符"),
    Message(
        "Off by default. Where n/N and a percentage stand together the one follows from the other, "
        "to the decimals printed; cut off counts as rounded. Source: arithmetic.",
        "默认关闭。n/N与百分比并列时应相符，按所印小数位核算，截尾亦可。来源：算术。",
    ),
    _shares,
    failing=("缓解率为33/149（25.1%）", "ORR 70.1% (10/12)"),
    passing=(
        "缓解率为33/149（22.1%）与103/147（70.1%）",
        "10/12（83.3%）、102/146 (69.9%)；1/2期，12/33（36.3%）",
    ),
    default=False,
)
