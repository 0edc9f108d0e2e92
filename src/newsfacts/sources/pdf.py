"""The text of a PDF, page by page. Needs the extra `pdf`.

Lines stand as on the page. The title and dates in a PDF's properties are those of the program that wrote it, not of the
article, and are left alone.
"""

from collections.abc import Iterator
from typing import Any

from newsfacts.article import Article
from newsfacts.errors import InputError
from newsfacts.sources.streams import missing
from newsfacts.sources.unread import Unread

__all__ = ["pdf_article"]

_HYPHEN = "\ufffe"
"""What pdfium gives for a hyphen at the end of a line."""


def pdf_article(document: Unread) -> Article:
    """Read the text of a PDF.

    Raises:  InputError where pypdfium2 is not installed, where it is no sound PDF or has a password, or holds no text.
    """
    try:
        import pypdfium2
    except ImportError as error:
        raise InputError(missing("pypdfium2", "pdf", "reading PDF")) from error
    try:
        pdf = pypdfium2.PdfDocument(document.data)
    except pypdfium2.PdfiumError as error:
        raise InputError(f"{document.where}: {error}; expected a sound PDF without a password") from error
    try:
        pages = list(_pages(pdf, document))
    except pypdfium2.PdfiumError as error:
        raise InputError(f"{document.where}: a page cannot be read ({error}); expected a sound PDF") from error
    finally:
        pdf.close()
    text = "\n\n".join(page for page in pages if page.strip())
    if not text:
        raise InputError(
            f"{document.where}: no text on {len(pages)} pages; if they are scans, recognise them (OCR) first"
        )
    return Article(document.article_id, text, source=document.source)


def _pages(pdf: Any, document: Unread) -> Iterator[str]:
    size = 0
    for page in pdf:
        text = page.get_textpage().get_text_bounded()
        size += len(text)
        if size > document.limit:
            raise InputError(f"{document.where}: the text is longer than {document.limit:,} bytes; expected less")
        yield text.replace("\r\n", "\n").replace(_HYPHEN, "-").replace("\0", "").strip("\n")
