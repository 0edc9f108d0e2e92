"""`newsfacts view`: records as a page to look at, to search and to correct."""

from pathlib import Path

import click

from newsfacts.cli.log import say
from newsfacts.cli.options import FILE, NEW_FILE, packs
from newsfacts.cli.progress import messages, write
from newsfacts.options import Options

__all__ = ["command"]


@click.command("view")
@click.argument("records", type=FILE)
@click.argument("articles", nargs=-1, metavar="[ARTICLES…]")
@click.option("-o", "--output", type=NEW_FILE, default="report.html", show_default=True, help="Write the page there.")
@packs
@click.option("--title", help="Title of the page.  [default: the name of RECORDS]")
def command(records: Path, articles: tuple[str, ...], output: Path, pack: tuple[str, ...], title: str | None) -> None:
    """Make of RECORDS one page that opens in any browser, without a server or network.

    ARTICLES are what the records were extracted from: with them each fact is shown in its text. In the page, facts can
    be searched, filtered, accepted, rejected, changed and added; it saves what was corrected as a file. With --pack,
    the rules of a pack have their reasons there, too.
    """
    with messages():
        from newsfacts.packs.pack import read_pack
        from newsfacts.record import Failure
        from newsfacts.sources import read
        from newsfacts.view import read_records, report, texts_of

        found = list(read_records(records))
        items = read(articles) if articles else ()
        texts = texts_of(found, (item for item in items if not isinstance(item, Failure)))
        taught = [rule for folder in Options(packs=pack).pack_folders for rule in read_pack(folder).rules]
        made = report(found, texts, title or records.name.split(".")[0], taught)
        write(output, made.html)
        say(f"{made.articles:,} articles, {made.texts:,} with text, are in {output}", articles=made.articles)
        if articles and made.texts < made.articles:
            number = made.articles - made.texts
            say(f"of {number:,} records ARTICLES hold no text, or another one", records=number)
