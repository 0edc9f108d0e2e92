"""Break the input and the run in every way we know, and see that nothing is lost and the bytes stay the same.

    python bench/chaos.py [--lines N] [--times N] [--jobs N] [--way NAME]... [--json FILE]

N lines (default 10,000) are made, every tenth broken in one of the ways of `bench/broken.py`. A first run says what is
right: every line has to be accounted for once, by a record or by a failure, in order. Then the same run is cut short,
`--times` times each (default 10): by SIGKILL to a worker, by SIGKILL to the parent, by Ctrl-C (the last time ten in a
row), by a full disk, by a folder that is read-only; it goes on with --resume and has to end with the bytes of the first
run, in records, failures, manifest and tables. Where this machine lets us mount a small disk (root on Linux), that one
is filled and made read-only; elsewhere the largest file is limited, and the folder's permissions are taken away. The
table is printed; exit code 1 where anything differs. `--way` tries only the ways that are named.
"""

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from broken import NAME, WAYS, Account, account, write_lines

MEGABYTES = 0.1
"""Longest article of these runs, so that too long a one need not be long."""
TRIES = 5
"""Runs that may end before they can be cut short."""
SLOW = 600.0
"""Seconds after which a run that neither ends nor gets on is given up."""


@dataclass(frozen=True)
class Trial:
    """Hold what all runs share."""

    scratch: Path
    jobs: int
    times: int
    size: int = 0
    """Bytes of the records of a whole run."""
    under_way: "list[subprocess.Popen[bytes]]" = field(default_factory=list)
    """Runs that were begun."""

    def start(self, folder: Path, *more: str, most: int | None = None) -> "subprocess.Popen[bytes]":
        """Begin a run; `most` is the largest file that the system lets it write, in bytes."""
        command = [sys.executable, "-m", "newsfacts.cli", "extract", str(self.scratch / NAME)]
        command += ["-o", str(folder / "out.jsonl"), "--tables", str(folder / "tables"), "--tables-format", "csv"]
        command += ["--jobs", str(self.jobs), "--max-article-mb", str(MEGABYTES), *more]

        if most is not None:  # in blocks of 512 bytes
            command = ["sh", "-c", f'ulimit -f {most // 512} && exec "$@"', "sh", *command]
        with open(self.scratch / "stderr", "wb") as errors:
            process = subprocess.Popen(command, stderr=errors, start_new_session=True)
        self.under_way.append(process)
        return process

    def stop(self) -> None:
        """End what an error left running, so that a disk it writes to can go."""
        for process in self.under_way:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
        self.under_way.clear()

    def said(self) -> str:
        """Give what the last run said."""
        return (self.scratch / "stderr").read_text("utf-8", "replace").strip()

    def end(self, folder: Path, *more: str) -> None:
        """Run to the end; there are failures, so the exit code of a run that went well is 1."""
        code = self.start(folder, *more).wait(SLOW)
        if code != 1:
            raise ChaosError(f"a run that should have ended well gave exit code {code}: {self.said()}")

    def points(self) -> list[int]:
        """Spread cuts evenly over the bytes of the records."""
        return [self.size * (turn + 1) // (self.times + 1) for turn in range(self.times)]


class ChaosError(Exception):
    """Say that a run did what it may not do."""


class TooLateError(Exception):
    """Say that a run ended before it could be cut short; it is to be tried again."""


def reach(process: "subprocess.Popen[bytes]", folder: Path, size: int) -> None:
    """Wait until the records of a run have so many bytes.

    Raises:  TooLateError where it ended before.
    """
    unfinished, patience = folder / "out.jsonl.partial", time.monotonic() + SLOW
    while process.poll() is None:
        try:
            if unfinished.stat().st_size >= size:
                return
        except FileNotFoundError:
            pass
        if time.monotonic() > patience:
            process.kill()
            raise ChaosError(f"a run did not get to {size:,} bytes in {SLOW:g} seconds")
        time.sleep(0.001)
    raise TooLateError


def hold(process: "subprocess.Popen[bytes]") -> list[int]:
    """Have the parent stand still and list its workers, which are then sure to be there.

    Raises:  TooLateError where there are none any more.
    """
    process.send_signal(signal.SIGSTOP)
    shown = subprocess.run(["ps", "-wweo", "pid=,ppid=,args="], check=True, capture_output=True, text=True).stdout
    rows = (line.split(None, 2) for line in shown.splitlines())
    found = sorted(int(pid) for pid, above, args in rows if int(above) == process.pid and "spawn_main" in args)
    if not found:
        process.send_signal(signal.SIGCONT)
        process.wait(SLOW)
        raise TooLateError
    return found


def kill_workers(trial: Trial, folder: Path) -> int:
    """Kill a worker at every point; the run has to go on by itself."""
    process, killed = trial.start(folder), 0
    for turn, point in enumerate(trial.points()):
        reach(process, folder, point)
        there = hold(process)
        os.kill(there[turn % len(there)], signal.SIGKILL)
        process.send_signal(signal.SIGCONT)
        killed += 1
    if process.wait(SLOW) != 1:
        raise ChaosError(f"the run did not outlive its workers: {trial.said()}")
    return killed


def kill_parent(trial: Trial, folder: Path) -> int:
    """Kill the parent at every point and go on; no worker may outlive it."""

    def cut(process: "subprocess.Popen[bytes]") -> None:
        there = hold(process)
        process.kill()
        process.wait()
        patience = time.monotonic() + 30
        while any(os.path.exists(f"/proc/{worker}") for worker in there):
            if time.monotonic() > patience:
                raise ChaosError("workers outlived their parent by 30 seconds")
            time.sleep(0.01)

    return _cut_and_go_on(trial, folder, cut)


def interrupt(trial: Trial, folder: Path) -> int:
    """Press Ctrl-C at every point and go on; the last time ten times in a row."""
    turns = iter(range(1, trial.times + 1))

    def cut(process: "subprocess.Popen[bytes]") -> None:
        for _ in range(10 if next(turns) == trial.times else 1):
            os.killpg(process.pid, signal.SIGINT)
            time.sleep(0.005)
        if process.wait(SLOW) != 130 or "Traceback" in trial.said():
            raise ChaosError(f"Ctrl-C gave exit code {process.returncode}: {trial.said()}")

    return _cut_and_go_on(trial, folder, cut)


def _cut_and_go_on(trial: Trial, folder: Path, cut: Callable[["subprocess.Popen[bytes]"], None]) -> int:
    done = 0
    for point in trial.points():
        process = trial.start(folder, *(["--resume"] if done else []))
        reach(process, folder, point)
        cut(process)
        done += 1
    trial.end(folder, "--resume")
    return done


def fill_disk(trial: Trial, folder: Path) -> int:
    """Let the disk be full half way, make room, go on."""
    with _mounted(trial, folder, f"size={trial.size // 1024}k") as mounted:
        most = None if mounted else trial.size // 2
        code = trial.start(folder, most=most).wait(SLOW)
        if code != 2 or "--resume" not in trial.said() or (folder / "out.jsonl").exists():
            raise ChaosError(f"a full disk gave exit code {code}: {trial.said()}")
        if mounted:
            _mount("remount,size=4g", folder)
        trial.end(folder, "--resume")
        _take_out(folder, mounted)
    return 1


def forbid_writing(trial: Trial, folder: Path) -> int:
    """Make the folder read-only before the run, and again when it is half done."""
    with _mounted(trial, folder, "size=4g") as mounted:
        _refused(trial, folder, mounted)
        process = trial.start(folder)
        reach(process, folder, trial.size // 2)
        process.send_signal(signal.SIGINT)
        process.wait(SLOW)
        _refused(trial, folder, mounted, "--resume")
        trial.end(folder, "--resume")
        _take_out(folder, mounted)
    return 2


def _refused(trial: Trial, folder: Path, mounted: bool, *more: str) -> None:
    before = sorted(os.listdir(folder))
    _mount("remount,ro", folder) if mounted else folder.chmod(0o555)
    code = trial.start(folder, *more).wait(SLOW)
    _mount("remount,rw", folder) if mounted else folder.chmod(0o755)
    if code != 2 or "cannot be written" not in trial.said() or sorted(os.listdir(folder)) != before:
        raise ChaosError(f"a read-only folder gave exit code {code}: {trial.said()}")


@contextmanager
def _mounted(trial: Trial, folder: Path, options: str) -> Iterator[bool]:
    """Have a disk of its own under a folder, where this machine allows it; what still runs there is ended first."""
    mounted = sys.platform == "linux" and os.geteuid() == 0 and _mount(options, folder)
    try:
        yield mounted
    finally:
        trial.stop()
        if mounted:
            subprocess.run(["umount", str(folder)], check=False)


def _mount(options: str, folder: Path) -> bool:
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


def _take_out(folder: Path, mounted: bool) -> None:
    """Copy what a mounted disk holds beside it, as it vanishes with the disk."""
    if mounted:
        shutil.copytree(folder, folder.with_name(f"{folder.name}-kept"))


WAYS_TO_CUT: Mapping[str, Callable[[Trial, Path], int]] = {
    "kill -9 of a worker": kill_workers,
    "kill -9 of the parent": kill_parent,
    "Ctrl-C": interrupt,
    "full disk": fill_disk,
    "read-only folder": forbid_writing,
}
"""What is done to a run."""


def main() -> None:
    """Do everything, print the tables, write JSON where asked."""
    options = _options()
    with tempfile.TemporaryDirectory() as scratch:
        report = chaos(Trial(Path(scratch), options.jobs, options.times), options.lines, options.way or WAYS_TO_CUT)
    if options.json:
        Path(options.json).write_text(json.dumps(report, indent=2) + "\n")
    sys.exit(0 if report["right"] else 1)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--lines", type=int, default=10_000)
    parser.add_argument("--times", type=int, default=10, help="how often a run is cut short in one way (default 10)")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--way", action="append", choices=list(WAYS_TO_CUT), help="only this way; may be given again")
    parser.add_argument("--json", metavar="FILE")
    return parser.parse_args()


def chaos(trial: Trial, lines: int, ways: Iterable[str] = tuple(WAYS_TO_CUT)) -> dict[str, Any]:
    """Make the lines, run them unbroken, then in every way to cut; print as it goes."""
    write_lines(trial.scratch / NAME, lines)
    whole = trial.scratch / "whole"
    whole.mkdir()
    began = time.monotonic()
    trial.end(whole)
    found, right = account(whole, lines), results(whole)
    _print_account(found, lines)
    trial = replace(trial, size=len(right["out.jsonl"]))
    with _mounted(trial, whole, "size=1m") as mounted:
        print(f"\na disk to be filled and made read-only: {'mounted' if mounted else 'none, so limits'}", end="")
    print(f"\n{'cut short by':24}{'times':>7}{'seconds':>9}  ended with the bytes of the unbroken run", flush=True)
    print(f"{'nothing':24}{0:7}{time.monotonic() - began:9.1f}  it is that run", flush=True)
    cuts = {name: _try(name, WAYS_TO_CUT[name], trial, right) for name in ways}
    fine = not found.lost and not found.spare and all(cut["same"] for cut in cuts.values())
    return {
        "lines": lines,
        "ways": {name: [found.records[name], found.failures[name]] for name in ["", *WAYS]},
        "lost": found.lost,
        "spare": found.spare,
        "cuts": cuts,
        "right": fine,
    }


def _try(
    name: str, cut: Callable[[Trial, Path], int], trial: Trial, right: Mapping[str, bytes]
) -> dict[str, int | bool]:
    began, times, why = time.monotonic(), 0, ""
    try:
        times, folder = _cut_in_time(name, cut, trial)
        kept = folder.with_name(f"{folder.name}-kept")
        got = results(kept if kept.exists() else folder)
        why = ", ".join(file for file in sorted({*got, *right}) if got.get(file) != right.get(file))
    except ChaosError as error:
        why = str(error)
        trial.stop()
    seconds = time.monotonic() - began
    print(f"{name:24}{times:7}{seconds:9.1f}  {f'NO: {why}' if why else 'yes'}", flush=True)
    return {"times": times, "same": not why}


def _cut_in_time(name: str, cut: Callable[[Trial, Path], int], trial: Trial) -> tuple[int, Path]:
    """Cut a run short; begin anew, a few times, where a short run ended too soon for that."""
    for attempt in range(TRIES):
        folder = trial.scratch / f"{name.replace(' ', '_')}-{attempt}"
        folder.mkdir()
        try:
            return cut(trial, folder), folder
        except TooLateError:
            continue
    raise ChaosError(f"{TRIES} runs ended before they could be cut short; expected more --lines")


def results(folder: Path) -> dict[str, bytes]:
    """Read all results of a run: records, failures, manifest and tables."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def _print_account(found: Account, lines: int) -> None:
    print(f"{'line':24}{'records':>9}{'failures':>10}")
    for name in ["", *WAYS]:
        if found.records[name] or found.failures[name]:
            print(f"{name or 'sound':24}{found.records[name]:9,}{found.failures[name]:10,}")
    once = lines - len(found.lost)
    print(f"{once:,} of {lines:,} lines accounted for once; {found.spare} records or failures too many", flush=True)
    if found.lost:
        print(f"lost: {found.lost[:20]}")


if __name__ == "__main__":
    main()
