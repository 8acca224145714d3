"""The pages hold together: links lead somewhere, and both languages say the same things."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from zhengming.config import KEYS, Config, load_config
from zhengming.references.exchange import FORMATS

from .markdown import anchor, fenced, headings, links
from .write import DOCS

ROOT = DOCS.parent
PAGES = [*sorted(DOCS.glob("*.md")), ROOT / "README.md", ROOT / "README.zh-CN.md"]
BILINGUAL = [page for page in PAGES if page.with_suffix(".zh-CN.md").exists()]
LANGUAGES = pytest.mark.parametrize("suffix", [".md", ".zh-CN.md"])


def _text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def _rows(page: Path) -> dict[str, list[str]]:
    """The cells of the table rows whose first cell is one piece of code, by that code."""
    rows = re.findall(r"^\| `([^`|]+)` \| (.+) \|$", _text(page), re.MULTILINE)
    return {name: rest.split(" | ") for name, rest in rows}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for link in links(_text(page)):
        if link.startswith(("https://", "http://")):
            continue
        name, _, place = link.partition("#")
        target = page.parent / name if name else page
        assert target.exists(), link
        if place:
            assert place in {anchor(text) for _, text in headings(_text(target))}, link


@pytest.mark.parametrize("page", BILINGUAL, ids=lambda page: page.name)
def test_both_languages_have_the_same_headings(page: Path) -> None:
    english, chinese = (_text(p) for p in (page, page.with_suffix(".zh-CN.md")))
    assert [level for level, _ in headings(english)] == [level for level, _ in headings(chinese)]


@pytest.mark.parametrize("page", BILINGUAL, ids=lambda page: page.name)
def test_both_languages_have_the_same_examples(page: Path) -> None:
    assert _examples(page) == _examples(page.with_suffix(".zh-CN.md"))


def _examples(page: Path) -> list[str]:
    """What can be copied from a page, without comments."""
    blocks = (block for block in fenced(_text(page)) if block.language in ("sh", "toml"))
    return [re.sub(r" *# .*", "", block.text) for block in blocks]


@LANGUAGES
def test_every_setting_is_documented_with_its_default(suffix: str) -> None:
    rows = _rows(DOCS / f"configuration{suffix}")
    defaults = {key: rows[key][0].strip("`") for key in KEYS}
    for key, written in defaults.items():
        default = getattr(Config(), key.replace("-", "_"))
        plain = list(default) if isinstance(default, tuple) else default
        assert tomllib.loads(f"value = {written}")["value"] == plain


@LANGUAGES
def test_the_example_of_settings_holds_and_has_every_key(suffix: str, tmp_path: Path) -> None:
    blocks = fenced(_text(DOCS / f"configuration{suffix}"))
    (example,) = (block.text for block in blocks if block.language == "toml")
    path = tmp_path / "zhengming.toml"
    path.write_text(example, encoding="utf-8")
    assert load_config(path).given == {key.replace("-", "_") for key in KEYS}


@LANGUAGES
def test_every_reference_format_is_documented(suffix: str) -> None:
    rows = _rows(DOCS / f"references{suffix}")
    yes = ("yes", "是")
    for form in FORMATS:
        _, files, read, written = rows[form.name]
        assert tuple(re.findall(r"`([^`]+)`", files)) == form.suffixes
        assert read in yes
        assert (written in yes) == (form.write is not None)
