"""What speaks for and against a fact being of a happening that the text has told of."""

from collections.abc import Iterator, Sequence
from typing import Any

from newsfacts.events.happening.open_events import OpenEvent, agent_of, figure_of
from newsfacts.events.happening.told import Told

__all__ = ["against", "evidence"]

_LINKS = ("repeats", "subset_of", "changes_from", "converts")
_NEAR, _FAR = 2, 6
"""Units between facts that are near, and far."""


def evidence(told: Told, event: OpenEvent, turn: int, facts: int) -> Iterator[str]:
    """Name what speaks for or against an event; `turn` counts events told since, `facts` all facts so far."""
    yield f"turn={min(turn, 3)}"
    yield from _where(told, event)
    yield from _what(told, event)
    yield from _figures(told, event)
    yield from _who(told, event)
    yield from _when(told, event)
    yield f"definite={told.noun in event.nouns}" if told.definite else "definite=no"
    if told.cue:
        yield f"cue={told.cue}{'' if turn else ' last'}"
    size = len(event.facts)
    yield f"share={'most' if 2 * size > facts else 'some' if 5 * size > facts else 'few'}"


def against(told: Told, events: Sequence[OpenEvent]) -> tuple[str, ...]:
    """Name what speaks for a new happening."""
    found = [f"main={min(len(events), 4)}"]
    if told.opens:
        found.append("new=item" if told.item else "new=line")
    if told.cue:
        found.append(f"new={told.cue}")
    if told.statistic:
        found.append("sums=statistic")
    return tuple(found)


def _where(told: Told, event: OpenEvent) -> Iterator[str]:
    last = event.last
    between = told.unit - last.unit
    if between == 0:
        yield "near=sentence"
    else:
        yield f"near={'next' if between == 1 else 'near' if between <= _NEAR else 'middle' if between <= _FAR else 'far'}"
        yield f"line={'same' if told.line == last.line else 'next' if told.line - last.line == 1 else 'other'}"
    if told.fact.section_id != last.fact.section_id:
        yield "section=lead" if event.first.unit <= 1 else "section=other"
    if event.first.headline:
        yield f"lead={'headline' if told.headline else 'told' if len(event.facts) > 1 else 'waiting'}"
    if told.item or last.item:
        both = told.item and last.item
        yield f"items={'one' if told.line == last.line else 'both' if both else 'this' if told.item else 'that'}"


def _what(told: Told, event: OpenEvent) -> Iterator[str]:
    seen = event.types[told.type.value]
    yield f"type={'other' if told.type.value == 'other' else 'same' if seen else 'new'}"
    pair = sorted((told.family, event.last.family))
    yield f"families={pair[0]}+{pair[1]}"
    share = told.fact.kind == "percentage"
    other = event.last.fact.kind == "percentage"
    yield f"kinds={'percentages' if share and other else 'mixed' if share or other else 'figures'}"
    of_sums = 2 * event.statistics >= len(event.facts)
    yield f"statistics={'both' if told.statistic and of_sums else 'this' if told.statistic else 'that' if of_sums else 'none'}"


def _figures(told: Told, event: OpenEvent) -> Iterator[str]:
    if told.noun:
        yield f"nouns={'same' if told.noun in event.nouns else 'new'}"
    fact: Any = told.fact
    for name in _LINKS:
        if getattr(fact, name, None) in event.ids:
            yield f"tied={name}"
    if figure_of(told) in event.figures:
        yield "value"


def _who(told: Told, event: OpenEvent) -> Iterator[str]:
    if told.people and event.people:
        yield f"people={'shared' if told.people & event.people else 'apart'}"
    agent = agent_of(told)
    if agent is not None and event.agents:
        yield f"agents={'same' if agent in event.agents else 'apart'}"
    if told.fact.attribution is not None:
        same = told.fact.attribution in event.tellers
        yield f"tellers={'same' if same else 'other' if event.tellers else 'first'}"
    last = event.last.fact.status
    if told.fact.status is not last:
        yield "status=other"


def _when(told: Told, event: OpenEvent) -> Iterator[str]:
    fact = told.fact
    if fact.time_start is not None and event.times:
        span = (fact.time_start, fact.time_end)
        yield f"times={'same' if span in event.times else 'within' if _within(span, event.times) else 'apart'}"
    elif fact.time_start is not None or event.times:
        yield "times=one"
    if fact.place is not None and event.places:
        place = fact.place.lower()
        near = any(place in other or other in place for other in event.places)
        yield f"places={'same' if place in event.places else 'within' if near else 'apart'}"


def _within(span: tuple[Any, Any], times: set[tuple[Any, Any]]) -> bool:
    """Tell whether a span lies in one of the others, or one of them in it."""
    start, end = span[0], span[1] or span[0]
    return any((a <= start and end <= (b or a)) or (start <= a and (b or a) <= end) for a, b in times)
