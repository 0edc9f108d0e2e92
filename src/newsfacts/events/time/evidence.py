"""What is seen of a fact and an expression of time that may be its: the evidence of the decision `time`.

Every function looks at one pair, or at one fact alone (`against`). Distances and counts are told in bins. Not here:
what the evidence means (`catalogue.py`) and how candidates are found (`line.py`).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from newsfacts.events.paragraphs import is_other_item
from newsfacts.events.ties import names_again
from newsfacts.events.time.cost import PlacedTime, cost_of
from newsfacts.events.time.intervals import Interval
from newsfacts.events.time.rules import TimeKind, TimeTrait
from newsfacts.events.time.story import way_to
from newsfacts.language.clauses import Position
from newsfacts.language.pipeline import Sentence
from newsfacts.language.reading import Reading
from newsfacts.record import TimePrecision

__all__ = [
    "Asked",
    "against",
    "is_coarser",
    "of_ahead",
    "of_article",
    "of_back",
    "of_itself",
    "of_own",
    "of_story",
    "stage_of",
]

_NEAR_LINES = 3
"""Lines back from which a time is far."""
_MANY = 3
"""Commas between a time and a fact from which there are many."""
_COSTS = ((0.25, "beside"), (0.9, "phrase"), (2.05, "verb"), (2.8, "opens"), (4.0, "above"), (9.0, "far"))


@dataclass(frozen=True, slots=True)
class Asked:
    """Hold a fact whose time is asked for."""

    reading: Reading
    """The article."""
    unit: Sentence
    """The fact's sentence."""
    start: int
    """Index of its first character."""
    end: int
    """Index behind it."""
    at: Position
    """Where it stands in the parse."""
    share: bool
    """It is a percentage, or is compared with one."""
    tense: str
    """Of its clause."""
    compared: bool
    """It is what another figure is compared with."""
    item: bool
    """It stands in an item of a digest, whose time is its own."""
    lead_in: int | None
    """The unit that leads to the list in which it stands."""
    shape: str
    """How its clause is put: finite, gerund, …"""
    stage: str
    """At which stage of the case it happens: deed, police, court, none."""
    subject: str
    """How its sentence takes up its subject: pronoun, definite, fresh, name, none."""
    having: bool
    """Its clause tells what somebody has."""


def of_own(asked: Asked, placed: PlacedTime, others: Sequence[PlacedTime], stages: Mapping[str, str]) -> Iterator[str]:
    """Tell how a time of the fact's own sentence hangs together with it."""
    cost = cost_of(asked.unit, asked.at, placed, (asked.start, asked.end), asked.compared)
    expression = placed.expression
    if cost is None:
        yield f"barred={_bar(placed)}"
    else:
        yield "own=" + next((name for limit, name in _COSTS if cost <= limit), "farthest")
    if expression.kind in (TimeKind.RATE, TimeKind.LOOSE, TimeKind.CLOCK, TimeKind.EVENT):
        yield f"weak={expression.kind}" + (" of a noun" if placed.noun is not None else "")
    if TimeTrait.LIMIT in expression.traits:
        yield "limit=own"
    clause = "same" if placed.at.verbs[:1] == asked.at.verbs[:1] else "other"
    yield f"shape={asked.shape}>{clause}"
    yield from _standing(asked, placed, others)
    low, high = sorted([(asked.start, asked.end), (expression.start, expression.end)])
    between = asked.unit.tokens_in(low[1], max(low[1], high[0]))
    figures = sum(token.tag in ("CD", "$") for token in between)
    if figures:
        yield "figures between=" + ("one" if figures == 1 else "many")
    if any(low[1] <= other.expression.start < high[0] for other in others if other is not placed):
        yield "others between=own"
    if clause == "other":
        yield f"own stages={asked.stage}>{stage_of(asked.unit, placed.at, (0, 0), stages)}"


