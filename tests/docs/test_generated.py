"""The pages that are made from the program are those that the program makes now."""

from __future__ import annotations

import pytest

from .write import DOCS, PAGES


@pytest.mark.parametrize("name", PAGES)
def test_a_generated_page_is_up_to_date(name: str) -> None:
    written = (DOCS / name).read_text(encoding="utf-8")
    assert written == PAGES[name](), "write it anew: python -m tests.docs.write"
