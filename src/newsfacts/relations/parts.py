"""Which count is a part of which: "11 persons, including two women", "nine of the 12 passengers", "of the 42, 29 …".

Phases: 1. each count is tried against the readers of `_READERS` in order; each knows one way in which English says a
part, and gives the whole it is a part of; 2. counts right behind a whole that add up to it are its parts. A part is
smaller than its whole, and both are of things that may be the same.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from newsfacts.lexicons.function_words import any_of
from newsfacts.relations.counted import Counted

__all__ = ["parts"]

_OF_WHOLE = re.compile(
    rf"\s*(?:\([^)]*\)\s*)?(?:of|out\s+of)\s+(?:(?:{any_of('whole')})\s+)?(?:[\w’']+[’']s\s+)?$",
    re.IGNORECASE,
)
_AMONG_WHOLE = re.compile(r"\s+(?:among|out\s+of)\s+(?:the\s+)?$", re.IGNORECASE)
_OPENING = re.compile(rf"[\W_]*(?:{any_of('out of')})\s+(?:(?:{any_of('definite plural')}|all)\s+)*$", re.IGNORECASE)
_INCLUDING = re.compile(
    rf"\b(?:including|among\s+(?:{any_of('partitive')})|(?:out\s+)?of\s+(?:{any_of('partitive')})),?\s", re.IGNORECASE
)
_JOINED = re.compile(r"(?:,|;|\band|\bor|\bwhile|&)\s*(?:the\s+)?(?:at\s+least\s+)?$", re.IGNORECASE)
_ONLY = re.compile(rf"\b(?:{any_of('yet')})\s+(?:only|just)\s+$", re.IGNORECASE)
_BARE_PARTITIVE = re.compile(rf"\bof\s+(?:{any_of('definite plural')})\s+\w+$", re.IGNORECASE)
_OF_DEFINITE = re.compile(
    rf"\s*(?:\([^)]*\)\s*)?of\s+(?:{any_of('definite plural')})\b(?:\s+(?P<number>\d[\d,]*)(?![\d.%]))?", re.IGNORECASE
)
_APART = re.compile(rf"[—–:;,.!?(]|\s-\s|\b(?:{any_of('opens parts')}|of\s+wh)", re.IGNORECASE)
_PRONOUN = re.compile(rf"\s*of\s+(?:{any_of('partitive')})\b", re.IGNORECASE)
_NEAR = 6
"""Units back to which "of the guns" may refer, where the word is not the same."""
_BESIDE = 60
"""Characters from a whole to its first part where the words are not alike: "15 vehicles, including two vans"."""
_BACK = 60
"""Counts back that are tried as wholes."""
_MOST_PARTS = 8
"""Parts of a list that adds up; longer ones are tables."""


def parts(counts: Sequence[Counted], text: str) -> dict[int, int]:
    """Say for each count that is a part, by its place among the figures, at which place its whole is."""
    search = _Search(counts, text, sorted({count.sentence for count in counts}))
    for here in range(len(counts)):
        for read in _READERS:
            whole = read(search, here)
            if whole is not None and search.fits(here, whole):
                search.whole[here] = whole
                break
    for here in range(len(counts)):
        search.add_up(here)
    return {counts[part].place: counts[whole].place for part, whole in search.whole.items()}


@dataclass(frozen=True, slots=True)
class _Search:
    """Hold the counts of one article and what is known of them so far."""

    counts: Sequence[Counted]
    text: str
    sentences: Sequence[int]
    whole: dict[int, int] = field(default_factory=dict)

    def gap(self, one: int, other: int) -> str:
        """Give what stands between two counts."""
        return self.text[self.counts[one].end : self.counts[other].start]

    def together(self, one: int, other: int) -> bool:
        """Tell whether two counts stand in one sentence."""
        return self.counts[one].sentence == self.counts[other].sentence

    def distance(self, one: int, other: int) -> int:
        """Count the sentences with counts between two counts."""
        first, second = self.counts[one].sentence, self.counts[other].sentence
        return bisect_left(self.sentences, second) - bisect_left(self.sentences, first)

    def fits(self, part: int, whole: int) -> bool:
        """See that a part is smaller than its whole, and that the whole is no part of it."""
        return self.counts[part].value < self.counts[whole].value and self.whole.get(whole) != part

    def before(self, here: int, test: Callable[[Counted], bool], *, near: bool = False) -> int | None:
        """Give the nearest larger count ahead that passes a test; `near` asks for one of the last sentences."""
        count = self.counts[here]
        for place in range(here - 1, max(-1, here - _BACK), -1):
            other = self.counts[place]
            if near and (count.unit - other.unit > _NEAR or self.distance(place, here) > 1):
                return None
            if other.value > count.value and test(other):
                return place
        return None

    def add_up(self, here: int) -> None:
        """Tie the counts right behind a whole that add up to it: "nine accused — seven men and two women"."""
        total, members = self.counts[here].value, list[int]()
        if here + 1 < len(self.counts) and not _APART.search(self.gap(here, here + 1)):
            return
        for place in range(here + 1, min(len(self.counts), here + 1 + _MOST_PARTS)):
            count = self.counts[place]
            known = self.whole.get(place)
            if self.distance(here, place) > 1 or known not in (None, here) or count.value == 0:
                return
            if members and not self.together(members[0], place):
                return
            if not (count.elided or count.like(self.counts[here])) or count.match.changes or count.match.compared:
                return
            members.append(place)
            total -= count.value
            if total <= 0:
                break
        if total == 0 and len(members) > 1:
            self.whole.update(dict.fromkeys(members, here))


def _of_number(search: _Search, here: int) -> int | None:
    """Read "nine of the 12 passengers", "62 such drivers among 2,900 members": the whole follows."""
    following = here + 1
    if following >= len(search.counts) or not search.together(here, following):
        return None
    count, gap = search.counts[here], search.gap(here, following)
    if count.end == search.counts[following].end:
        gap = search.text[count.match.figure.number.end : search.counts[following].start]
    bare = count.end <= count.match.figure.number.end + 1 or count.end == search.counts[following].end
    if (bare and _OF_WHOLE.match(gap)) or (_AMONG_WHOLE.fullmatch(gap) and count.like(search.counts[following])):
        return following
    return None


def _opened(search: _Search, here: int) -> int | None:
    """Read "Of the 31 suspects, 24 people have been arrested and seven released": the whole opens the sentence."""
    first = here
    while first and search.together(first - 1, here):
        first -= 1
    start = search.counts[first]
    if first == here or not _OPENING.fullmatch(search.text[start.sentence : start.start]):
        return None
    return first if _goes_with(search, here, first) else None


def _included(search: _Search, here: int) -> int | None:
    """Read "85 cows, including 12 calves and two bulls", "of which 1,934 were drunk driving, 2,760 overloading"."""
    count = search.counts[here]
    if count.match.subset and _INCLUDING.search(count.ahead + " "):
        return _whole_of_list(search, here)
    before = here - 1
    listed = before in search.whole and search.together(before, here) and _is_included(search, before)
    if not listed or not _JOINED.search(search.gap(before, here)) or ";" in search.gap(before, here):
        return None
    own = _whole_of_list(search, here, own=True)
    if own is not None:
        return own  # 27 collectives and 418 individuals, of which two collectives and five individuals: each to its own
    of_which = search.counts[before].elided or count.elided
    return search.whole[before] if of_which or count.like(search.counts[before]) else None


def _is_included(search: _Search, here: int) -> bool:
    """Tell whether a part stands in a list opened by "including" or "of which"."""
    return bool(_INCLUDING.search(search.text, search.counts[search.whole[here]].end, search.counts[here].start + 1))


def _whole_of_list(search: _Search, here: int, *, own: bool = False) -> int | None:
    """Give the whole ahead of a list: the one of the same things, else, unless `own` is asked for, the nearest."""
    count = search.counts[here]
    near = [
        place
        for place in range(here - 1, max(-1, here - 7), -1)
        if place not in search.whole or search.whole[place] == place + 1
        if search.distance(place, here) <= (1 if count.match.subset else 0)
        if search.counts[place].value > count.value
    ]
    same = next((place for place in near if search.counts[place].same_noun(count)), None)
    beside = (p for p in near if search.counts[p].like(count) or count.start - search.counts[p].end <= _BESIDE)
    chosen = same if same is not None else (None if own else next(beside, None))
    if chosen and search.whole.get(chosen - 1) == chosen and search.counts[chosen - 1].value > count.value:
        return chosen - 1  # nine of 12 counts, including six counts of fraud: six of the nine
    return chosen


def _partitive(search: _Search, here: int) -> int | None:
    """Read "eleven of the suspects", "two of those runners", "four of them": the whole was told before."""
    count = search.counts[here]
    if not (count.match.partitive or count.match.pronominal):
        return None
    same = search.before(here, lambda other: other.same_noun(count), near=_is_pronoun(search, here))
    definite = _OF_DEFINITE.match(search.text, count.match.figure.number.end)
    if definite and definite["number"]:
        number = Decimal(definite["number"].replace(",", ""))
        return search.before(here, lambda other: other.value == number)  # 24 of the 33: the whole says its number again
    if same is None and _is_pronoun(search, here):  # 28, 11 of them minors: the part has a noun of its own
        return search.before(here, lambda other: other.kind == count.kind and other.sentence == count.sentence)
    if same is not None or not definite:
        return same
    like = search.before(here, lambda other: other.like(count), near=True)
    if like is None and _BARE_PARTITIVE.search(search.text[count.start : count.end]):
        human = count.kind == "people"
        return search.before(here, lambda other: (other.kind == "people") is human, near=True)
    return like


def _is_pronoun(search: _Search, here: int) -> bool:
    return bool(_PRONOUN.match(search.text, search.counts[here].match.figure.number.end))


def _remaining(search: _Search, here: int) -> int | None:
    """Read "the other four", "the remaining 19 sections": what is left of the whole of the parts before."""
    count = search.counts[here]
    if not count.rest or not (count.definite or "remaining" in (count.ahead + count.match.noun_phrase).lower()):
        return None
    for place in range(here - 1, max(-1, here - _BACK), -1):
        whole = search.whole.get(place)
        if whole is not None and search.counts[place].value + count.value == search.counts[whole].value:
            return whole
    if count.elided:
        return search.before(here, lambda other: other.value == count.value + 1)  # ten people; one …, the other nine …
    return search.before(here, lambda other: other.same_noun(count), near=True)


def _only(search: _Search, here: int) -> int | None:
    """Read "six lorries but only two reached the warehouse"."""
    count = search.counts[here]
    ahead = count.ahead + search.text[count.start : count.match.figure.number.start]
    if here and count.elided and search.together(here - 1, here) and _ONLY.search(ahead):
        return here - 1
    return None


def _said(search: _Search, here: int) -> int | None:
    """Take a count that its reader knows to be a part for one of the nearest larger count."""
    count = search.counts[here]
    if not count.match.subset or not count.elided or count.match.pronominal:
        return None
    return search.before(here, lambda other: True, near=True)


def _goes_with(search: _Search, here: int, whole: int) -> bool:
    """See that a count may be a part of the whole that opens its sentence: "2 others" are not."""
    count, gap = search.counts[here], search.text[search.counts[whole].end : search.counts[here].start]
    if count.match.noun.lower() == "others" or count.match.changes or count.match.compared:
        return False
    return (count.elided or count.like(search.counts[whole])) and ". " not in gap


_READERS: tuple[Callable[[_Search, int], int | None], ...] = (
    _of_number,
    _opened,
    _included,
    _remaining,
    _partitive,
    _only,
    _said,
)
