"""`newsfacts view`: records as a page to look at, to search and to correct."""

from pathlib import Path

import click

from newsfacts.cli.log import amount, say
from newsfacts.cli.options import FILE, NEW_FILE, packs
from newsfacts.cli.progress import messages, write
from newsfacts.errors import OutputError
from newsfacts.options import Options

__all__ = ["command"]

_HEAD = 2000
"""Characters of a page in which it says what made it."""


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
    the rules of a pack have their reasons there, too. A page that view wrote before is replaced, another file never.
    """
    with messages():
        from newsfacts.packs.pack import read_pack
        from newsfacts.record import Failure
        from newsfacts.sources import read
        from newsfacts.view import MADE_BY, read_records, report, texts_of

        older = _is_older(output, MADE_BY)
        found = list(read_records(records))
        items = read(articles) if articles else ()
        texts = texts_of(found, (item for item in items if not isinstance(item, Failure)))
        taught = [rule for folder in Options(packs=pack).pack_folders for rule in read_pack(folder).rules]
        made = report(found, texts, title or records.name.split(".")[0], taught)
        write(output, made.html)
        where = f"are in {output}{', in the place of an older page' if older else ''}"
        say(f"{amount(made.articles, 'article')}, {made.texts:,} with text, {where}", articles=made.articles)
        if articles and made.texts < made.articles:
            number = made.articles - made.texts
            say(f"of {amount(number, 'record')} ARTICLES hold no text, or another one", records=number)


def _is_older(output: Path, made_by: str) -> bool:
    """Tell whether there is an older page to be replaced.

    Raises:  OutputError where the file is something else, which is not written over.
    """
    if not output.exists():
        return False
    with output.open(encoding="utf-8", errors="replace") as file:
        if f'content="{made_by}"' in file.read(_HEAD):
            return True
    raise OutputError(f"{output}: is there already and no page that view wrote; expected another name with -o")
