"""Whatever a glossary file holds, there is an answer or an error with its place: never a crash."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zhengming.errors import ZhengmingError
from zhengming.glossary.format import format_file
from zhengming.glossary.lint import lint
from zhengming.glossary.load import assemble, load_glossary

ENTRY: dict[str, Any] = {
    "id": "lorlatinib",
    "kind": "drug",
    "targets": ["ALK"],
    "terms": [
        {"text": "洛拉替尼", "lang": "zh-CN", "status": "preferred", "sources": ["label"]},
        {"text": "lorlatinib", "lang": "en", "status": "preferred", "type": "fullForm"},
        {"text": "LOR", "lang": "en", "status": "admitted", "setting": "dose"},
    ],
    "look_alikes": ["lorlatinib"],
    "except": ["氘代洛拉替尼"],
    "registry": ["NCT00000000"],
    "drugs": ["lorlatinib"],
    "phase": "1/2",
    "publication": {"doi": "10.1000/1", "pmid": "1"},
    "notes": "a note",
    "specs": [{"in": "洛拉替尼", "out": "洛拉替尼"}],
}
SOURCE = {"id": "label", "kind": "label", "title": "A label", "year": "2020", "where": "here"}
ODD: list[Any] = [
    "",
    "x",
    "\ue000",
    [],
    ["x"],
    [[]],
    [{}],
    {},
    {"x": "y"},
    {"text": ["x"]},
    None,
    7,
]


def _places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    items = value.items() if isinstance(value, dict) else enumerate(value)
    below = [
        place
        for key, inner in items
        if isinstance(inner, (dict, list))
        for place in _places(inner, (*path, key))
    ]
    keys = list(value) if isinstance(value, dict) else list(range(len(value)))
    return [*((*path, key) for key in keys), *below]


def _put(value: Any, path: tuple[Any, ...], new: Any) -> Any:
    if not path:
        return new
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = _put(value[path[0]], path[1:], new)
    return copy


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=1000
)  # OpenCC loads
@given(st.sampled_from(_places(ENTRY)), st.sampled_from(ODD))
def test_a_wrong_type_anywhere_is_an_error_with_a_hint_or_a_fault(
    tmp_path: Path, place: tuple[Any, ...], odd: Any
) -> None:
    entry = _put(ENTRY, place, odd)
    _write(tmp_path, [entry], [SOURCE])
    _answers(tmp_path)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(_places(SOURCE)), st.sampled_from(ODD))
def test_so_is_one_in_a_document(tmp_path: Path, place: tuple[Any, ...], odd: Any) -> None:
    _write(tmp_path, [ENTRY], [_put(SOURCE, place, odd)])
    _answers(tmp_path)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60) | st.text(alphabet="-: {}[]&*!|>#'\"ab\n", max_size=60))
def test_so_is_any_text_whatever(tmp_path: Path, text: str) -> None:
    (tmp_path / "sources.yaml").write_text("[]", encoding="utf-8")
    (tmp_path / "terms.yaml").write_bytes(text.encode("utf-8", "surrogatepass"))
    _answers(tmp_path)


def _write(directory: Path, entries: list[Any], sources: list[Any]) -> None:
    for name, data in (("terms.yaml", entries), ("sources.yaml", sources)):
        text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
        (directory / name).write_text(text, encoding="utf-8")


def _answers(directory: Path) -> None:
    path = directory / "terms.yaml"
    if error := _refusal(lambda: assemble([directory])):
        assert error.hint
        assert error.path
        return
    faults = lint(assemble([directory]))
    assert all(fault.hint and fault.place for fault in faults)
    error = _refusal(lambda: load_glossary([directory]))
    assert error is None or error.message in [fault.message for fault in faults]
    text = path.read_text(encoding="utf-8")
    if error := _refusal(lambda: format_file(text, str(path))):
        assert "a comment would be lost" in error.message.en or "cannot hold" in error.message.en
    else:
        formatted = format_file(text, str(path))
        assert format_file(formatted, str(path)) == formatted


def _refusal(call: Callable[[], object]) -> ZhengmingError | None:
    try:
        call()
    except ZhengmingError as error:
        return error
    return None


BOMB = "- &a [x, x]\n" + "".join(
    f"- &{b} [*{a}, *{a}]\n" for a, b in zip("abcdef", "bcdefg", strict=True)
)
TRICKS = {
    "bomb": (BOMB, 1, "anchors, aliases and tags"),
    "tag": ("- !!python/object/apply:os.system [x]\n", 1, "anchors, aliases and tags"),
    "merge": ("- a: &b {c: d}\n  <<: *b\n", 1, "anchors, aliases and tags"),
    "duplicate key": ("- id: a\n  kind: drug\n  id: b\n", 3, '"id" stands twice'),
    "second document": ("- id: a\n---\n- id: b\n", 2, "a second document begins here"),
    # A reader that counts depth stops on line 1; one that does not, at the end of the file.
    "deep": ("[" * 20_000, (1, 2), "not readable as YAML"),
    "control character": ("- id: \x07\n", 1, "a character that YAML does not allow"),
}


@pytest.mark.parametrize("name", TRICKS)
def test_tricks_of_yaml_are_refused(name: str, tmp_path: Path) -> None:
    text, line, message = TRICKS[name]
    (tmp_path / "terms.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ZhengmingError, match=message) as caught:
        load_glossary([tmp_path])
    assert caught.value.line in (line if isinstance(line, tuple) else (line, None))
    assert caught.value.hint
