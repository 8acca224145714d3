from __future__ import annotations

from pathlib import Path

import pytest

from zhengming.errors import ZhengmingError
from zhengming.glossary import cached
from zhengming.glossary.load import LoadedGlossary, load_glossary

from .conftest import SMALL, SOURCES


@pytest.fixture
def layer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ZHENGMING_CACHE_DIR", str(tmp_path / "cache"))
    directory = tmp_path / "glossary"
    directory.mkdir()
    (directory / "sources.yaml").write_text(SOURCES, encoding="utf-8")
    (directory / "terms.yaml").write_text(SMALL, encoding="utf-8")
    return directory


def _finds(names: LoadedGlossary) -> list[str]:
    return [m.sense.concept.id for m in names.matcher.find("劳拉替尼与 PROFILE-1014、洛普替尼")]


def _no_loading(*_: object, **__: object) -> LoadedGlossary:
    raise AssertionError("loaded again")


def test_the_second_time_nothing_is_parsed(layer: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = cached.load_cached([layer])
    monkeypatch.setattr("zhengming.glossary.load.load_glossary", _no_loading)
    second = cached.load_cached([layer])
    assert second.glossary == first.glossary
    assert _finds(second) == _finds(first) == ["lorlatinib", "profile-1014"]


def test_a_change_is_seen_at_once(layer: Path) -> None:
    cached.load_cached([layer])
    terms = layer / "terms.yaml"
    terms.write_text(SMALL.replace("罗拉替尼", "洛普替尼"), encoding="utf-8")
    assert _finds(cached.load_cached([layer])) == ["lorlatinib", "profile-1014", "lorlatinib"]
    assert _finds(cached.load_cached([layer], disabled=["lorlatinib"])) == ["profile-1014"]


def test_a_glossary_that_breaks_is_an_error_despite_the_cache(layer: Path) -> None:
    cached.load_cached([layer])
    (layer / "terms.yaml").write_text("- id: [", encoding="utf-8")
    with pytest.raises(ZhengmingError, match="not readable as YAML"):
        cached.load_cached([layer])


def test_with_everything_disabled_nothing_is_left(layer: Path) -> None:
    ids = load_glossary([layer]).glossary.concepts
    for _ in range(2):
        names = cached.load_cached([layer], disabled=list(ids))
        assert _finds(names) == list(names.glossary.concepts) == []


def test_what_is_read_later_is_the_same(layer: Path) -> None:
    cached.load_cached([layer])
    later, first = cached.load_cached([layer]), load_glossary([layer])
    assert later.matcher.readings.keys() == first.matcher.readings.keys()
    for pattern, readings in first.matcher.readings.items():
        again = later.matcher.readings[pattern]
        assert [r and (r.concept, r.term) for r in again] == [
            r and (r.concept, r.term) for r in readings
        ]
        assert again is later.matcher.readings[pattern]
    assert dict(later.glossary.sources) == dict(first.glossary.sources)


@pytest.mark.parametrize("damage", ["", "cut", "noise", "a letter"])
def test_a_damaged_cache_is_made_anew(layer: Path, damage: str) -> None:
    wanted = _finds(cached.load_cached([layer]))
    (file,) = (layer.parent / "cache").iterdir()
    data = file.read_bytes()
    changed = {
        "": b"",
        "cut": data[:-100],
        "noise": data[:40] + b"?" * 100,
        "a letter": data.replace("劳拉替尼".encode(), "劳拉替泥".encode()),
    }[damage]
    assert changed != data
    file.write_bytes(changed)
    assert _finds(cached.load_cached([layer])) == wanted
    assert file.read_bytes() == data


def test_without_a_place_for_the_cache_it_works_all_the_same(
    layer: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = layer.parent / "file"
    blocked.write_text("", encoding="utf-8")
    monkeypatch.setenv("ZHENGMING_CACHE_DIR", str(blocked / "cache"))
    assert _finds(cached.load_cached([layer])) == _finds(load_glossary([layer]))
