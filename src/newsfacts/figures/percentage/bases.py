"""Which comparison governs a figure: the one of its own clause, of its sentence, of its list, else the article's.

A comparison said once ("compared with 2017" in a headline, a lead-in, a column's head) is the base of every figure
under it until another is said, and of the headline and lead above it. Only rises and falls are compared; a share has
the total, a rate nothing. A change that is only possible ("can cut deaths by half") takes no base from elsewhere.
Where an article names no comparison its figures have none.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from newsfacts.figures.percentage.comparisons import Comparison, ComparisonReader
from newsfacts.figures.percentage.match import Look, PercentageMatch
from newsfacts.figures.percentage.words import UP_DOWN
from newsfacts.language.pipeline import Sentence
from newsfacts.language.reading import Reading
from newsfacts.lexicons.function_words import any_of, function_words
from newsfacts.record import Base, Direction

__all__ = ["with_bases"]

_PART_OF = re.compile(rf"(?:the\s+)?(?:{any_of('share of')})\s+of\b", re.IGNORECASE)
_RESTATED = re.compile(r",\s+an?\s+(?:[a-z-]+\s+){1,3}of\s+(?:[a-z]+\s+){0,2}$")
"""Behind it a percentage says again what the clause before said: "27 fewer than last year, a decrease of 19%"."""
_JOINT = re.compile(r"\s*(?:,|and|or|,\s*and|as well as|;)\s*", re.IGNORECASE)
_POSSIBLE = function_words("possible") | {"if"}
_OPENING = 20
"""Characters from the start of a sentence within which a comparison opens it: "Compared with 2019, …"."""


def with_bases(
    reading: Reading, found: Sequence[tuple[PercentageMatch, Sentence]], reader: ComparisonReader
) -> list[PercentageMatch]:
    """Give the percentages of an article, in text order, with what they are compared with."""
    changing = any(match.direction in UP_DOWN or match.direction is Direction.RATE for match, _ in found)
    comparisons = reader.read(reading) if changing else []
    matches = [match for match, _ in found]
    based = []
    for place, (match, sentence) in enumerate(found):
        if match.base is not None:
            based.append(match)
        elif match.direction is Direction.SHARE or _is_part(match, sentence):
            based.append(replace(match, base=Base.TOTAL))
        else:
            chosen = _own(matches, place, sentence, comparisons)
            if chosen is None and match.direction in UP_DOWN and not _possible(match, sentence):
                chosen = _governing(match, sentence, comparisons)
            based.append(replace(match, base=chosen.base, base_text=chosen.text) if chosen else match)
    return based


def _is_part(match: PercentageMatch, sentence: Sentence) -> bool:
    """See a level that is a share: "rose to 70% of cases", "the proportion of women is 31%"."""
    if match.direction is not Direction.RATE:
        return False
    level_of = match.look in (Look.VERB, Look.CHANGE_NOUN) and re.match(
        r"\s+of\b", sentence.text[match.figure.end - sentence.start :]
    )
    return bool(level_of or (match.measure and _PART_OF.match(match.measure)))


def _own(
    matches: Sequence[PercentageMatch], place: int, sentence: Sentence, comparisons: Sequence[Comparison]
) -> Comparison | None:
    """Give the comparison that stands with a figure: behind it and ahead of the next one, else right in front."""
    match = matches[place]
    figure, changing = match.figure, match.direction in UP_DOWN
    begin = bisect_left([c.start for c in comparisons], sentence.start)
    inside = [c for c in comparisons[begin:] if c.start < sentence.end]
    following, before = matches[place + 1 : place + 2], matches[place - 1 : place] if place else ()
    limit = min([sentence.end, *(m.figure.start for m in following)])
    floor = max([sentence.start, *(m.figure.end for m in before)])
    behind = [c for c in inside if figure.end <= c.start < limit and not _attributive(c, sentence, limit)]
    if not changing:
        return next((c for c in behind if c.adjective and len(c.text) > len("annually")), None)
    if behind:
        return behind[0]
    if following and _JOINT.fullmatch(sentence.text[figure.end - sentence.start : limit - sentence.start]):
        return _own(matches, place + 1, sentence, comparisons)  # "26% and 27% declines compared to 2016"
    return _ahead(match, sentence, inside, floor) or _opening(match, sentence, inside, floor)


def _ahead(match: PercentageMatch, sentence: Sentence, inside: Sequence[Comparison], floor: int) -> Comparison | None:
    """Give the last comparison right in front of a figure: "a year-on-year rise of 8%"."""
    start = match.figure.start
    ahead = [c for c in inside if floor <= c.start and c.end <= start and (c.adjective or start - c.end < 4)]
    if not ahead and _RESTATED.search(sentence.text[: start - sentence.start]):
        ahead = [c for c in inside if floor <= c.start < start]
    return ahead[-1] if ahead else None


def _opening(match: PercentageMatch, sentence: Sentence, inside: Sequence[Comparison], floor: int) -> Comparison | None:
    """Give the comparison that opens the sentence, else the last one between the figure before and this one."""
    adverbial = [c for c in inside if not c.adjective and c.start < match.figure.start]
    opening = next((c for c in adverbial if c.start - sentence.start < _OPENING), None)
    return opening or next((c for c in reversed(adverbial) if floor <= c.start), None)


def _governing(match: PercentageMatch, sentence: Sentence, comparisons: Sequence[Comparison]) -> Comparison | None:
    """Give the comparison said last, here or before; for the headline and lead above it, the first one said."""
    start = match.figure.start
    here = [c for c in comparisons if sentence.start <= c.start < sentence.end and c.spreads]
    if here:
        return next((c for c in here if c.start >= match.figure.end), here[-1])
    closing = [c for c in comparisons if match.figure.end <= c.start < sentence.end and _closes(c, sentence)]
    if closing:
        return closing[-1]
    spread = [c for c in comparisons if c.spreads and not c.figure] or [c for c in comparisons if c.spreads]
    said = [c for c in spread if c.start < start]
    return said[-1] if said else next(iter(spread), None)


def _closes(comparison: Comparison, sentence: Sentence) -> bool:
    """See an adverbial that ends a sentence: "thefts fell by 8% and arson rose by 3% year on year"."""
    behind = sentence.slice(comparison.end, sentence.end)
    attributive = _attributive(comparison, sentence, sentence.start)
    return comparison.adjective and not attributive and not behind.strip(" .,;:!?”\"’'")


def _possible(match: PercentageMatch, sentence: Sentence) -> bool:
    """See a modal verb in front of a change: "a belt can cut deaths by half"."""
    inside = sentence.tokens_in(sentence.start, match.figure.start)
    return any(token.lower in _POSSIBLE for token in inside[-20:])


def _attributive(comparison: Comparison, sentence: Sentence, limit: int) -> bool:
    """See an adjective that belongs to the next figure: "rose by 1.8%, with a month-on-month rise of 0.2%"."""
    if not comparison.adjective or limit >= sentence.end:
        return False
    return bool(re.search(r"\ban?\s+$", sentence.slice(sentence.start, comparison.start)))
