"""REF6: what only goes wrong in Chinese entries."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhengming.references.bibtex.people import split_names
from zhengming.references.languages import language_tag
from zhengming.references.lint.base import Entry, Fix, Message, Problem, Rule, Shelf
from zhengming.references.names import COMPOUND_SURNAMES, is_han, split_han_names

_HAN = re.compile("[\u3400-\u9fff]")
_KANA = re.compile("[\u3040-\u30ff]")
_PEOPLE = ("author", "editor", "translator")
_COMMA_NAME = re.compile("([\u3400-\u9fff]{1,2}) *[,，] *([\u3400-\u9fff]{1,2})")
_SPACED_NAME = re.compile("([\u3400-\u9fff]{1,2})[ \u3000]+([\u3400-\u9fff]{1,2})")
_AND_OTHERS = re.compile(
    r"(?:[,，、;；]?\s*(?:and\s+)?(?:等人?|et\.?\s*al\.?|and others))[.。]?\s*$", re.IGNORECASE
)
_BRACKETS = re.compile(r"(?<=[\u3400-\u9fff])\(([^()]*)\)|\(([^()]*[\u3400-\u9fff][^()]*)\)")
_CNKI = re.compile(r"[〈<《](?:正|一|上|下)[〉>》]|\bFull[- ]?Text\b|-+中国知网")
_BOOK_MARKS = re.compile("《(.+)》")
_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ]+")
_PAIRS = ("origtitle", "titletranslation", "title_translation", "translatedtitle")
_TITLES = ("title", "subtitle", "booktitle", "journal", "journaltitle", "author")


def _names(entry: Entry) -> Iterator[tuple[str, str, list[str]]]:
    for role in _PEOPLE:
        value = entry.fields.get(role, "")
        if _HAN.search(value):
            yield role, value, split_names(value)


def _separators(shelf: Shelf) -> Iterator[Problem]:
    for entry in shelf.entries:
        for role, value, names in _names(entry):
            apart = [part for name in names for part in split_han_names(_AND_OTHERS.sub("", name))]
            if len(apart) > len(names) and all(is_han(part) or part == "others" for part in apart):
                tail = " and others" if _AND_OTHERS.search(value) else ""
                mended = " and ".join(part for part in apart if part != "others") + tail
                message = Message(
                    f"Chinese separators between names: {value}", f"作者之间用了中文分隔符：{value}"
                )
                yield entry.problem("REF601", "error", message, role, entry.repair(role, mended))


REF601 = Rule(
    "REF601",
    Message("Names joined by ， ； or 、", "作者之间用 ，；、分隔"),
    Message(
        "BibTeX knows only “and”; all of them would be one author.",
        "BibTeX 只认 and，否则全部算作一位作者。",
    ),
    _separators,
    failing=("@misc{k, author={张三，李四；王五}}", "@misc{k, author={张三、李四，等}}"),
    passing=("@misc{k, author={张三 and 李四}}", "@misc{k, author={Smith, J}}"),
)


def _split_name(shelf: Shelf) -> Iterator[Problem]:
    for entry in shelf.entries:
        for role, value, names in _names(entry):
            joined = [_joined(name) for name in names]
            if joined != names:
                message = Message(
                    f"a Chinese name in two parts: {value}", f"中文姓名被拆开：{value}"
                )
                fix = entry.repair(role, " and ".join(joined))
                yield entry.problem("REF602", "warning", message, role, fix)


def _joined(name: str) -> str:
    found = _COMMA_NAME.fullmatch(name) or _SPACED_NAME.fullmatch(name)
    if not found:
        return name
    family_fits = len(found[1]) == 1 or found[1] in COMPOUND_SURNAMES
    return found[1] + found[2] if family_fits else name


REF602 = Rule(
    "REF602",
    Message("A Chinese name with a space or comma inside", "中文姓名中有空格或逗号"),
    Message(
        "Zotero's CNKI import makes “王, 可”, other tools “王 可”; some styles then print them so. Two "
        "two-character halves stay: they may be two people.",
        "Zotero 知网导入写成“王, 可”，其他工具写成“王 可”，有的样式会照印。两字＋两字的不动：可能是两个人。",
    ),
    _split_name,
    failing=("@misc{k, author={王, 可 and 李 娟}}", "@misc{k, author={欧阳, 修}}"),
    passing=("@misc{k, author={王可 and 李娟}}", "@misc{k, author={张三丰 and {王 可}}}"),
)


def _body(shelf: Shelf) -> Iterator[Problem]:
    for entry in shelf.entries:
        for role, _, names in _names(entry):
            braced = [f"{{{name}}}" if is_han(name) and len(name) > 4 else name for name in names]
            if braced != names:
                body = next(name for name in names if is_han(name) and len(name) > 4)
                message = Message(f"“{body}” should be in braces", f"“{body}”应加花括号")
                fix = entry.repair(role, " and ".join(braced))
                yield entry.problem("REF603", "warning", message, role, fix)


REF603 = Rule(
    "REF603",
    Message("A Chinese body without braces", "机构作者未加花括号"),
    Message(
        "Braces say that it is no person; other tools would cut off a surname.",
        "花括号表示机构；否则别的工具会切出“姓”。",
    ),
    _body,
    failing=("@misc{k, author={国家卫生健康委员会}}",),
    passing=("@misc{k, author={{国家卫生健康委员会} and 王可}}",),
)


def _language(shelf: Shelf) -> Iterator[Problem]:
    for entry in shelf.entries:
        title = entry.fields.get("title", "")
        written = entry.fields.get("langid") or entry.fields.get("language") or ""
        tag = language_tag(written) or ""
        han = bool(_HAN.search(title)) and not _KANA.search(title)
        if han and not written:
            message = Message("a Chinese entry without its language", "中文条目缺少 language")
            fix = Fix("safe", entry.set("language", "chinese"))
            yield entry.problem("REF604", "warning", message, fix=fix)
        elif written and not tag:
            message = Message(f"“{written}” is no language", f"无法识别语言“{written}”")
            yield entry.problem(
                "REF604", "warning", message, "langid" if "langid" in entry.fields else "language"
            )
        elif title and _contradicts(title, tag):
            message = Message(f"the title is not in {written}", f"题名不是“{written}”")
            yield entry.problem(
                "REF604", "warning", message, "langid" if "langid" in entry.fields else "language"
            )


def _contradicts(title: str, tag: str) -> bool:
    han = bool(_HAN.search(title))
    return (tag.startswith("zh") and not han) or (tag.startswith("en") and han)


REF604 = Rule(
    "REF604",
    Message("The language is missing or contradicts the title", "language 缺失或与题名不符"),
    Message(
        "It decides between 等 and et al. zhengming infers it from the script, Zotero and most "
        "styles do not.",
        "它决定用“等”还是 et al.。本工具可由文字推断，Zotero 和多数样式不能。",
    ),
    _language,
    failing=(
        "@misc{k, title={肺癌}}",
        "@misc{k, title={Lung}, language={chinese}}",
        "@misc{k, title={Lung}, langid={Klingonese}}",
    ),
    passing=(
        "@misc{k, title={肺癌}, language={chinese}}",
        "@misc{k, title={Lung}}",
        "@misc{k, title={肺がんの治療}}",
    ),
)


def _others(shelf: Shelf) -> Iterator[Problem]:
    for entry in shelf.entries:
        for role in _PEOPLE:
            value = entry.fields.get(role, "")
            found = _AND_OTHERS.search(value)
            if (
                found
                and found[0].strip() not in ("and others", "")
                and value[: found.start()].strip()
            ):
                mended = f"{value[: found.start()].strip()} and others"
                message = Message(
                    f"write “{found[0].strip()}” as “and others”",
                    f"“{found[0].strip()}”应写作“and others”",
                )
                yield entry.problem("REF605", "warning", message, role, entry.repair(role, mended))


REF605 = Rule(
    "REF605",
    Message("等 or et al. as an author", "把“等”或 et al. 写成作者"),
    Message(
        "“and others” lets the style print the right one in each language.",
        "写“and others”，样式会按语言输出。",
    ),
    _others,
    failing=("@misc{k, author={王可 and 等}}", "@misc{k, author={Shaw, A. and et al.}}"),
    passing=("@misc{k, author={王可 and others}}", "@misc{k, author={Al, A.}}"),
)


def _brackets(shelf: Shelf) -> Iterator[Problem]:
    for entry in shelf.entries:
        value = entry.fields.get("title", "")
        if _HAN.search(value) and _BRACKETS.search(value):
            mended = _BRACKETS.sub(lambda match: f"（{match[1] or match[2]}）", value)
            message = Message("half-width brackets in a Chinese title", "中文题名中用了半角括号")
            yield entry.problem(
                "REF606", "question", message, "title", entry.repair("title", mended, "unsafe")
            )


REF606 = Rule(
    "REF606",
    Message("Half-width brackets in a Chinese title", "中文题名中用了半角括号"),
    Message(
        "Journals print （2021年版）; one store should have one form.",
        "期刊印作（2021年版）；同一文献库应统一。",
    ),
    _brackets,
    failing=("@misc{k, title={诊疗指南(2021年版)}}",),
    passing=("@misc{k, title={诊疗指南（2021年版）}}", "@misc{k, title={Lung (NSCLC)}}"),
)


def _residue(shelf: Shelf) -> Iterator[Problem]:
    for entry in shelf.entries:
        for name in ("title", "journal", "pages"):
            value = entry.fields.get(name, "")
            found = _CNKI.search(value) or (re.search(r"\+", value) if name == "pages" else None)
            if found:
                message = Message(
                    f"what a database left in “{name}”: {found[0]}",
                    f"“{name}”中有数据库残留：{found[0]}",
                )
                fix = (
                    entry.repair(name, _CNKI.sub("", value).strip(), "unsafe")
                    if name != "pages"
                    else None
                )
                yield entry.problem("REF607", "warning", message, name, fix)


REF607 = Rule(
    "REF607",
    Message("What CNKI left in a value", "知网导出的残留"),
    Message(
        "“12-15+20” means that the article continues on page 20: write 12--15, 20.",
        "“12-15+20”表示转 20 页：写 12--15, 20。",
    ),
    _residue,
    failing=("@misc{k, pages={12--15+20}}", "@misc{k, title={〈正〉肺癌}}"),
    passing=("@misc{k, pages={12--15, 20}}", "@misc{k, title={ALK+ 肺癌}}"),
)


def _journal_marks(shelf: Shelf) -> Iterator[Problem]:
    for entry in shelf.entries:
        for name in ("journal", "journaltitle"):
            found = _BOOK_MARKS.fullmatch(entry.fields.get(name, "").strip())
            if found:
                message = Message("the journal is in book title marks", "刊名加了书名号")
                yield entry.problem(
                    "REF608", "warning", message, name, entry.repair(name, found[1])
                )


REF608 = Rule(
    "REF608",
    Message("A journal in 《》", "刊名加了书名号"),
    Message("GB/T 7714 prints journal names without marks.", "GB/T 7714 的刊名不加书名号。"),
    _journal_marks,
    failing=("@article{k, journal={《中国肺癌杂志》}}",),
    passing=("@article{k, journal={中国肺癌杂志}}",),
)


def _wide(shelf: Shelf) -> Iterator[Problem]:
    for entry in shelf.entries:
        for name in (*_TITLES, "volume", "number", "pages", "year", "doi"):
            value = entry.fields.get(name, "")
            found = _WIDE.search(value)
            if found:
                narrow = _WIDE.sub(
                    lambda match: "".join(chr(ord(c) - 0xFEE0) for c in match[0]), value
                )
                message = Message(
                    f"full-width letters or digits: {found[0]}", f"全角字母或数字：{found[0]}"
                )
                yield entry.problem("REF609", "warning", message, name, entry.repair(name, narrow))


REF609 = Rule(
    "REF609",
    Message("Full-width letters or digits", "全角字母或数字"),
    Message("ＡＬＫ is not found when one searches for ALK.", "检索 ALK 找不到 ＡＬＫ。"),
    _wide,
    failing=("@misc{k, title={ＡＬＫ阳性}}", "@misc{k, year={２０２０}}"),
    passing=("@misc{k, title={ALK阳性：综述}}",),
)


def _no_pair(shelf: Shelf) -> Iterator[Problem]:
    for entry in shelf.entries:
        chinese = entry.type == "article" and _HAN.search(entry.fields.get("title", ""))
        if chinese and not any(entry.fields.get(name, "").strip() for name in _PAIRS):
            message = Message("no English title beside the Chinese one", "缺少英文题名")
            yield entry.problem("REF610", "question", message, "title")


REF610 = Rule(
    "REF610",
    Message("A Chinese article without its English title", "中文论文缺少英文题名"),
    Message(
        "For journals that print each Chinese entry in English too. The title stands in origtitle or "
        "titletranslation; CNKI and PubMed give it.",
        "供要求中英文对照著录的期刊使用；英文题名写入 origtitle 或 titletranslation，知网和 PubMed 均有。",
    ),
    _no_pair,
    failing=("@article{k, title={肺癌}}",),
    passing=("@article{k, title={肺癌}, origtitle={Lung cancer}}", "@article{k, title={Lung}}"),
    default=False,
)

RULES = (REF601, REF602, REF603, REF604, REF605, REF606, REF607, REF608, REF609, REF610)