def _standing(asked: Asked, placed: PlacedTime, others: Sequence[PlacedTime]) -> Iterator[str]:
    """Tell on which side of the fact a time stands, behind how many commas, alone or not, and how the clauses hang."""
    start, text = placed.expression.start, asked.unit.text
    side = "before" if start < asked.start else "behind"
    between = text[min(start, asked.start) - asked.unit.start : max(start, asked.start) - asked.unit.start]
    commas = between.count(",") + between.count(";")
    yield f"commas={side}>{commas if commas < _MANY else 'many'}"
    told = [other for other in others if other.expression.kind is TimeKind.SCOPE and not other.reports]
    if placed in told:
        rank = (
            "only" if len(told) == 1 else "first" if told[0] is placed else "last" if told[-1] is placed else "middle"
        )
        yield f"rank={rank}>{side}"
    yield from _hanging(asked, placed)


def _hanging(asked: Asked, placed: PlacedTime) -> Iterator[str]:
    """Tell by what relation the clause of a time hangs below that of the fact, or above it."""
    fact, time, tokens = asked.at.verbs, placed.at.verbs, asked.unit.tokens
    if not fact or not time:
        yield "hangs=no clause"
    elif fact[0] == time[0]:
        return
    elif fact[0] in time:
        yield f"hangs=below>{tokens[time[time.index(fact[0]) - 1]].dep}"
    elif time[0] in fact:
        yield f"hangs=above>{tokens[fact[fact.index(time[0]) - 1]].dep}"
    else:
        yield "hangs=beside"


def stage_of(unit: Sentence, at: Position, span: tuple[int, int], stages: Mapping[str, str]) -> str:
    """Say at which stage of a case something happens, by the verbs above it, else by the words of its span."""
    above = (unit.tokens[place].lower for place in at.verbs[:2])
    inside = (token.lower for token in unit.tokens_in(*span)) if span[1] else iter(())
    return next((stages[word] for words in (above, inside) for word in words if word in stages), "none")


def _bar(placed: PlacedTime) -> str:
    if placed.expression.kind in (TimeKind.COMPARISON, TimeKind.LOOSE):
        return str(placed.expression.kind)
    if placed.noun is not None:
        return "noun"
    return "reported" if placed.reports else "clause"


def of_back(asked: Asked, placed: PlacedTime, rank: int) -> Iterator[str]:
    """Tell how far before the fact's sentence a time stands; `rank` counts the framing times that are nearer."""
    sentence = asked.reading.sentences[placed.unit]
    back, lines = asked.unit.index - placed.unit, asked.unit.unit.line - sentence.unit.line
    frames = "yes" if placed.frames else "no"
    far = "1" if back == 1 else "2" if back == 2 else "3-5" if back <= 5 else "6-10" if back <= 10 else "more"
    yield f"back={far}"
    yield f"shape={asked.shape}>back"
    yield f"since told={asked.tense}>{'near' if back <= 2 else 'far'}"
    yield f"frames={frames}"
    yield f"lines={lines if lines < 3 else 'more'}"
    away = "same" if lines == 0 else "near" if lines < _NEAR_LINES else "far"
    yield f"setting={frames}>{'later' if rank else 'first'}>{away}"
    if placed.opens:
        yield "opens"
    if is_other_item(asked.reading, asked.unit, sentence):
        yield "other item"
    if asked.lead_in is not None and 0 <= asked.lead_in - placed.unit <= 1:
        yield "lead-in"
    if rank:
        yield "others between=" + ("one" if rank == 1 else "many")
    subject = asked.subject
    if subject == "name":
        subject = "name again" if names_again(asked.unit, sentence) else "new name"
    yield f"takes up={subject}>{'near' if back <= 2 else 'far'}"
    yield from _role(placed)
    if asked.compared:
        yield f"base=compared>{'comparison' if placed.expression.kind is TimeKind.COMPARISON else 'other'}"


