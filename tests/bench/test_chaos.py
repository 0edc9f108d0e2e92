"""Breaking lines and runs, small: every line is accounted for once, and cut runs end with the same bytes."""

import json
import subprocess
import sys
from pathlib import Path

BENCH = Path(__file__).parent.parent.parent / "bench" / "chaos.py"


def test_two_hundred_lines_and_one_cut_each_way(tmp_path: Path) -> None:
    small = ["--lines", "200", "--times", "1", "--json", str(tmp_path / "out.json")]
    done = subprocess.run([sys.executable, str(BENCH), *small], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    report = json.loads((tmp_path / "out.json").read_text())
    assert (report["lost"], report["spare"]) == ([], 0)
    assert report["ways"][""] == [180, 0]
    assert sum(map(sum, report["ways"].values())) == 200
    assert len(report["cuts"]) == 5
    assert all(cut["same"] and cut["times"] for cut in report["cuts"].values())


def test_the_account_notices_what_is_lost_and_what_is_too_much(tmp_path: Path) -> None:
    sys.path.insert(0, str(BENCH.parent))
    try:
        from broken import NAME, WAYS, account, write_lines
    finally:
        sys.path.remove(str(BENCH.parent))
    write_lines(tmp_path / NAME, 30)
    assert len((tmp_path / NAME).read_bytes().splitlines()) == 30
    assert len(WAYS) >= 25
    ids = [f"a{number}" for number in range(30) if number % 10 != 9]
    for records, lost, spare in ((ids, [], 0), (ids[:5] + ids[6:], [6], 0), ([*ids, "a3"], [], 1)):
        (tmp_path / "out.jsonl").write_text("".join(json.dumps({"article_id": one}) + "\n" for one in records))
        failures = [f"{NAME}:{number}" for number in (10, 20, 30)]
        (tmp_path / "out.failures.jsonl").write_text(
            "".join(json.dumps({"article_id": one}) + "\n" for one in failures)
        )
        found = account(tmp_path, 30)
        assert (found.lost, found.spare) == (lost, spare)
