"""When, where and how a fact holds: the readers of context, each asked once for an article and then for each span."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from newsfacts.events.place.reader import PlaceMap
from newsfacts.events.status.reader import StatusMap
from newsfacts.events.time.reader import TimeLine
from newsfacts.language.bulkhead import Bulkhead
from newsfacts.rules.trace import Trace

__all__ = ["Context"]


@dataclass(frozen=True, slots=True)
class Context:
    """Hold what the readers of context made of one article; None for one that failed."""

    times: TimeLine | None
    places: PlaceMap | None
    statuses: StatusMap | None
    bulkhead: Bulkhead

    def fields(self, start: int, end: int) -> dict[str, Any]:
        """Give the context fields that facts of every kind have, for a span of the reading text."""
        ask, span = self.bulkhead.ask, (start, end)
        when = ask("times", span, partial(self.times.for_span, start, end)) if self.times else None
        where = ask("places", span, partial(self.places.for_span, start, end)) if self.places else None
        how = ask("statuses", span, partial(self.statuses.for_span, start, end)) if self.statuses else None
        return {
            "event_id": None,
            "status": how and how.status, "attribution": how and how.attribution,
            "attribution_person_id": how and how.person_id, "attribution_confidence": how and how.confidence,
            "time_text": when and when.text, "time_start": when and when.start, "time_end": when and when.end,
            "time_precision": when and when.precision,
            "time_source": when and when.source, "time_confidence": when and when.confidence,
            "place": where and where.text, "place_source": where and where.source,
            "place_confidence": where and where.confidence,
        }  # fmt: skip

    def tell(self, trace: Trace, fact_id: str, start: int, end: int) -> None:
        """Note how the context of a fact was decided."""
        if self.times:
            trace.decide(fact_id, "time", self.times.choice(start, end), lambda told: told.text)
        if self.places:
            trace.decide(fact_id, "place", self.places.choice(start, end), lambda told: told.text)
        if self.statuses:
            trace.decide(fact_id, "attribution", self.statuses.attribution(start, end), lambda source: source.text)
