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
    """Show why each fact and role of ARTICLE was found, and why other numbers are no facts.

    Each comes with its sentence, rule and words, where each value came from, and what else was weighed for it.

    ARTICLE is any file that extract reads, or - for standard input (a text, or JSON lines with --id).
    """
    with messages():
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
        from newsfacts.sources.one import read_one

        chosen = read_one(article, article_id)
        options = extraction(given)
        extractor, book = load(options=options), word_book(options.lexicon_folders)
        try:
            record, trace = extractor.traced(chosen)
        except Exception as error:
            raise InputError(f"article {chosen.article_id!r}: {error or 'no message'}") from error
        shown = [
            format_fact(one, chosen.text)
            for one in explain_facts(chosen.text, record, book, extractor.language.lemma, trace)
            if fact in (None, one.fact.fact_id)
        ]
        if fact is not None and not shown:
            ids = ", ".join(found.fact_id for found in record.facts[:5])
            raise InputError(f"{article}: no fact {fact!r}; expected an id such as {ids or '(there are no facts)'}")
        if fact is None:
            shown += [format_role(one) for one in explain_roles(chosen.text, record, book)]
            shown += map(format_refusal, explain_refusals(chosen.text, record, trace))
        click.echo(harmless("\n\n".join(shown)) if shown else "no facts")
