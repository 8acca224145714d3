"""Shared fixtures: where the measured material lies, when it is there."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from zhengming.errors import ZhengmingError
from zhengming.messages import Message

# A busy machine is no failure: properties have no deadline, and may be slow to make their data.
settings.register_profile("zhengming", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("zhengming")

REPOSITORY = Path(__file__).resolve().parent.parent


def _shared_directory() -> Path:
    return Path(os.environ.get("ZHENGMING_SHARED", REPOSITORY.parent / "shared"))


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep derived data of tests out of the user's cache directory."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ZHENGMING_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def shared() -> Path:
    """The directory of real drafts and conformance suites beside the checkout."""
    directory = _shared_directory()
    if not directory.is_dir():
        assert "ZHENGMING_REQUIRE_SHARED" not in os.environ, f"{directory} must be there"
        pytest.skip(f"the shared material is not at {directory} (set ZHENGMING_SHARED)")
    return directory


def assert_bilingual(error: ZhengmingError) -> None:
    """Both languages say something, with the same numbers; what reads alike in both may."""
    for text in (error.message, error.hint):
        if text is None:
            continue
        assert isinstance(text, Message)
        assert text.en.strip(), error
        assert text.zh.strip(), error
        if text.en != text.zh:
            assert re.search("[\u3400-\u9fff]", text.zh), text
            assert {*re.findall(r"\d+", text.en)} <= {*re.findall(r"\d+", text.zh)}, text


@pytest.fixture(scope="session", autouse=True)
def _errors_are_bilingual() -> Iterator[None]:
    """Look at every error that any test makes."""
    made = ZhengmingError.__init__

    def make(error: ZhengmingError, *args: Any, **kwargs: Any) -> None:
        made(error, *args, **kwargs)
        assert_bilingual(error)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ZhengmingError, "__init__", make)
        yield
