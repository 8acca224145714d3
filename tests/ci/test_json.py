"""The JSON contract: real output is what the schemas say, and the schemas say all of it."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.conftest import REPOSITORY
from zhengming.cli import run
from zhengming.glossary.model import KINDS, STATUSES
from zhengming.messages import SEVERITIES

SCHEMAS = REPOSITORY / "docs" / "schemas"
DRAFTS = {
    "names.md": "😀劳拉\n替尼、瑞齐替尼与**恩沙**替尼、恩曲替尼；PROFILE1014、ＮＳＣＬＣ，药物有效,但会耐药。\n",
    "names.html": "<p>劳拉&#8203;替尼 &amp; ROS-1 [1], [3]</p>\n",
    "clean.txt": "没有问题。\n",
}
REFERENCES = "@article{li2020,\n  author = {Li, Ming},\n  title = {A trial},\n  year = {2020}\n}\n"


def _schema(name: str) -> dict[str, Any]:
    """The schema, closed: what it does not name may not be there."""
    schema = json.loads((SCHEMAS / f"{name}.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    _close(schema)
    return schema


def _close(node: Any) -> None:
    if isinstance(node, list):
        for item in node:
            _close(item)
    elif isinstance(node, dict):
        if node.get("type") == "object":
            node["additionalProperties"] = False
        for value in list(node.values()):
            _close(value)


@pytest.fixture
def output(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> Any:
    """``output("check", …)``: what the command prints as JSON, with drafts to work on."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "drafts").mkdir()
    for name, text in DRAFTS.items():
        (tmp_path / "drafts" / name).write_bytes(text.encode())
    (tmp_path / "refs.bib").write_bytes(REFERENCES.encode())

    def print_json(*arguments: str) -> Any:
        run([*arguments, "--output-format", "json"])
        return json.loads(capfdbinary.readouterr().out)

    return print_json


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_check(output: Any, lang: str) -> None:
    data = output("check", "drafts", "--select", "ALL", "--lang", lang)
    jsonschema.validate(data, _schema("check"))
    assert {f["fix"]["safety"] for f in data["findings"] if f["fix"]} == {"safe", "unsafe"}
    assert any(f["fix"] is None for f in data["findings"])
    jsonschema.validate(output("check", "drafts/clean.txt"), _schema("check"))


def test_offsets_index_the_decoded_text(output: Any) -> None:
    for finding in output("check", "drafts", "--select", "TERM001")["findings"]:
        text = DRAFTS[Path(finding["path"]).name]
        assert text[finding["start"]] == "劳"
        assert text[: finding["end"]].endswith("尼")


def test_terms(output: Any) -> None:
    data = output("terms", "drafts")
    jsonschema.validate(data, _schema("terms"))
    assert any("or" in mention for mention in data["mentions"])
    assert all(
        DRAFTS[Path(m["path"]).name][m["start"] : m["end"]] == m["surface"]
        for m in data["mentions"]
    )


def test_bib(output: Any) -> None:
    data = output("bib", "--refs", "refs.bib")
    jsonschema.validate(data, _schema("bib"))
    assert [entry["id"] for entry in data["entries"]] == ["li2020"]


def test_schemas_list_every_choice() -> None:
    mention = _schema("terms")["$defs"]["mention"]["properties"]
    assert mention["kind"]["enum"] == [*KINDS]
    assert mention["status"]["enum"] == [*STATUSES]
    assert _schema("check")["$defs"]["finding"]["properties"]["severity"]["enum"] == [*SEVERITIES]


@pytest.mark.parametrize("page", ["json.md", "json.zh-CN.md"])
def test_the_pages_show_real_output(page: str) -> None:
    text = (REPOSITORY / "docs" / page).read_text("utf-8")
    (example,) = re.findall(r"^```json\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    jsonschema.validate(json.loads(example), _schema("check"))
    case = REPOSITORY / "tests" / "cases" / "check" / "json.toml"
    assert json.loads(example) == json.loads(tomllib.loads(case.read_text("utf-8"))["stdout"])
