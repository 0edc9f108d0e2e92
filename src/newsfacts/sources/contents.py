"""What a file holds, told by its first bytes; its ending decides only between kinds of text.

A kind that no reader takes has a name and an advice, so that the user hears what it is and what to do. Not here: the
reading itself.
"""

import json
import re
from collections.abc import Mapping
from typing import NamedTuple

__all__ = ["HEAD", "MAILBOX_START", "Kind", "kind_of"]

HEAD = 1 << 16
"""Bytes of a file that are looked at."""


class Kind(NamedTuple):
    """Say what a file holds."""

    format: str | None
    """Name of the reader (see `sources`), None where there is none."""
    what: str
    """What it is, for messages."""
    advice: str = ""
    """What to do, where there is no reader."""


_CONVERT = "save it as .docx, .pdf or .txt"
_MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"%PDF-", Kind("pdf", "a PDF")),
    (b"PAR1", Kind("parquet", "a Parquet file")),
    (b"WARC/", Kind("warc", "a web archive")),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        Kind(None, "an old Microsoft Office file (.doc, .xls, .ppt, .msg)", _CONVERT),
    ),
    (b"{\\rtf", Kind(None, "a rich text file", _CONVERT)),
    (b"\x89PNG", Kind(None, "a PNG image", "recognise its text (OCR) first")),
    (b"\xff\xd8\xff", Kind(None, "a JPEG image", "recognise its text (OCR) first")),
    (b"GIF8", Kind(None, "a GIF image", "recognise its text (OCR) first")),
    (b"II*\0", Kind(None, "a TIFF image", "recognise its text (OCR) first")),
    (b"MM\0*", Kind(None, "a TIFF image", "recognise its text (OCR) first")),
    (b"\xfd7zXZ\0", Kind(None, "an xz archive", "unpack it with xz -d")),
    (b"7z\xbc\xaf\x27\x1c", Kind(None, "a 7z archive", "unpack it first")),
    (b"Rar!", Kind(None, "a RAR archive", "unpack it first")),
    (b"SQLite format 3\0", Kind(None, "an SQLite database", "write the articles out as CSV")),
    (b"Obj\x01", Kind(None, "an Avro file", "write the articles out as Parquet or JSON lines")),
    (b"ARROW1", Kind(None, "an Arrow file", "write the articles out as Parquet")),
    (b"\x7fELF", Kind(None, "a program, a binary file", "expected text")),
    (b"MZ\x90", Kind(None, "a program, a binary file", "expected text")),
)
"""How files of known kinds begin."""
_ZIPPED: tuple[tuple[bytes, Kind], ...] = (
    (b"word/", Kind("docx", "a Word file")),
    (b"xl/", Kind(None, "an Excel workbook", "save the sheet as CSV")),
    (b"ppt/", Kind(None, "a PowerPoint file", _CONVERT)),
    (b"mimetypeapplication/vnd.oasis", Kind(None, "an OpenDocument file", _CONVERT)),
    (b"mimetypeapplication/epub", Kind(None, "an EPUB book", "save its text as .txt or .html")),
)
"""Names within an office file by which it is told what it is."""
_OFFICE = (b"[Content_Types].xml", b"_rels/", b"docProps/", b"customXml/", b"word/", b"xl/", b"ppt/", b"mimetype")
"""Names that the first member of an office file has."""
_FEEDS = frozenset({"rss", "feed", "rdf", "channel"})
_TAR = (b"ustar", 257)

