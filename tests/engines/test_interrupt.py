"""Ctrl-C, once or ten times, ends a run once."""

import os
import signal
import threading
import time

import pytest

from newsfacts.engines import interrupt
from newsfacts.engines.interrupt import one_interrupt


def press(times: int) -> None:
    for _ in range(times):
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(0.001)


@pytest.fixture(autouse=True)
def _as_before() -> object:
    """Have Ctrl-C mean to pytest what it meant."""
    before = signal.getsignal(signal.SIGINT)
    yield
    signal.signal(signal.SIGINT, before)


def test_what_follows_the_first_does_not_disturb_the_ending() -> None:
    ended = []

    def go() -> None:
        with one_interrupt():
            try:
                press(1)
            finally:
                press(9)
                ended.append(True)

    with pytest.raises(KeyboardInterrupt):
        go()
    press(3)
    assert ended


def test_a_later_one_counts_again_where_the_first_was_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(interrupt, "_PATIENCE", 0.0)
    with one_interrupt():
        for _ in range(2):
            with pytest.raises(KeyboardInterrupt):
                press(1)


def test_without_one_nothing_changes() -> None:
    before = signal.getsignal(signal.SIGINT)
    with one_interrupt():
        assert signal.getsignal(signal.SIGINT) is not before
    assert signal.getsignal(signal.SIGINT) is before


def test_a_thread_may_run_it() -> None:
    said = []

    def go() -> None:
        with one_interrupt():
            said.append(True)

    thread = threading.Thread(target=go)
    thread.start()
    thread.join()
    assert said
