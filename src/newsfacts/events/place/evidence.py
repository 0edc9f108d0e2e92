"""What is seen of a fact and a place that may be its: the evidence of the decision `place`.

Not here: what the evidence means (`catalogue.py`) and how candidates are found (`map.py`).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from newsfacts.events.paragraphs import leads_to
from newsfacts.events.place.mentions import PlaceKind, PlaceMention
from newsfacts.events.place.nearest import Nearest, cost_of, is_itself
from newsfacts.events.ties import subject_of
from newsfacts.language.clauses import Position
from newsfacts.language.pipeline import Sentence
from newsfacts.language.tense import is_share, shape_of, tense_of
from newsfacts.lexicons.function_words import function_words
from newsfacts.record import SectionKind

__all__ = ["Asked", "against", "asked_of", "of_all", "of_dateline", "of_itself", "of_other", "of_own"]

_COSTS = ((0.5, "phrase"), (1.99, "verb"), (3.99, "above"), (4.99, "below"))
_STRENGTH = (
    PlaceKind.LOCATIVE,
    PlaceKind.GENERIC,
    PlaceKind.ORGANISATION,
    PlaceKind.SITE,
    PlaceKind.BARE,
    PlaceKind.MODIFIER,
    PlaceKind.DESTINATION,
)
"""What places do, the likeliest to be where something was first."""
_POINTING = frozenset({"here", "there"})
"""Words for a place that was told."""
_PREPOSITIONS = function_words("before a place")
_DATELINE = 4
"""Lines from the top in which the dateline's place is that of the story."""
_FAR = ((1, "1"), (2, "2"), (5, "3-5"), (10, "6-10"))


@dataclass(frozen=True, slots=True)
class Asked:
    """Hold a fact whose place is asked for."""

    unit: Sentence
    """The fact's sentence."""
    start: int
    """Index of its first character."""
    end: int
    """Index behind it."""
    at: Position
    """Where it stands in the parse."""
    heading: bool
    """It stands in a heading or title."""
    share: bool
    """Its sentence compares figures."""
    wide: bool
    """Its sentence speaks of the whole country."""
    tense: str
    """Of its clause."""
    item: bool
    """It stands in an item of a digest, whose place is its own."""
    lead_in: int | None
    """The unit that leads to the list in which it stands."""
    shape: str
    """How its clause is put: finite, gerund, …"""
    subject: str
    """How its sentence takes up what was told: pronoun, definite, name, fresh, none, event."""
    there: bool
    """Its sentence points to a place that was told: "there"."""


def asked_of(nearest: Nearest, unit: Sentence, start: int, end: int, at: Position) -> Asked:
    """Look at a fact whose place is asked for."""
    heading = any(first <= start < last for first, last in nearest.reading.layout.headings)
    wide = not nearest.classes["adverb"].isdisjoint(unit.lowers)
    tense = tense_of(unit, at, nearest.statements)
    reading = nearest.reading
    lead_in = leads_to(reading, unit)
    item = reading.layout.section_at(start).kind is SectionKind.ITEM
    led = lead_in.index if lead_in else None
    subject = subject_of(unit, nearest.stages)
    there = not _POINTING.isdisjoint(unit.lowers) and any(
        token.lower in _POINTING and token.dep == "advmod" for token in unit.tokens
    )
    return Asked(
        unit, start, end, at, heading, is_share(unit), wide, tense, item, led, shape_of(unit, at), subject, there
    )


def of_own(nearest: Nearest, asked: Asked, mention: PlaceMention) -> Iterator[str]:
    """Tell how a place of the fact's own sentence hangs together with it."""
    cost = cost_of(asked.at, mention, asked.start, asked.end)
    side = "before" if mention.start < asked.start else "behind"
    if is_itself(mention, asked.start, asked.end):
        yield "barred=itself"
    elif nearest.is_told_there(mention) and asked.at.verbs[:1] != mention.at.verbs[:1]:
        yield "barred=told there"
    elif cost is None:
        yield f"barred={mention.kind} {side}"
    else:
        near = next((name for limit, name in _COSTS if cost - nearest.base(mention) <= limit), "far")
        yield f"own={near} {side}"
        yield f"own kind={near}>{mention.role}"
    clause = "same" if mention.at.verbs[:1] == asked.at.verbs[:1] else "other"
    yield f"shape={asked.shape}>{clause}"
    low, high = min(asked.end, mention.end), max(asked.start, mention.start)
    between = asked.unit.tokens_in(low, max(low, high))
    if any(token.tag in ("CD", "$") for token in between):
        yield "figures between"
    others = (other for other in nearest.in_unit(asked.unit.index) if other is not mention)
    if any(low <= other.start < high and other.role is PlaceKind.LOCATIVE for other in others):
        yield "others between=own"
    if between and between[0].text in (":", "–", "-", "—") and mention.start <= asked.unit.start + 2:
        yield "row"
    if mention.kind is PlaceKind.FIGURED:
        yield f"figured={_turn(nearest, asked, mention)}"


