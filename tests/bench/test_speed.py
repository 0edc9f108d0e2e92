"""The measurement runs, measures every contestant and writes what it prints."""

import json
import subprocess
import sys
from pathlib import Path

BENCH = Path(__file__).parent.parent.parent / "bench" / "speed.py"


def test_a_small_measurement_gives_every_figure(tmp_path: Path) -> None:
    small = ["--words", "600", "--rounds", "1", "--longest", "20000", "--json", str(tmp_path / "out.json")]
    shown = subprocess.run([sys.executable, str(BENCH), *small], check=True, capture_output=True, text=True).stdout
    report = json.loads((tmp_path / "out.json").read_text())
    assert report["words_per_second"].keys() >= {"stock spaCy", "newsfacts", "newsfacts x2"}
    assert all(speed > 0 for speed in report["words_per_second"].values())
    assert all(peak > 50 for peak in report["peak_mib"].values())
    assert list(report["length"]) == ["200 characters", "2,000 characters", "20,000 characters"]
    assert "first record of a one-article run" in shown
