"""Numbers to text: every form that the number grammar must read back exactly.

The writer is the grammar's other half: `forms` spells a number in digits and words as the news of Britain, America,
India and translated Chinese does, and a property test reads each form back. Nothing else uses it.
"""

from collections.abc import Iterator
from decimal import Decimal

from newsfacts.lexicons import Lexicon

__all__ = ["forms"]

_WESTERN = (("trillion", 10**12), ("billion", 10**9), ("million", 10**6), ("thousand", 1000))
_INDIAN = (("crore", 10**7), ("lakh", 10**5))


def forms(value: Decimal, words: Lexicon) -> Iterator[str]:
    r"""Write a number from 0 to below a quadrillion in every form that it has; `words` is the lexicon `number_words`.

    Shape:   digits with western, Indian and no grouping; with hard spaces; in words with and without "and"; with a
             magnitude ("1.2 million", "4.5 crore") where that is exact.

    Example:
        >>> from newsfacts import lexicons
        >>> list(forms(Decimal(1250000), lexicons.read("number_words")))[:4]
        ['1250000', '1,250,000', '12,50,000', '1\xa0250\xa0000']
    """
    whole, fraction = divmod(value, 1)
    tail = format(fraction, "f")[1:].rstrip("0").rstrip(".") if fraction else ""
    integer = int(whole)
    if len(str(integer)) < 9 or tail:
        yield f"{integer}{tail}"
    yield f"{integer:,}{tail}"
    if integer > 99_999:
        yield _indian(integer) + tail
    if integer > 9_999 and not tail:
        yield f"{integer:,}".replace(",", "\u00a0")
    if not tail:
        names = {int(row["value"]): row["word"] for row in reversed(words.rows)}
        yield _words(integer, names, joint=" and ")
        yield _words(integer, names, joint=" ")
    for name, size in (*_WESTERN, *_INDIAN):
        scaled = value / size
        if value and scaled >= 1 and len(format(scaled.normalize(), "f").partition(".")[2]) <= 3 and scaled < 100_000:
            yield f"{format(scaled.normalize(), 'f')} {name}"
            yield f"{format(scaled.normalize(), 'f')}-{name}"


def _indian(integer: int) -> str:
    digits = str(integer)
    head, last = digits[:-3], digits[-3:]
    pairs: list[str] = []
    while head:
        pairs.insert(0, head[-2:])
        head = head[:-2]
    return ",".join([*pairs, last])


def _words(integer: int, names: dict[int, str], *, joint: str) -> str:
    for name, size in _WESTERN:
        if integer >= size:
            rest = integer % size
            head = f"{_words(integer // size, names, joint=joint)} {name}"
            return f"{head}{joint if rest < 100 else ' '}{_words(rest, names, joint=joint)}" if rest else head
    if integer >= 100:
        rest = integer % 100
        head = f"{names[integer // 100]} hundred"
        return f"{head}{joint}{_words(rest, names, joint=joint)}" if rest else head
    if integer in names:
        return names[integer]
    return f"{names[integer - integer % 10]}-{names[integer % 10]}"