def _turn(nearest: Nearest, asked: Asked, mention: PlaceMention) -> str:
    """Tell whether it is a figured area's turn: the last one before a fact has its figures."""
    before = [m for m in nearest.in_unit(asked.unit.index) if m.kind is PlaceKind.FIGURED and m.end <= asked.start]
    return "last" if before[-1:] == [mention] else "earlier" if mention.end <= asked.start else "later"


def of_other(nearest: Nearest, asked: Asked, mention: PlaceMention) -> Iterator[str]:
    """Tell how far from the fact's sentence a place stands."""
    sentence = nearest.reading.sentences[mention.unit]
    away = asked.unit.index - mention.unit
    if away > 0:
        far = next((name for limit, name in _FAR if away <= limit), "more")
        yield f"back={far}"
        yield f"setting={mention.kind}>{'near' if away <= 2 else 'far'}"
        lines = asked.unit.unit.line - sentence.unit.line
        yield f"lines={lines if lines < 3 else 'more'}"
    else:
        yield "ahead=" + next((name for limit, name in _FAR[:2] if -away <= limit), "more")
    if nearest.is_told_there(mention):
        yield "told there"
    if mention.unit == asked.lead_in:
        yield "lead-in"
    if away > 0:
        yield f"takes up={asked.subject}>{'near' if away <= 2 else 'far'}"
    else:
        yield f"refers={subject_of(sentence, nearest.stages)}"
    shared = len(nearest.content(asked.unit.index) & nearest.content(mention.unit))
    yield "shared words=" + ("none" if not shared else "one" if shared == 1 else "many")
    if asked.there and away > 0:
        yield "there"
    yield f"shape={asked.shape}>{'back' if away > 0 else 'ahead'}"
    low, high = sorted((asked.unit.index, mention.unit))
    rivals = nearest.framing_between(low, high, mention.text)
    if rivals:
        yield "others between=" + ("one" if rivals == 1 else "many")


def of_dateline(nearest: Nearest, asked: Asked) -> Iterator[str]:
    """Tell how far from the dateline a fact is, and in what kind of text."""
    digest = any(section.kind is SectionKind.ITEM for section in nearest.reading.layout.sections)
    line = asked.unit.unit.line - (nearest.reading.sentences[0].unit.line if nearest.reading.sentences else 0)
    where = "digest" if digest else "near" if line <= _DATELINE else "far"
    yield f"dateline={where}>{'report' if nearest.is_report else 'story'}"
    yield f"shape={asked.shape}>dateline"


def of_itself(nearest: Nearest, mention: PlaceMention, levels: Mapping[str, str]) -> Iterator[str]:
    """Tell what a place is by itself, wherever it stands."""
    sentence = nearest.reading.sentences[mention.unit]
    first = sentence.token_at(mention.start)
    before = sentence.tokens[first.position - 1].lower if first is not None and first.position else ""
    yield f"behind={before if before in _PREPOSITIONS else 'none' if not before else 'other'}"
    yield "area=" + ("road" if mention.road else "area" if mention.area else "spot")
    yield f"level={_level(mention.text, levels)}"
    if nearest.is_ranked(mention):
        yield "ranked"


def of_all(nearest: Nearest, asked: Asked, first: PlaceMention, mentions: Sequence[PlaceMention]) -> Iterator[str]:
    """Tell what the mentions of one place show together, of which `first` is the nearest."""
    if first.unit == asked.unit.index:
        yield f"kind={first.role}"
    else:
        roles = (mention.role for mention in mentions if mention.unit != asked.unit.index)
        yield f"far={min(roles, key=_STRENGTH.index)}"
    top = any(mention.unit <= nearest.lead for mention in mentions)
    size = "area" if first.area else "spot"
    yield f"scope={'report' if nearest.is_report else 'story'}>{'top' if top else 'below'} {size}"


def _level(text: str, levels: Mapping[str, str]) -> str:
    name = text.lower().removeprefix("the ")
    return levels.get(name) or levels.get(name.rpartition(", ")[2], "unknown")


def against(nearest: Nearest, asked: Asked, near: str | None) -> Iterator[str]:
    """Tell what speaks for no place: a fact in the present, what is owed, an article that names few places."""
    yield f"tense={asked.tense}"
    yield f"no nearest={near or 'at all'}"
    own = sum(mention.role is PlaceKind.LOCATIVE for mention in nearest.in_unit(asked.unit.index))
    yield "own places=" + ("none" if not own else "one" if own == 1 else "many")
    if asked.share:
        yield "share"
    if asked.heading:
        yield "stands=heading"
    elif asked.unit.text.startswith(("“", '"', "‘", "«")):
        yield "stands=quotation"
    if nearest.is_nowhere(asked.unit, asked.at.verbs):
        yield "nowhere"
    if nearest.is_testimony(asked.unit, asked.at.verbs):
        yield "testimony"
    number = nearest.names
    yield "places=" + ("one" if number <= 1 else "few" if number <= 3 else "some" if number <= 8 else "many")
