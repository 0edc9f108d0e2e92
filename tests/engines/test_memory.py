"""Memory does not grow with the corpus: twenty times the articles, the same peak."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("resource", reason="needs POSIX resource usage")

SCRIPT = """
import resource, sys
import doubles
from newsfacts.engines.run import Job, Summary, run
if __name__ == "__main__":
    summary = Summary()
    run(Job(inputs=[sys.argv[1]], load=doubles.load, output=sys.argv[2], jobs=2), lambda done: None, summary)
    peaks = [resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print(summary.articles, summary.failed, *peaks)
"""


def peaks(folder: Path, number: int) -> list[int]:
    with open(folder / "in.jsonl", "w") as file:
        for place in range(number):
            text = f"Police held {place} men. " + f"They lived in {place % 7} streets of the town. " * 20
            file.write(json.dumps({"article_id": f"article-{place}", "text": text}) + "\n")
    (folder / "go.py").write_text(SCRIPT)
    here = Path(__file__).parent.parent
    command = [sys.executable, str(folder / "go.py"), str(folder / "in.jsonl"), str(folder / "out.jsonl")]
    paths = f"{here}:{here.parent / 'src'}"
    shown = subprocess.run(command, check=True, capture_output=True, text=True, env={"PYTHONPATH": paths}).stdout
    articles, failed, *found = map(int, shown.split())
    assert (articles, failed) == (number, 0)
    return found


def test_parent_and_workers_need_no_more_for_twenty_times_the_articles(tmp_path: Path) -> None:
    few, many = peaks(tmp_path, 300), peaks(tmp_path, 6_000)
    assert all(large < small * 1.1 for small, large in zip(few, many, strict=True)), (few, many)
