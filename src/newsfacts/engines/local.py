"""Articles on this machine: in this process, or in a pool of processes."""

import gc
from collections.abc import Generator, Iterator
from itertools import chain, islice

from newsfacts.article import Article
from newsfacts.engines.pool import run_pool
from newsfacts.engines.work import RENEW_CHARS, Done, Load, finish, pass_on
from newsfacts.record import Failure
from newsfacts.sources import Unread

__all__ = ["run_local"]


def run_local(
    items: Iterator[Article | Unread | Failure], load: Load, *, jobs: int = 1, timeout: float | None = None
) -> Generator[Done]:
    """Finish articles in input order; failures among the items pass through in their place.

    A time limit needs a process that can be killed, so with one there is a pool even for one job. A lone article
    without a time limit is done in this process whatever `jobs` says: a pool would only start later.
    """
    first = list(islice(items, 2))
    items = chain(first, items)
    if timeout is None and (jobs == 1 or len(first) < 2):
        return _here(items, load)
    return run_pool(items, load, jobs, timeout)


def _here(items: Iterator[Article | Unread | Failure], load: Load) -> Generator[Done]:
    extractor, chars = None, 0
    for item in items:
        if isinstance(item, Failure):
            yield pass_on(item)
            continue
        if extractor is None or chars > RENEW_CHARS:
            extractor, chars = None, 0
            gc.collect()  # its parts refer to each other; the old one goes before the new one comes
            extractor = load()
        chars += item.size
        yield finish(extractor, item)
