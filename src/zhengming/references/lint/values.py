"""REF3: years, dates, pages, volumes and the text of titles."""

from __future__ import annotations

import datetime
import html
import re
from collections.abc import Iterator

from zhengming.references.dates import parse_date
from zhengming.references.lint.base import Fix, Message, Problem, Rule, Shelf

_YEAR = re.compile(r"\d{4}")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = re.compile(rf"(?:{'|'.join(_MONTHS)})[a-z]*\.?|\d{{1,2}}", re.IGNORECASE)
_PAGE = r"[A-Za-z]{0,3}\d+[A-Za-z]{0,2}"
_ONE_DASH = re.compile(rf"({_PAGE})\s*(?:-|–|—|−|~|～|\\textendash\s*|\s+-+\s+)\s*({_PAGE})")
_RANGE = re.compile(r"(\d+)\s*-+\s*(\d+)")
_WITH_ISSUE = re.compile(r"(\d+)\s*[(（]\s*([\w./\s-]+?)\s*[)）]")
_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-f]+|[a-z]{2,8});", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:i|b|em|strong|sub|sup|p|br|span|italic|bold|jats:\w+|scp)\b[^<>]*>", re.IGNORECASE
)
_MOJIBAKE = re.compile(r"\ufffd|Ã[\u0080-\u00bf]|â€[\u0080-\u00ff“”™œ]|ï¼|锟斤拷|烫烫")
_INTERVAL = re.compile(
    r"(?:HR|OR|RR)\s*[=:＝：,]?\s*(?:of\s+)?(\d+\.\d+)\s*[,，;；(（]*\s*95\s*%\s*CI\s*[=:＝：,]?\s*"
    r"(\d+\.\d+)\s*(?:-|–|—|~|～|to|至)\s*(\d+\.\d+)",
    re.IGNORECASE,
)
_TEXTS = (
    "title",
    "subtitle",
    "booktitle",
    "journal",
    "journaltitle",
    "abstract",
    "author",
    "publisher",
)


def _year(shelf: Shelf) -> Iterator[Problem]:
    newest = datetime.date.today().year + 1
    for entry in shelf.entries:
        value = entry.fields.get("year", "").strip()
        found = _YEAR.search(value)
        if not value or (found and value == found[0] and 1400 <= int(value) <= newest):
            continue
        if found and int(found[0]) <= newest and not value.isdecimal():
            continue  # c1988, 1995印刷, 1705（康熙四十四年）
        message = Message(f"“{value}” is no year of publication", f"“{value}”不是出版年")
        yield entry.problem("REF301", "error", message, "year")


REF301 = Rule(
    "REF301",
    Message("A year that cannot be", "不可能的年份"),
    Message(
        "Four digits, not in the future; “c1988” and era years pass.",
        "四位数且不在将来；“c1988”和年号纪年可用。",
    ),
    _year,
    failing=("@misc{k, year=20}", "@misc{k, year={in press}}", "@misc{k, year=9999}"),
    passing=(
        "@misc{k, year=2020}",
        "@misc{k, year={c1988}}",
        "@misc{k, year={1705（康熙四十四年）}}",
    ),
)


def _date(shelf: Shelf) -> Iterator[Problem]:
    for entry in shelf.entries:
        for name in ("date", "urldate", "eventdate", "origdate"):
            value = entry.fields.get(name, "").strip()
            date = parse_date(value)
            if date and "literal" in date:
                message = Message(f"“{value}” is no date", f"“{value}”不是日期")
                yield entry.problem("REF302", "error", message, name)
            elif date and "年" in value:
                iso = "-".join(f"{number:02}" for number in date["date-parts"][0])
                message = Message(f"write “{value}” as {iso}", f"“{value}”应写作 {iso}")
                yield entry.problem("REF302", "warning", message, name, entry.repair(name, iso))


REF302 = Rule(
    "REF302",
    Message("A date that is not YYYY-MM-DD", "日期不是 YYYY-MM-DD"),
    Message("biblatex and CSL read ISO dates only.", "biblatex 与 CSL 只认 ISO 日期。"),
    _date,
    failing=(
        "@misc{k, urldate={yesterday}}",
        "@misc{k, date={2021-13-01}}",
        "@misc{k, urldate={2021年5月3日}}",
    ),
    passing=("@misc{k, date={2021-05}, urldate={2021-05-03}}",),
)


