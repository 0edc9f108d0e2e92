"""`newsfacts explain`: why a fact is there."""

from typing import Any

import click

from newsfacts.cli.options import extracting, extraction
from newsfacts.cli.progress import messages
from newsfacts.cli.terminal import harmless

__all__ = ["command"]


@click.command("explain")
@click.argument("article", metavar="ARTICLE")
@click.option("--fact", metavar="ID", help="Explain this fact only.")
@click.option("--id", "article_id", metavar="ID", help="Id of the article, where ARTICLE holds several.")
@extracting
def command(article: str, fact: str | None, article_id: str | None, **given: Any) -> None:
    """Show why each fact and role of ARTICLE was found: sentence, rule, words, and where each value came from.

    Numbers that are no facts follow, each with the rule that refuses it.

    ARTICLE is any file that extract reads, or - for standard input (a text, or JSON lines with --id).
    """
    with messages():
        from newsfacts.engines.work import attempt
        from newsfacts.errors import InputError
        from newsfacts.explain import explain as explain_facts
        from newsfacts.explain import (
            explain_refusals,
            explain_roles,
            format_fact,
            format_refusal,
            format_role,
            word_book,
        )
        from newsfacts.extract import load
        from newsfacts.record import Failure
        from newsfacts.sources.one import read_one

        chosen = read_one(article, article_id)
        options = extraction(given)
        extractor, book = load(options=options), word_book(options.lexicon_folders)
        record = attempt(extractor, chosen)
        if isinstance(record, Failure):
            raise InputError(record.message)
        shown = [
            format_fact(one, chosen.text)
            for one in explain_facts(chosen.text, record, book, extractor.language.lemma, extractor.taught)
            if fact in (None, one.fact.fact_id)
        ]
        if fact is not None and not shown:
            ids = ", ".join(found.fact_id for found in record.facts[:5])
            raise InputError(f"{article}: no fact {fact!r}; expected an id such as {ids or '(there are no facts)'}")
        if fact is None:
            shown += [format_role(one) for one in explain_roles(chosen.text, record, book)]
            reading, lemma = extractor.read(chosen), extractor.language.lemma
            shown += map(format_refusal, explain_refusals(reading, record, extractor.figures, lemma))
        click.echo(harmless("\n\n".join(shown)) if shown else "no facts")
