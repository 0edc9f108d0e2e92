"""The measurement of growth tells a linear extractor from a quadratic one, and makes the texts it says."""

import importlib.util
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from newsfacts.article import Article

BENCH = Path(__file__).parent.parent.parent / "bench" / "growth.py"


def _module() -> Any:
    spec = importlib.util.spec_from_file_location("growth", BENCH)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["growth"] = module
    spec.loader.exec_module(module)
    return module


growth = _module()


class Busy:
    """Work so many seconds for a text of so many words."""

    def __init__(self, power: int) -> None:
        self._power = power

    def extract(self, article: Article) -> None:
        """Keep the processor busy."""
        seconds = (len(article.text.split()) / 1_000) ** self._power / 10
        end = time.process_time() + seconds
        while time.process_time() < end:
            pass


@pytest.mark.parametrize(("power", "least", "most"), [(1, 1.9, 2.2), (2, 3.5, 4.5)])
def test_the_ratios_are_those_of_the_work(power: int, least: float, most: float) -> None:
    found = growth.measure(Busy(power), growth.KINDS["plain"], words=500, rounds=1)
    assert all(least <= ratio <= most for ratio in found["ratios"])


@pytest.mark.parametrize("kind", growth.KINDS.values(), ids=list(growth.KINDS))
def test_a_longer_text_goes_on_where_a_shorter_one_ends(kind: Any) -> None:
    short, long = (growth.text(kind, words, seed=1) for words in (200, 400))
    assert long.startswith(short.removesuffix(kind.closing))
    assert growth.text(kind, 200, seed=1) == short != growth.text(kind, 200, seed=2)
    assert 200 <= len(short.split()) < 300


def test_names_hardly_ever_come_twice() -> None:
    names = growth.text(growth.KINDS["names in a list"], 4_000, seed=1).split(", ")
    assert len(set(names)) > 0.999 * len(names)


def test_a_small_measurement_gives_every_figure(tmp_path: Path) -> None:
    small = ["plain", "--words", "50", "--rounds", "1", "--limit", "9", "--json", str(tmp_path / "out.json")]
    subprocess.run([sys.executable, str(BENCH), *small], check=True, capture_output=True, text=True)
    found = json.loads((tmp_path / "out.json").read_text())["plain"]
    assert [len(found[name]) for name in ("words", "seconds", "ratios")] == [3, 3, 2]
