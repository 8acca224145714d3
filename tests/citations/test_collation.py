"""The order of sorted lists."""

from __future__ import annotations

from pathlib import Path

import pytest

from zhengming.citations.collation import Collation
from zhengming.csl.house import House, HouseError
from zhengming.errors import ZhengmingError

NAMES = ["曾国藩", "Smith", "仇和", "张三丰", "Ålesund", "解缙", "张三", "单雄信", "Zhang"]


def ordered(collation: Collation) -> list[str]:
    return sorted(NAMES, key=lambda name: collation(name, "zh-CN"))


def test_surnames_sort_by_their_own_reading() -> None:
    chinese = ["仇和", "单雄信", "解缙", "曾国藩", "张三", "张三丰"]  # Qiu Shan Xie Zeng Zhang
    assert ordered(Collation()) == [*chinese, "Ålesund", "Smith", "Zhang"]


def test_chinese_can_stand_last() -> None:
    assert ordered(Collation.of("last", "pinyin"))[:3] == ["Ålesund", "Smith", "Zhang"]


def test_a_table_orders_characters_and_what_it_lacks_comes_last(tmp_path: Path) -> None:
    table = tmp_path / "strokes.txt"
    table.write_text("3 三\n4 丰仇\n7 张\n8 和单\n12 曾\n", "utf-8")
    assert ordered(Collation.of("first", str(table)))[:6] == [
        "仇和",
        "张三",
        "张三丰",
        "单雄信",
        "曾国藩",
        "解缙",
    ]


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00", b"no characters here"])
def test_a_table_that_is_none_is_told(tmp_path: Path, content: bytes | None) -> None:
    table = tmp_path / "strokes.txt"
    if content is not None:
        table.write_bytes(content)
    with pytest.raises(ZhengmingError, match="table"):
        Collation.of("first", str(table))


def test_strokes_are_refused_with_a_reason() -> None:
    with pytest.raises(HouseError, match="no free table"):
        House.read({"chinese-order": "stroke"})