_MARKUP = re.compile(
    r"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!doctype[^>\[]*(?:\[.*?\]\s*)?>\s*)*<([a-z_][\w.:-]*)", re.I | re.S
)
_HTML_START = re.compile(r"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_HEADER = re.compile(r"([A-Za-z][A-Za-z0-9-]{1,60}):[ \t]")
MAILBOX_START = re.compile(r"From \S+ .{0,40}\d{1,2}:\d{2}.{0,20}\d{4}")
"""How each mail of a mailbox begins: with the sender and the time; a sentence that begins with "From" has neither."""
_MAIL_HEADERS = frozenset({"from", "to", "date", "subject", "received", "message-id", "mime-version", "return-path"})
_MAIL_MARKS = frozenset({"received", "message-id", "mime-version", "return-path", "delivered-to", "x-mailer"})
"""Headers that only a mail program writes: a press release may open with From, To, Date and Subject as well."""
_BY_ENDING: Mapping[str, Kind] = {
    ".csv": Kind("csv", "a CSV file"),
    ".tsv": Kind("tsv", "a tab-separated file"),
    ".jsonl": Kind("json lines", "JSON lines"),
    ".ndjson": Kind("json lines", "JSON lines"),
    ".parquet": Kind("parquet", "a Parquet file"),
    ".warc": Kind("warc", "a web archive"),
    ".wet": Kind("warc", "a web archive"),
    ".html": Kind("html", "a page"),
    ".htm": Kind("html", "a page"),
    ".xhtml": Kind("html", "a page"),
    ".pdf": Kind("pdf", "a PDF"),
    ".docx": Kind("docx", "a Word file"),
    ".zip": Kind("zip", "a zip archive"),
    ".eml": Kind("mail", "a mail"),
    ".mbox": Kind("mbox", "a mailbox"),
    ".rss": Kind("feed", "a feed"),
    ".atom": Kind("feed", "a feed"),
}
"""What files are by their ending, where their beginning does not tell."""


def kind_of(head: bytes, ending: str) -> Kind:
    r"""Tell what a file holds from its first bytes (decompressed) and its ending (lower case, with the dot).

    Example:
        >>> kind_of(b"%PDF-1.4 ...", ".txt").format, kind_of(b"{\\rtf1 Police", ".txt").what
        ('pdf', 'a rich text file')
        >>> kind_of(b'[{"text": "a"}]', ".jsonl").format, kind_of(b"Police held 5 men.", ".md").format
        ('json', 'text')
    """
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _of_zip(head)
    if head[_TAR[1] :].startswith(_TAR[0]):
        return Kind(None, "a tar archive", "unpack it first")
    text = _as_text(head)
    return _of_text(text, ending) or _BY_ENDING.get(ending) or Kind("text", "a text")


def _of_zip(head: bytes) -> Kind:
    """Tell office files, which are zip files of a fixed order, from archives, by the name of the first member."""
    if head[30:].startswith(_OFFICE):
        return next((kind for name, kind in _ZIPPED if name in head), Kind(None, "an office file", _CONVERT))
    return Kind("zip", "a zip archive")


def _as_text(head: bytes) -> str:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "replace")
    return head.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")


def _of_text(text: str, ending: str) -> Kind | None:
    start = text.lstrip()[:1]
    if start == "<":
        return _of_markup(text, ending)
    if start in ("{", "["):
        return _of_json(text, ending)
    if ending not in (".csv", ".tsv", ".jsonl", ".ndjson"):
        return _of_mail(text, ending)
    return None


def _of_markup(text: str, ending: str) -> Kind | None:
    if _HTML_START.match(text):
        return Kind("html", "a page")
    match = _MARKUP.match(text)
    root = match[1].lower() if match else ""
    if root.rsplit(":", maxsplit=1)[-1] in _FEEDS:
        return Kind("feed", "a feed")
    if root == "html":
        return Kind("html", "a page")
    if ending in (".xml", ".rss", ".atom") or text.lstrip().startswith("<?xml"):
        return Kind(
            None, f"XML with the root <{root}>", "RSS and Atom are read; write other XML out as JSON lines or CSV"
        )
    return None


def _of_json(text: str, ending: str) -> Kind | None:
    lines = text.lstrip().splitlines()
    first, second = lines[0].strip(), lines[1] if len(lines) > 1 else ""
    is_json = ending in (".json", ".jsonl", ".ndjson", ".geojson")
    if first[0] == "[" and (is_json or re.match(r"\[\s*\{\s*\"", text.lstrip())):
        return Kind("json", "a JSON array")
    if first[0] != "{" or not (is_json or re.match(r"\{\s*\"[^\"\n]{1,80}\"\s*:", text.lstrip())):
        return None
    try:
        json.loads(first)
    except (ValueError, RecursionError):
        opened = len(lines) > 1 and first.endswith(("{", "[", ","))
        pretty = opened or first == "{" or re.match(r"\s+\"[^\"]{1,80}\"\s*:", second)
        return Kind("json", "a JSON object") if pretty else Kind("json lines", "JSON lines")
    return Kind("json lines", "JSON lines")


def _of_mail(text: str, ending: str) -> Kind | None:
    lines = text.splitlines()
    if len(lines) > 1 and MAILBOX_START.match(lines[0]) and _HEADER.match(lines[1]):
        return Kind("mbox", "a mailbox")
    names = set()
    for line in lines[:200]:
        match = _HEADER.match(line)
        if match:
            names.add(match[1].lower())
        elif not line.startswith((" ", "\t")):
            break
    if len(names & _MAIL_HEADERS) >= 2 and (ending == ".eml" or names & _MAIL_MARKS):
        return Kind("mail", "a mail")
    return None
