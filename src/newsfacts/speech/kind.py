"""Direct speech as a kind of fact."""

from collections.abc import Mapping
from typing import Any

from newsfacts.record import Quote, QuoteType
from newsfacts.rules.kind import Compare, FactKind, Gold, GoldField
from newsfacts.speech.reader import QuoteMatch
from newsfacts.speech.rules import RULES
from newsfacts.weigh.confidence import NO_PERSON

__all__ = ["KIND"]


def _fields(match: QuoteMatch) -> Mapping[str, Any]:
    return {
        "speaker": match.speaker, "speaker_person_id": match.speaker_person_id, "cue": match.cue,
        "quote_type": QuoteType.DIRECT,
    }  # fmt: skip


KIND = FactKind(
    model=Quote,
    match=QuoteMatch,
    fields=_fields,
    rules=RULES,
    gold=Gold("quotes", GoldField("speaker", Compare.WORDS)),
    words=("reporting_verbs", "speech_words"),
    doubts={"speaker_person_id": NO_PERSON},
)
"""What somebody said, between its marks."""
