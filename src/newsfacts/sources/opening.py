"""Documents to articles: which function reads which form. It runs in the workers, under their time limit."""

from collections.abc import Callable, Mapping

from newsfacts.article import Article
from newsfacts.errors import InputError
from newsfacts.record import Failure, Stage
from newsfacts.sources.docx import word_article
from newsfacts.sources.html import page_article
from newsfacts.sources.mail import mail_article
from newsfacts.sources.pdf import pdf_article
from newsfacts.sources.unread import Unread

__all__ = ["FORMS", "opened"]

FORMS: Mapping[str, Callable[[Unread], Article]] = {
    "html": page_article,
    "pdf": pdf_article,
    "docx": word_article,
    "mail": mail_article,
}
"""Form of a document to what reads it."""


def opened(document: Article | Unread | Failure) -> Article | Failure:
    """Turn a document into its article; what is one already, or has failed, passes through."""
    if not isinstance(document, Unread):
        return document
    try:
        article = FORMS[document.form](document)
        return document.details.onto(article) if document.details else article
    except InputError as error:
        kind, message = "InputError", str(error)
    except Exception as error:  # the libraries below break in ways of their own, and one document may not stop others
        kind, message = type(error).__name__, f"{document.where}: {error or 'no message'}; expected a sound document"
    return Failure(
        article_id=document.article_id, source=document.source, stage=Stage.READ, error=kind, message=message
    )
