"""Files are written whole or not at all, and one writer at a time."""

import os
from concurrent.futures import ThreadPoolExecutor

import pytest

from zhengming.errors import ZhengmingError
from zhengming.references import files


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "x.bib"
    path.write_bytes("\ufeff@misc{a}\r\n".encode())
    return path


def test_mark_and_line_ends_stay(path):
    assert files.rewrite(path, lambda text: text.replace("{a}", "{王}"))
    assert path.read_bytes() == "\ufeff@misc{王}\r\n".encode()
    assert not files.rewrite(path, lambda text: text)
    assert list(path.parent.iterdir()) == [path]


def test_writers_take_turns_and_nothing_is_lost(path):
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: files.rewrite(path, lambda text: f"{text}{n}\n"), range(40)))
    assert sorted(map(int, path.read_text("utf-8-sig").split()[1:])) == list(range(40))


def test_a_change_made_meanwhile_is_not_overwritten(path):
    def change(text):
        path.write_bytes(b"@misc{b}")
        return text + "x"

    with pytest.raises(ZhengmingError, match="changed while it was edited"):
        files.rewrite(path, change)
    assert path.read_bytes() == b"@misc{b}"
    assert list(path.parent.iterdir()) == [path]


def test_a_failing_change_leaves_the_file(path):
    before = path.read_bytes()
    with pytest.raises(ZeroDivisionError):
        files.rewrite(path, lambda text: str(1 // 0))
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_a_held_lock_is_told(path, monkeypatch):
    monkeypatch.setattr(files, "_PATIENCE", 0.0)
    (path.parent / ".x.bib.lock").touch()
    with pytest.raises(ZhengmingError, match="another program is writing"):
        files.rewrite(path, str.upper)


def test_an_old_lock_is_void(path):
    lock = path.parent / ".x.bib.lock"
    lock.touch()
    os.utime(lock, (0, 0))
    assert files.rewrite(path, lambda text: text + "\n")
