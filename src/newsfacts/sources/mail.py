"""Mails (.eml) and mailboxes (mbox), with the standard library: subject, date and what is written, decoded.

Of the ways in which a mail says the same thing the plain text is read, else the HTML. What is attached is not read; the
record says so.
"""

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from functools import partial

from newsfacts.article import Article
from newsfacts.article.published import parse
from newsfacts.errors import InputError
from newsfacts.record import Failure, Warning, WarningCode
from newsfacts.sources.contents import MAILBOX_START
from newsfacts.sources.encodings import decode
from newsfacts.sources.files import Location
from newsfacts.sources.markup import plain_text
from newsfacts.sources.options import ReadOptions, failure
from newsfacts.sources.streams import open_stream
from newsfacts.sources.text import too_long
from newsfacts.sources.unread import Unread, known, note

__all__ = ["mail_article", "read_mailbox"]

_PARTS = 1000
"""Parts of a mail that are looked at."""
_LINE = 1 << 20
"""Bytes of a line that are read at once."""
_QUOTED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)
_LIBRARY_ERRORS = (LookupError, ValueError, AttributeError, TypeError, AssertionError, RecursionError)
"""What the standard library raises for headers and bodies that break its expectations."""


def mail_article(mail: Unread) -> Article:
    """Read a mail.

    Raises:  InputError where it has no text.
    """
    message = message_from_bytes(mail.data, policy=policy.default)
    shown, attached = _parts(message)
    texts = [text for part in shown if (text := _text(part, mail.where)).strip()]
    text = "\n\n".join(texts)
    if not text:
        held = f" (it holds {', '.join(attached)})" if attached else ""
        raise InputError(f"{mail.where}: a mail without a text{held}; expected one, or save what is attached as files")
    if len(text.encode("utf-8", "surrogatepass")) > mail.limit:
        raise InputError(f"{mail.where}: the text is longer than {mail.limit:,} bytes; expected less")
    published = parse(_header(message, "Date"))
    day, told, notes = known(published) if published else (None, None, ())
    return Article(
        mail.article_id, text, mail.source, _header(message, "Subject"), day, (), (*notes, *_left(attached)), told
    )


def read_mailbox(location: Location, options: ReadOptions) -> Iterator[Unread | Failure]:
    """Read the mails of a mailbox, one at a time."""
    with open_stream(location, options) as stream:
        number, lines, size, after_blank = 0, list[bytes](), 0, True
        for line in iter(partial(stream.readline, _LINE), b""):
            if after_blank and line.startswith(b"From ") and MAILBOX_START.match(line.decode("latin-1")):
                if number:
                    yield _mail(lines, size, number, location, options)
                number, lines, size = number + 1, [], 0
            else:
                size += len(line)
                if size <= options.max_article_bytes:
                    lines.append(line)
            after_blank = line in (b"\n", b"\r\n")
        if number:
            yield _mail(lines, size, number, location, options)


def _mail(lines: list[bytes], size: int, number: int, location: Location, options: ReadOptions) -> Unread | Failure:
    where, article_id = f"{location.path}, mail {number}", f"{location.name}:{number}"
    if size > options.max_article_bytes:
        return failure(article_id, location, "InputError", too_long(where, options))
    data = _QUOTED_FROM.sub(rb"\1", b"".join(lines))
    return Unread(article_id, location.path, where, "mail", data, options.max_article_bytes)


def _parts(message: EmailMessage) -> tuple[list[EmailMessage], list[str]]:
    """List the parts that are shown, the best of each set of alternatives, and name those that are attached."""
    shown: list[EmailMessage] = []
    attached: list[str] = []
    open_ = [message]
    for _ in range(_PARTS):
        if not open_:
            break
        part = open_.pop(0)
        kind = part.get_content_type()
        if part.get_content_disposition() == "attachment" or part.get_content_maintype() not in ("text", "multipart"):
            attached.append(_file_name(part) or kind)
        elif kind == "multipart/alternative":
            open_ = [*_best(part), *open_]
        elif part.is_multipart():
            open_ = [*_children(part), *open_]
        elif kind in ("text/plain", "text/html"):
            shown.append(part)
        else:
            attached.append(_file_name(part) or kind)
    return shown, attached


def _children(part: EmailMessage) -> list[EmailMessage]:
    payload = part.get_payload()
    return [child for child in payload if isinstance(child, EmailMessage)] if isinstance(payload, list) else []


def _best(part: EmailMessage) -> list[EmailMessage]:
    children = _children(part)
    plain = [child for child in children if child.get_content_type() == "text/plain" and _filled(child)]
    return (plain or [child for child in children if child.get_content_maintype() in ("text", "multipart")][-1:])[:1]


def _filled(part: EmailMessage) -> bool:
    payload = part.get_payload(decode=True)
    return isinstance(payload, bytes) and bool(payload.strip())


def _text(part: EmailMessage, where: str) -> str:
    """Decode a part by its own charset, else by what it looks like."""
    try:
        text = str(part.get_content())
    except _LIBRARY_ERRORS:
        payload = part.get_payload(decode=True)
        text = decode(payload, where).text if isinstance(payload, bytes) else ""
    return plain_text(text) if part.get_content_type() == "text/html" else text.replace("\r\n", "\n").strip("\n")


def _header(message: EmailMessage, name: str) -> str | None:
    try:
        value = message[name]
    except _LIBRARY_ERRORS:
        return None
    return " ".join(str(value).split()) or None if value is not None else None


def _file_name(part: EmailMessage) -> str | None:
    try:
        return part.get_filename()
    except _LIBRARY_ERRORS:
        return None


def _left(attached: list[str]) -> tuple[Warning, ...]:
    if not attached:
        return ()
    named = ", ".join(attached[:10])
    return (note(WarningCode.LEFT_OUT, f"attached and not read: {named}; save it as a file to read it"),)