def _month(shelf: Shelf) -> Iterator[Problem]:
    for entry in shelf.entries:
        value = entry.fields.get("month", "").strip()
        found = _MONTH.match(value)
        number = value.isdecimal() and not 1 <= int(value) <= 12
        if value and (not found or number):
            message = Message(f"“{value}” is no month", f"“{value}”不是月份")
            yield entry.problem("REF303", "warning", message, "month")


REF303 = Rule(
    "REF303",
    Message("A month that is none", "不是月份"),
    Message("Write jan … dec or 1 … 12.", "写 jan … dec 或 1 … 12。"),
    _month,
    failing=("@misc{k, month={13}}", "@misc{k, month={soon}}"),
    passing=("@misc{k, month=jan}", "@misc{k, month={September}}", "@misc{k, month=11}"),
)


def _dash(shelf: Shelf) -> Iterator[Problem]:
    for entry in shelf.entries:
        value = entry.fields.get("pages", "")
        mended = _ONE_DASH.sub(r"\1--\2", value)
        if mended != value:
            message = Message(
                f"page range “{value}” should be “{mended}”", f"页码“{value}”应为“{mended}”"
            )
            yield entry.problem(
                "REF304", "warning", message, "pages", entry.repair("pages", mended)
            )


REF304 = Rule(
    "REF304",
    Message("A page range without “--”", "页码范围未用“--”"),
    Message(
        "BibTeX writes ranges with two hyphens; ~ comes from CNKI.",
        "BibTeX 的范围用两个连字符；~ 来自知网导出。",
    ),
    _dash,
    failing=("@misc{k, pages={12-15}}", "@misc{k, pages={12–15}}", "@misc{k, pages={e12~e15}}"),
    passing=(
        "@misc{k, pages={12--15}}",
        "@misc{k, pages={e31323}}",
        "@misc{k, pages={12--15, 20--22}}",
    ),
)


def _descending(shelf: Shelf) -> Iterator[Problem]:
    for entry in shelf.entries:
        for found in _RANGE.finditer(entry.fields.get("pages", "")):
            first, last = found[1], found[2]
            whole = first[: len(first) - len(last)] + last if len(last) < len(first) else last
            if int(whole) < int(first):
                message = Message(f"the pages run backwards: {found[0]}", f"页码倒序：{found[0]}")
                yield entry.problem("REF305", "error", message, "pages")


REF305 = Rule(
    "REF305",
    Message("Pages that run backwards", "页码倒序"),
    Message("“1097--107” is read as 1097 to 1107.", "“1097--107”视为 1097–1107。"),
    _descending,
    failing=("@misc{k, pages={120--115}}",),
    passing=("@misc{k, pages={1097--107}}", "@misc{k, pages={5--9}}"),
)


def _volume(shelf: Shelf) -> Iterator[Problem]:
    for entry in shelf.entries:
        found = _WITH_ISSUE.fullmatch(entry.fields.get("volume", "").strip())
        if found:
            message = Message(
                f"the volume holds the issue too: {found[0]}", f"卷号中混入期号：{found[0]}"
            )
            fix = entry.repair("volume", found[1])
            if fix and "number" not in entry.fields and "issue" not in entry.fields:
                fix = Fix("safe", (*fix.edits, *entry.set("number", found[2])))
            else:
                fix = None
            yield entry.problem("REF306", "error", message, "volume", fix)


REF306 = Rule(
    "REF306",
    Message("An issue in the volume", "卷号中混入期号"),
    Message(
        "Volume and issue are two fields; together they print twice.",
        "卷、期是两个字段，写在一起会重复输出。",
    ),
    _volume,
    failing=("@article{k, volume={12(3)}}", "@article{k, volume={12（增刊1）}}"),
    passing=("@article{k, volume={12}, number={3}}",),
)


def _zero(shelf: Shelf) -> Iterator[Problem]:
    for entry in shelf.entries:
        for name in ("volume", "number", "issue"):
            value = entry.fields.get(name, "").strip()
            if entry.type == "article" and len(value) > 1 and value[0] == "0" and value.isdecimal():
                bare = value.lstrip("0") or "0"
                message = Message(
                    f"{name} “{value}” should be “{bare}”", f"{name}“{value}”应为“{bare}”"
                )
                yield entry.problem("REF307", "warning", message, name, entry.repair(name, bare))


