"""The text of a Word file (.docx): its paragraphs, one a line, cells of tables too; with the standard library alone."""

import io
import zipfile
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from newsfacts.article import Article
from newsfacts.errors import InputError
from newsfacts.sources.unread import Unread

__all__ = ["word_article"]

_DOCUMENT = "word/document.xml"
_SPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_MARKUP_RATIO = 20
"""Bytes of XML that one byte of text may take; more is no document that somebody wrote."""
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def word_article(document: Unread) -> Article:
    """Read the text of a Word file.

    Raises:  InputError where it is damaged, has a password, or holds no text.
    """
    where = document.where
    try:
        with zipfile.ZipFile(io.BytesIO(document.data)) as archive, archive.open(_DOCUMENT) as file:
            xml = file.read(document.limit * _MARKUP_RATIO + 1)
        if len(xml) > document.limit * _MARKUP_RATIO:
            raise InputError(f"{where}: the text is longer than {document.limit:,} bytes; expected less")
        if b"<!DOCTYPE" in xml[:4096]:
            raise InputError(f"{where}: defines entities, as no Word file does; expected one")
        root = ElementTree.fromstring(xml)
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise InputError(f"{where}: damaged or locked ({error}); expected a sound .docx without a password") from error
    except ElementTree.ParseError as error:
        raise InputError(f"{where}: its XML is broken ({error}); expected a sound .docx") from error
    space = _STRICT if root.tag.startswith(_STRICT) else _SPACE
    text = "\n".join(_paragraph(one, space) for one in root.iter(f"{space}p")).strip("\n")
    if not text.strip():
        raise InputError(f"{where}: no text in it; expected a document with text")
    return Article(document.article_id, text, source=document.source)


def _paragraph(paragraph: Element, space: str) -> str:
    """Join the runs of a paragraph; text that was deleted under review stands in other elements and is left out."""
    pieces: list[str] = []
    for element in paragraph.iter():
        name = element.tag.removeprefix(space)
        if name == "t":
            pieces.append(element.text or "")
        elif name in _BREAKS and element.tag.startswith(space):
            pieces.append(_BREAKS[name])
    return "".join(pieces)
