"""The page for everybody: axe-core finds nothing to complain of (WCAG 2.2 A and AA), light, dark and on a phone."""

from pathlib import Path
from typing import Any

import pytest
from view.conftest import Show
from view.samples import TEXT, ordinary

from newsfacts.view import report

SIGHTS = {
    "list": "0",
    "overview": "openOverview(); document.querySelectorAll('.chart details').forEach((one) => { one.open = true; })",
    "corrected": "openArticle(0); byId('filters').open = true; activate('fact', things.fact[0].id); decide('reject')",
    "person": "openArticle(0); activate('person', 'p0'); decide('accept')",
    "event": "activate('event', 'e0')",
    "form": "openForm(things.fact[0])",
    "help": "openHelp()",
    "corrections": "openCorrections()",
}
"""What is done one after the other, and looked at each time."""
LOOKS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "phone": {"viewport": {"width": 360, "height": 740}},
}


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing(browser: Any, look: str, tmp_path: Path) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    (tmp_path / "report.html").write_text(report([ordinary(), ordinary("a2")], {"a1": TEXT}).html, "utf-8")
    page = browser.new_page(**({"viewport": {"width": 1280, "height": 800}} | LOOKS[look]))
    page.goto((tmp_path / "report.html").as_uri())
    page.wait_for_selector("html[data-ready]")
    found = {}
    for sight, code in SIGHTS.items():
        page.evaluate(code)
        results = axe.Axe().run(page)
        if results.violations_count:
            found[sight] = results.generate_report()
    page.close()
    assert found == {}


def test_axe_can_complain(show: Show) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    page = show([ordinary()], {"a1": TEXT})
    page.evaluate("document.querySelector('#words').removeAttribute('aria-label'); byId('words').placeholder = ''")
    page.evaluate("document.querySelector('#made').style.color = '#ccc'")
    assert axe.Axe().run(page).violations_count >= 2
