"""`newsfacts read`: articles as extract reads them."""

import sys
from typing import Any

import click

from newsfacts.cli.log import amount, say
from newsfacts.cli.options import reading, reads
from newsfacts.cli.progress import messages, tell_left_out, tell_undated
from newsfacts.cli.terminal import harmless

__all__ = ["command"]


@click.command("read")
@reading
@click.option("-o", "--output", metavar="FILE", help="Write articles there.  [default: standard output]")
def command(**given: Any) -> None:
    """Read INPUT… and write the articles as JSON lines, without extracting.

    The `text` written is the one that the offsets of the records index, also for HTML and WARC.
    """
    with messages():
        from newsfacts.engines.files import LineFile, clear
        from newsfacts.record import Failure, to_json
        from newsfacts.sources import LeftOut, gather, opened
        from newsfacts.sources.json_lines import article_line

        failed, undated, left_out = 0, 0, LeftOut()
        output = None if given["output"] in (None, "-") else given["output"]
        articles = map(opened, gather(given["inputs"], reads(given), left_out.tell))
        clear(output)
        with LineFile(output) as lines:
            for item in articles:
                if isinstance(item, Failure):
                    failed += 1
                    click.echo(harmless(to_json(item)), err=True)
                else:
                    undated += item.published is None and item.published_text is None
                    lines.write(article_line(item))
            lines.publish()
        say(f"{amount(lines.lines, 'article')}; {amount(failed, 'failure')}", articles=lines.lines, failed=failed)
        tell_undated(undated)
        tell_left_out(left_out.summary())
    sys.exit(1 if failed else 0)
