"""Ctrl-C ends a run in good order; more of them while it is being ended change nothing."""

import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

__all__ = ["one_interrupt"]

_PATIENCE = 5.0
"""Seconds for which a further SIGINT is ignored. Ending takes less; and where Python lost the first one, as it does
when it comes while a destructor runs, a later one must count."""


@contextmanager
def one_interrupt() -> Iterator[None]:
    """Raise KeyboardInterrupt for the first SIGINT inside and ignore those that follow at once.

    An impatient user presses Ctrl-C again while files are closed and workers are stopped; a second KeyboardInterrupt
    would cut that short. Once interrupted, SIGINT stays ignored when the block is left: the program is ending.
    Outside the main thread, where Python takes no signals, nothing is changed.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    last: list[float] = []

    def count(_number: int, _frame: FrameType | None) -> None:
        now = time.monotonic()
        if not last or now - last[0] > _PATIENCE:
            last[:] = [now]
            raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, count)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN if last else before)
