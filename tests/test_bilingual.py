"""What is said to the editor is said in English and in Chinese, with the same facts.

That every error has both is for mypy to see; whether the two agree is looked at here: in the code,
where each sentence names its values, and in every error that any test makes (``conftest.py``).
"""

from __future__ import annotations

import ast
import pickle
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from zhengming.cli import run
from zhengming.errors import UsageError, ZhengmingError
from zhengming.messages import Message, same

from .conftest import assert_bilingual

SOURCE = Path(__file__).parent.parent / "src"
HAN = re.compile("[\u3400-\u9fff]")
WORDS = re.compile(r"(?<!@)\b[A-Za-z]{2}")
# Findings have words of their own for many values; their examples are tested beside their rules.
FINDINGS = ("rules", "lint", "duplicates.py")


def _sentences() -> Iterator[tuple[str, ast.expr, ast.expr]]:
    for path in sorted(SOURCE.rglob("*.py")):
        in_glossary = "glossary" in path.parts
        if not in_glossary and any(part in FINDINGS for part in path.parts):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(ast.Name("Message" | "Told"), [english, chinese]):
                    yield f"{path.name}:{node.lineno}", english, chinese


def _literal(text: ast.expr) -> str:
    constants = (node.value for node in ast.walk(text) if isinstance(node, ast.Constant))
    return "".join(value for value in constants if isinstance(value, str))


def _values(text: ast.expr) -> set[str]:
    """The names in the braces of an f-string; a text that is no literal names itself."""
    if isinstance(text, ast.Name):
        return {text.id}
    braces = (node.value for node in ast.walk(text) if isinstance(node, ast.FormattedValue))
    return {node.id for value in braces for node in ast.walk(value) if isinstance(node, ast.Name)}


def test_the_two_sentences_name_the_same_values() -> None:
    sentences = list(_sentences())
    assert len(sentences) > 400
    for place, english, chinese in sentences:
        assert _values(english) == _values(chinese), place
        assert HAN.search(_literal(chinese)) or not WORDS.search(_literal(english)), place


def test_an_error_that_lacks_a_value_in_chinese_is_seen() -> None:
    with pytest.raises(AssertionError):
        assert_bilingual(ZhengmingError(Message("line 12 is empty", "此行为空")))
    with pytest.raises(AssertionError):
        ZhengmingError(Message("line 12 is empty", "line 12 is empty!"))
    ZhengmingError(same("line 12 is empty"))


def test_an_error_crosses_processes_with_both() -> None:
    error = UsageError(
        Message("no name", "没有名称"), path="a.md", line=3, hint=Message("give one", "请给出")
    )
    copy = pickle.loads(pickle.dumps(error))
    assert (copy.message, copy.hint, copy.place) == (error.message, error.hint, "a.md:3")
    assert str(copy) == "a.md:3: no name\nhint: give one"


@pytest.mark.parametrize(
    ("arguments", "locale", "told"),
    [
        (["check", "none.md"], "zh_CN.UTF-8", "none.md: 错误：没有这个文件或文件夹"),
        (["check", "none.md", "--lang", "en"], "zh_CN.UTF-8", "none.md: error: no such file"),
        (["check", "none.md", "--lang", "zh"], "C", "none.md: 错误：没有这个文件或文件夹"),
        # The last run's choice is not this one's.
        (["terms", "none.md"], "C", "none.md: error: no such file"),
        # Told while options are read, before the command runs.
        (["check", "--update-baseline", "--lang", "zh"], "C", "错误：没有指定基线文件"),
        (
            ["glossary", "list", "--lang", "zh-CN", "--glossary", "no"],
            "C",
            "no: error: no such file",
        ),
    ],
)
def test_errors_speak_the_language_of_the_run(
    arguments: list[str],
    locale: str,
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ZHENGMING_LANG", raising=False)
    monkeypatch.setenv("LC_ALL", locale)
    assert run(arguments) == 2
    assert capsys.readouterr().err.startswith(told)
