"""What speaks for and against a fact being of a happening that the text has told of."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from newsfacts.events.happening.open_events import OpenEvent, agent_of, figure_of
from newsfacts.events.happening.told import Story, Told

__all__ = ["against", "evidence"]

_LINKS = ("repeats", "subset_of", "changes_from", "converts")
_TELLING = 10
"""A number from which on the same number of the same thing is hardly chance."""
_NEAR, _FAR = 2, 6
"""Units between facts that are near, and far."""


def evidence(told: Told, event: OpenEvent, story: Story, turn: int, facts: int) -> Iterator[str]:
    """Name what speaks for or against an event; `turn` counts events told since, `facts` those so far."""
    yield f"turn={min(turn, 3)}"
    yield from _where(told, event, story)
    yield from _what(told, event, story)
    yield from _figures(told, event)
    yield from _who(told, event)
    if told.unit != event.last.unit:
        yield f"words={min(len(told.words & event.words), 4)}"
        yield f"names={min(len(told.names & event.names), 2)}"
    yield from _when(told, event)
    yield f"definite={told.noun in event.nouns}" if told.definite else "definite=no"
    if told.cue:
        yield f"cue={told.cue}{'' if turn else ' last'}"
    size = len(event.facts)
    yield f"share={'most' if 2 * size > facts else 'some' if 5 * size > facts else 'few'}"


def against(told: Told, events: Sequence[OpenEvent], story: Story) -> tuple[str, ...]:
    """Name what speaks for a new happening."""
    found = [f"main={min(len(events), 4)}", f"begins={told.subject}{' line' if told.opens else ''}"]
    if told.opens:
        found.append(f"new={'item' if told.item else 'line'} {story.lines}")
    if told.cue:
        found.append(f"new={told.cue}")
    if told.fresh:
        found.append("new=people")
    found.append(f"set={'statistic' if told.statistic else 'deed'} of {story.sums}")
    return tuple(found)


def _where(told: Told, event: OpenEvent, story: Story) -> Iterator[str]:
    last = event.last
    between = told.unit - last.unit
    if between == 0:
        yield "near=sentence"
    else:
        steps = ((1, "next"), (_NEAR, "near"), (_FAR, "middle"))
        yield f"near={next((name for most, name in steps if between <= most), 'far')}"
        line = "same" if told.line == last.line else "next" if told.line - last.line == 1 else "other"
        yield f"line={line} {story.lines}"
    if told.fact.section_id != last.fact.section_id:
        yield "section=lead" if event.first.unit <= 1 else "section=other"
    if event.first.headline:
        yield f"lead={'headline' if told.headline else 'told' if len(event.facts) > 1 else 'waiting'}"
    if told.item or last.item:
        both = told.item and last.item
        yield f"items={'one' if told.line == last.line else 'both' if both else 'this' if told.item else 'that'}"


def _what(told: Told, event: OpenEvent, story: Story) -> Iterator[str]:
    seen = event.types[told.type.value]
    yield f"type={'other' if told.type.value == 'other' else 'same' if seen else 'new'}"
    pair = sorted((told.family, event.last.family))
    yield f"families={pair[0]}+{pair[1]}"
    share = told.fact.kind == "percentage"
    other = event.last.fact.kind == "percentage"
    yield f"kinds={'percentages' if share and other else 'mixed' if share or other else 'figures'}"
    of_sums = 2 * event.statistics >= len(event.facts)
    pure = event.statistics in (0, len(event.facts))
    apart = "both" if told.statistic and of_sums else "this" if told.statistic else "that" if of_sums else "none"
    apart += " pure" if pure and apart in ("this", "that") else ""
    yield f"statistics={apart}"
    yield f"sums={apart} of {story.sums}"


def _figures(told: Told, event: OpenEvent) -> Iterator[str]:
    again = figure_of(told) in event.figures
    value: Decimal | None = getattr(told.fact, "value", None)
    if again and value is not None and value >= _TELLING:
        yield "value=telling"
    if told.noun:
        yield f"nouns={'again' if again else 'same' if told.noun in event.nouns else 'new'}"
    elif again:
        yield "value=alone"
    fact: Any = told.fact
    for name in _LINKS:
        if getattr(fact, name, None) in event.ids:
            yield f"tied={name}"


def _who(told: Told, event: OpenEvent) -> Iterator[str]:
    if told.people and event.people:
        yield f"people={'shared' if told.people & event.people else 'fresh' if told.fresh else 'apart'}"
    elif told.fresh:
        yield "people=fresh"
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
    if told.time is not None and event.times:
        nested = "within" if _within(told.time, event.times) else "apart"
        yield f"times={'same' if told.time in event.times else nested}"
    elif told.time is not None or event.times:
        yield "times=this" if told.time is not None else "times=that"
    if told.place is not None and event.places:
        near = any(told.place in other or other in told.place for other in event.places)
        yield f"places={'same' if told.place in event.places else 'within' if near else 'apart'}"
    elif told.place is not None:
        yield "places=this"


def _within(span: tuple[Any, Any], times: set[tuple[Any, Any]]) -> bool:
    """Tell whether a span lies in one of the others, or one of them in it."""
    start, end = span[0], span[1] or span[0]
    return any((a <= start and end <= (b or a)) or (start <= a and (b or a) <= end) for a, b in times)
