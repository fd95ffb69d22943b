"""Debian's Chromium for the tests of this folder; where there is none they are skipped, but in CI they fail."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest

WIDTH, HEIGHT = 1280, 900


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A browser without windows."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("playwright")
    if chromium is None:
        missing("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser
        browser.close()


def missing(what: str) -> None:
    """Skips a test, or fails it in CI, where nothing may be left untried."""
    if os.environ.get("CI"):
        pytest.fail(f"needs {what}, which .ci/run installs")
    pytest.skip(f"needs {what}")
