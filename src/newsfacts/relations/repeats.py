"""Which figure is said again: in headline and body, or pointed back at ("the two cars", "of the 121 dead").

A figure repeats an earlier one of the same number where both are of the same things and nothing says that they are
others: the event is the same, or the later one is definite, or the earlier one stands in a headline. Amounts are the
same where the currency is, percentages where the measure is, quantities where the unit is and the substances do not
differ.
"""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from newsfacts.actions.figure_facts import FigureFact
from newsfacts.figures.kinds import kind_of
from newsfacts.record import EventType
from newsfacts.relations.counted import Counted

__all__ = ["repeats"]

_TELLING = Decimal(10)
"""From here on two figures of people are hardly equal by chance."""
_MOST = 30
"""Figures of one number that a figure is compared with."""
_NEAR = 6
"""Units back to which a smaller definite figure of other words may point."""


def repeats(
    figures: Sequence[FigureFact],
    counts: Sequence[Counted],
    events: Mapping[int, EventType],
    is_title: Callable[[int], bool],
) -> dict[int, int]:
    """Say for each figure that is said again, by its place, at which place its first mention is.

    `events` holds the event of each count by its place; `is_title` tells of a character whether it stands in a title or
    a heading.
    """
    by_place = {count.place: count for count in counts}

    def same(one: int, other: int) -> bool:
        first = by_place.get(one)
        if first is None:
            return kind_of(figures[one].match).same(figures[one].match, figures[other].match)
        titled = first.text.isupper() or is_title(first.start)
        return _same_count(first, by_place[other], same_event=events[one] is events[other], titled=titled)

    known: dict[tuple[object, ...], list[int]] = {}
    again: dict[int, int] = {}
    for place, fact in enumerate(figures):
        figure = fact.match.figure
        key = (type(fact.match), figure.value, figure.low, figure.high)
        before = known.setdefault(key, [])
        first = next((other for other in before[:_MOST] if same(other, place)), None)
        if first is None:
            before.append(place)
        else:
            again[place] = first
    return again


def _same_count(first: Counted, second: Counted, *, same_event: bool, titled: bool) -> bool:
    if second.rest:
        return False
    if second.same_noun(first):
        same_words = second.match.noun.lower() == first.match.noun.lower()
        loose = second.narrow == "charge" or second.value == 1  # one count of theft and one count of fraud
        return titled or (same_event and same_words and not loose) or second.definite
    if titled:
        return first.like(second) and (first.narrow == second.narrow or second.value >= _TELLING)
    near = second.unit - first.unit <= _NEAR or second.value >= _TELLING
    return second.definite and near and first.like(second)
