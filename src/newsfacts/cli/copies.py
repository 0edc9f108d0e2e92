"""`newsfacts copies`: which articles are near-copies of one story."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from newsfacts.cli.log import say
from newsfacts.cli.options import FILE, reading, reads
from newsfacts.cli.progress import messages

__all__ = ["command"]


@click.command("copies")
@reading
@click.option("-o", "--output", required=True, metavar="FILE", help="Write copies, or filled records, there.")
@click.option("--records", type=FILE, help="Records of the same articles: write them with copy_of filled instead.")
@click.option(
    "--similarity",
    type=click.FloatRange(0, 1, min_open=True),
    default=0.7,
    show_default=True,
    help="Share of the runs of four words that near-copies have in common.",
)
def command(output: str, records: Path | None, similarity: float, **given: Any) -> None:
    """Find near-copies among the articles of INPUT… and write one JSON line a copy.

    INPUT is what extract takes, in the same order. A copy names the first article of its story. With --records, the
    records of these articles are written with `copy_of` filled; tables made of them have it as a column.
    """
    with messages():
        from newsfacts.article import Article
        from newsfacts.engines.copies import Copy, filled, line, near_copies
        from newsfacts.engines.files import LineFile, clear
        from newsfacts.sources import read

        number = {"articles": 0, "copies": 0}

        def articles() -> Iterator[Article]:
            for item in read(given["inputs"], reads(given)):
                if isinstance(item, Article):
                    number["articles"] += 1
                    yield item

        def copies() -> Iterator[Copy]:
            for copy in near_copies(articles(), similarity):
                number["copies"] += 1
                yield copy

        clear(output)
        with LineFile(output) as lines:
            for text in filled(records, copies()) if records else map(line, copies()):
                lines.write(text)
            lines.publish()
        say(f"{number['copies']:,} of {number['articles']:,} articles are near-copies")
