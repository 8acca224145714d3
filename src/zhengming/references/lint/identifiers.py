"""REF4: DOI, PMID, PMCID, ISBN, ISSN and addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhengming.references.lint.base import Fix, Message, Problem, Rule, Shelf

_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+")
_DOI_PREFIX = re.compile(r"\s*(?:https?://(?:dx\.)?doi\.org/|doi\s*[:：]\s*)", re.IGNORECASE)
_URL_DOI = re.compile(r"https?://(?:dx\.)?doi\.org/(10\..+)", re.IGNORECASE)
_PMID = re.compile(r"\s*(?:PMID\s*[:：]?\s*)?0*([1-9]\d{0,7})\s*", re.IGNORECASE)
_PMCID = re.compile(r"\s*(?:PMCID\s*[:：]?\s*)?(?:PMC)?(\d{1,8})\s*", re.IGNORECASE)
_URL = re.compile(r"(?:https?|ftp)://[^\s/]+\.[^\s/]+\S*", re.IGNORECASE)


def _doi(shelf: Shelf) -> Iterator[Problem]:
    for entry in shelf.entries:
        value = entry.fields.get("doi", "").strip()
        if not value:
            continue
        bare = _DOI_PREFIX.sub("", value).strip().rstrip(".,;。，；")
        if not _DOI.fullmatch(bare.replace("\\_", "_")):
            message = Message(f"“{value}” is no DOI", f"“{value}”不是 DOI")
            yield entry.problem("REF401", "error", message, "doi")
        elif bare != value:
            message = Message(f"write the DOI as {bare}", f"DOI 应写作 {bare}")
            yield entry.problem("REF401", "warning", message, "doi", entry.repair("doi", bare))


REF401 = Rule(
    "REF401",
    Message("A DOI in another form than 10.…/…", "DOI 不是 10.…/… 的形式"),
    Message("Styles put https://doi.org/ or DOI: before it themselves.", "样式会自行加前缀。"),
    _doi,
    failing=(
        "@misc{k, doi={https://doi.org/10.1000/x}}",
        "@misc{k, doi={DOI：10.1000/x.}}",
        "@misc{k, doi={10.1000}}",
    ),
    passing=("@misc{k, doi={10.1016/S0140-6736(17)30123-X}}",),
)


def _pubmed(shelf: Shelf) -> Iterator[Problem]:
    for entry in shelf.entries:
        for name, pattern, prefix in (("pmid", _PMID, ""), ("pmcid", _PMCID, "PMC")):
            value = entry.fields.get(name, "")
            if not value.strip():
                continue
            found = pattern.fullmatch(value)
            if not found:
                message = Message(
                    f"“{value}” is no {name.upper()}", f"“{value}”不是 {name.upper()}"
                )
                yield entry.problem("REF402", "error", message, name)
            elif value != prefix + found[1]:
                right = prefix + found[1]
                message = Message(
                    f"write {name.upper()} as {right}", f"{name.upper()} 应写作 {right}"
                )
                yield entry.problem("REF402", "warning", message, name, entry.repair(name, right))


REF402 = Rule(
    "REF402",
    Message("A PMID or PMCID in another form", "PMID 或 PMCID 格式不对"),
    Message(
        "A PMID is a number of up to 8 digits, a PMCID one after “PMC”.",
        "PMID 为不超过 8 位的数字，PMCID 在前加“PMC”。",
    ),
    _pubmed,
    failing=("@misc{k, pmid={PMID: 123}}", "@misc{k, pmid={12a}}", "@misc{k, pmcid={7605398}}"),
    passing=("@misc{k, pmid={32780660}, pmcid={PMC7605398}}", "@misc{k, pmid=32780660}"),
)


def _isbn(shelf: Shelf) -> Iterator[Problem]:
    for entry in shelf.entries:
        value = entry.fields.get("isbn", "").strip()
        digits = re.sub(r"[\s-]", "", value).upper()
        if value and not _is_isbn(digits):
            message = Message(
                f"“{value}” is no ISBN: its check digit is wrong",
                f"“{value}”不是有效 ISBN：校验位不符",
            )
            yield entry.problem("REF403", "error", message, "isbn")


def _is_isbn(digits: str) -> bool:
    if re.fullmatch(r"\d{13}", digits):
        return sum(int(sign) * (1, 3)[place % 2] for place, sign in enumerate(digits)) % 10 == 0
    if re.fullmatch(r"\d{9}[\dX]", digits):
        return sum(_digit(sign) * (10 - place) for place, sign in enumerate(digits)) % 11 == 0
    return False


def _digit(sign: str) -> int:
    return 10 if sign == "X" else int(sign)


REF403 = Rule(
    "REF403",
    Message("An ISBN whose check digit is wrong", "ISBN 校验位不符"),
    Message("One digit is mistyped or missing.", "有数字录错或遗漏。"),
    _isbn,
    failing=("@book{k, isbn={978-7-302-58978-4}}", "@book{k, isbn={123}}"),
    passing=("@book{k, isbn={978-7-302-58978-5}}", "@book{k, isbn={0-8044-2957-X}}"),
)


def _issn(shelf: Shelf) -> Iterator[Problem]:
    for entry in shelf.entries:
        for value in filter(None, re.split(r"[\s,;]+", entry.fields.get("issn", ""))):
            if not is_issn(value):
                message = Message(f"“{value}” is no ISSN", f"“{value}”不是有效 ISSN")
                yield entry.problem("REF404", "error", message, "issn")


def is_issn(text: str) -> bool:
    """Whether a text is an ISSN with the right check digit: ``0028-4793``."""
    if not re.fullmatch(r"\d{4}-?\d{3}[\dX]", text):
        return False
    digits = text.replace("-", "")
    return sum(_digit(sign) * (8 - place) for place, sign in enumerate(digits)) % 11 == 0


REF404 = Rule(
    "REF404",
    Message("An ISSN whose check digit is wrong", "ISSN 校验位不符"),
    Message("One digit is mistyped or missing.", "有数字录错或遗漏。"),
    _issn,
    failing=("@article{k, issn={0028-4794}}", "@article{k, issn={NEJM}}"),
    passing=("@article{k, issn={0028-4793}}", "@article{k, issn={0028-4793, 1533-4406}}"),
)


def _address(shelf: Shelf) -> Iterator[Problem]:
    for entry in shelf.entries:
        value = entry.fields.get("url", "").strip()
        doi = _URL_DOI.fullmatch(value)
        if doi and doi[1].lower() == entry.fields.get("doi", "").strip().lower():
            message = Message("the URL only repeats the DOI", "URL 只是重复 DOI")
            fix = Fix("safe", entry.library.bib.remove_field(entry.block, "url"))
            yield entry.problem(
                "REF405", "warning", message, "url", fix if entry.own("url") else None
            )
        elif value and not _URL.fullmatch(value.replace("\\", "")):
            message = Message(f"“{value}” is no web address", f"“{value}”不是网址")
            yield entry.problem("REF405", "warning", message, "url")


REF405 = Rule(
    "REF405",
    Message("A URL that is none, or only repeats the DOI", "网址无效或与 DOI 重复"),
    Message("The list would print the same address twice.", "参考文献表会把同一地址印两次。"),
    _address,
    failing=(
        "@misc{k, url={www.example.com}}",
        "@misc{k, doi={10.1000/X}, url={https://doi.org/10.1000/x}}",
    ),
    passing=(
        "@misc{k, url={https://www.example.com/a_b}}",
        "@misc{k, url={https://doi.org/10.1000/x}}",
    ),
)

RULES = (REF401, REF402, REF403, REF404, REF405)