REF307 = Rule(
    "REF307",
    Message("A volume or issue with a leading zero", "卷期号带前导零"),
    Message("CNKI exports “No. 01”; lists print 1.", "知网导出“01”，著录用 1。"),
    _zero,
    failing=("@article{k, number={01}}",),
    passing=("@article{k, number={10}}", "@techreport{k, number={007}}"),
)


def _markup(shelf: Shelf) -> Iterator[Problem]:
    for entry in shelf.entries:
        for name in _TEXTS:
            value = entry.fields.get(name, "")
            found = _ENTITY.search(value) or _TAG.search(value)
            if not found:
                continue
            mended = _ENTITY.sub(lambda match: html.unescape(match[0]).replace("&", r"\&"), value)
            fix = entry.repair(name, mended) if mended != value and not _TAG.search(value) else None
            message = Message(f"HTML in “{name}”: {found[0]}", f"“{name}”中有 HTML：{found[0]}")
            yield entry.problem("REF308", "warning", message, name, fix)


REF308 = Rule(
    "REF308",
    Message("HTML in a value", "字段中有 HTML"),
    Message(
        "Web exports leave &amp; and <i> behind. --fix decodes entities; tags need a decision.",
        "网页导出常留下 &amp; 和 <i>。--fix 只还原实体，标签需人工处理。",
    ),
    _markup,
    failing=("@misc{k, title={A &amp; B}}", "@misc{k, title={<i>In vivo</i>}}"),
    passing=(r"@misc{k, title={A \& B, P < 0.05}}",),
)


def _stop(shelf: Shelf) -> Iterator[Problem]:
    for entry in shelf.entries:
        value = entry.fields.get("title", "").rstrip()
        if value.endswith((".", "。", "．")) and not value.endswith(
            ("..", "al.", "vs.", "etc.", "…")
        ):
            message = Message("the title ends with a full stop", "题名末尾有句号")
            yield entry.problem(
                "REF309", "warning", message, "title", entry.repair("title", value[:-1])
            )


REF309 = Rule(
    "REF309",
    Message("A title that ends with a full stop", "题名末尾有句号"),
    Message(
        "The style adds its own; two would be printed. PubMed exports have it.",
        "样式会自行加句点；PubMed 导出带句点。",
    ),
    _stop,
    failing=("@misc{k, title={A study.}}", "@misc{k, title={研究。}}"),
    passing=("@misc{k, title={Is it so?}}", "@misc{k, title={And so on...}}"),
)


def _garbled(shelf: Shelf) -> Iterator[Problem]:
    for entry in shelf.entries:
        for name, value in entry.fields.items():
            found = _MOJIBAKE.search(value)
            if found and entry.own(name):
                message = Message(f"garbled characters in “{name}”", f"“{name}”中有乱码")
                yield entry.problem("REF310", "error", message, name)


REF310 = Rule(
    "REF310",
    Message("Garbled characters", "乱码"),
    Message(
        "The text was once decoded wrongly. Get it from its source again.",
        "曾按错误编码读取，请从原始来源重新获取。",
    ),
    _garbled,
    failing=("@misc{k, title={R\ufffdsum\ufffd}}", "@misc{k, author={GarcÃ\u00ada}}"),
    passing=("@misc{k, author={García}}",),
)


def _outside(shelf: Shelf) -> Iterator[Problem]:
    for entry in shelf.entries:
        for name in ("title", "abstract", "note"):
            for found in _INTERVAL.finditer(entry.fields.get(name, "")):
                estimate, low, high = (float(number) for number in found.groups())
                if not low <= estimate <= high:
                    message = Message(
                        f"the estimate lies outside of its interval: {found[0]}",
                        f"点估计在置信区间之外：{found[0]}",
                    )
                    yield entry.problem("REF311", "error", message, name)


REF311 = Rule(
    "REF311",
    Message("An estimate outside of its confidence interval", "点估计在置信区间之外"),
    Message(
        "One of the three numbers is wrong; look at the source.", "三个数字必有一误，请核对原文。"
    ),
    _outside,
    failing=("@misc{k, abstract={HR=0.60，95% CI：0.37~0.49}}",),
    passing=("@misc{k, abstract={HR 0.60 (95% CI 0.37-0.89)}}",),
)

RULES = (
    REF301, REF302, REF303, REF304, REF305, REF306, REF307, REF308, REF309, REF310, REF311,
)  # fmt: skip