def of_ahead(asked: Asked, placed: PlacedTime, rank: int, refers: str) -> Iterator[str]:
    """Tell how far behind the fact's sentence a time stands; `refers` says how the time's sentence takes it up."""
    ahead = placed.unit - asked.unit.index
    yield f"refers={refers}"
    yield f"shape={asked.shape}>ahead"
    yield "ahead=" + ("1" if ahead == 1 else "2" if ahead == 2 else "more")
    yield f"frames={'yes' if placed.frames else 'no'}"
    if rank:
        yield "others between=" + ("one" if rank == 1 else "many")
    yield from _role(placed)


def _role(placed: PlacedTime) -> Iterator[str]:
    if placed.reports:
        yield "told there"
    if placed.noun is not None:
        yield "of a noun"
    if TimeTrait.LIMIT in placed.expression.traits:
        yield "limit"
    yield f"kind={placed.expression.kind}"


def of_itself(asked: Asked, placed: PlacedTime, beside: Sequence[PlacedTime]) -> Iterator[str]:
    """Tell what a time is by itself, wherever it stands; `beside` are the times of its sentence."""
    nested = {_nesting(placed.expression.interval, other.expression.interval) for other in beside}
    yield from (f"nested={way}" for way in ("coarser", "finer") if way in nested)
    interval, published = placed.expression.interval, asked.reading.article.published
    told = interval.start or interval.end
    where = "own" if placed.unit == asked.unit.index else "other"
    if not told:
        yield f"unresolved={where}"
    precision = interval.precision if told else TimePrecision.UNKNOWN
    yield f"precision={'share' if asked.share else 'fact'}>{where} {precision}"
    if interval.start and published and interval.start > published:
        yield f"to come={asked.tense}"


def _nesting(own: Interval, other: Interval) -> str:
    """Say whether a time holds another one of its sentence, or lies in it: "Last year … on June 4"."""
    if own == other or not (own.start and own.end and other.start and other.end):
        return ""
    if own.start <= other.start and other.end <= own.end:
        return "coarser"
    return "finer" if other.start <= own.start and own.end <= other.end else ""


def is_coarser(placed: PlacedTime, beside: Sequence[PlacedTime]) -> bool:
    """See a time of which the same clause tells a finer one: "Last year, the amnesty was held on June 4"."""
    own, verbs = placed.expression.interval, placed.at.verbs[:1]
    return any(
        other.at.verbs[:1] == verbs and other.noun is None and _nesting(own, other.expression.interval) == "coarser"
        for other in beside
    )


def of_article(asked: Asked, placed: PlacedTime, named: int, top: bool) -> Iterator[str]:
    """Tell what the article does with a time told in another sentence; `named` counts how often it is named."""
    if named > 1:
        yield "named=" + ("twice" if named == 2 else "more")
    if top:
        yield "top"
        interval = placed.expression.interval
        if interval.start and interval.precision is not TimePrecision.DAY:
            yield "top period" + ("=share" if asked.share else "=fact")


def of_story(asked: Asked, placed: PlacedTime, story: Interval) -> str:
    """Tell how a time lies to the one that the article is about, and how near it stands."""
    kind = "day" if story.precision is TimePrecision.DAY else "period"
    line = asked.reading.sentences[placed.unit].unit.line
    near = "own" if placed.unit == asked.unit.index else "line" if line == asked.unit.unit.line else "far"
    which = "share" if asked.share else "fact"
    return f"story={way_to(placed.expression.interval, story)} {kind}>{near}>{which}"


def against(asked: Asked, near: str | None, own: str, times: int) -> Iterator[str]:
    """Tell what speaks for no time: a fact in the present, a heading, an article that names few times."""
    yield f"tense={asked.tense}"
    if asked.having:
        yield "having"
    yield f"no nearest={near or 'at all'}"
    yield f"own times={own}"
    if asked.share:
        yield "share"
    if any(start <= asked.start < end for start, end in asked.reading.layout.headings):
        yield "place=heading"
    elif asked.unit.text.startswith(("“", '"', "‘", "«")):
        yield "place=quotation"
    yield "times=" + ("one" if times <= 1 else "few" if times <= 3 else "some" if times <= 8 else "many")
