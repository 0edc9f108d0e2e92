"""What the tests of the page share: a Chromium of the system, and pages in it that may neither fail nor fetch.

Without playwright or Chromium they skip; `.ci/run` installs both and lets none of them skip.
"""

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from newsfacts.record import Record
from newsfacts.view import report

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
ARGUMENTS = [
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]
Show = Callable[..., Any]
"""Takes records, their texts, and what a browser's context takes; gives the page, opened and ready."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Give a Chromium."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    executable = next(filter(None, map(shutil.which, NAMES)), None)
    if executable is None:
        pytest.skip("no Chromium is installed")
    with playwright.sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=executable, args=ARGUMENTS)
        yield found
        found.close()


@pytest.fixture
def show(browser: Any, tmp_path: Path) -> Iterator[Show]:
    """Give what shows records; afterwards no page may have failed, complained or asked for another file."""
    contexts: list[Any] = []
    faults: list[str] = []

    def opened(records: Sequence[Record], texts: Mapping[str, str] | None = None, **chosen: Any) -> Any:
        path = tmp_path / "report.html"
        path.write_text(report(records, texts, "Report").html, "utf-8", newline="\n")
        contexts.append(browser.new_context(**({"viewport": {"width": 1280, "height": 800}} | chosen)))
        page = contexts[-1].new_page()
        page.on("pageerror", lambda error: faults.append(f"error: {error}"))
        page.on("console", lambda message: faults.append(f"console: {message.text}"))
        page.on("request", lambda asked: faults.append(asked.url) if asked.url != path.as_uri() else None)
        page.goto(path.as_uri())
        page.wait_for_selector("html[data-ready]")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert [fault for fault in faults if not fault.startswith("blob:")] == []
