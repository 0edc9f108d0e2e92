"""The colours in which displaCy draws the spans of documents."""

from collections.abc import Mapping
from typing import Any

from newsfacts.engines.component import NAME
from newsfacts.record import Kind

__all__ = ["LABELS", "PERSON", "displacy_options"]

PERSON = "person"
"""Label of a mention of somebody."""
LABELS: Mapping[str, str] = {
    **{Kind.COUNT: "#bfe3f0", Kind.MONEY: "#c5e8b7", Kind.PERCENTAGE: "#f7d9a8", Kind.QUANTITY: "#e2cff4"},
    **{Kind.QUOTE: "#e6e6e6", PERSON: "#f9c9c9"},
}
"""Labels of spans, each with a colour on which black text has a contrast of more than 12 to 1."""


def displacy_options(spans_key: str = NAME) -> dict[str, Any]:
    """Give the options by which displaCy draws the spans: `displacy.render(doc, style="span", options=…)`.

    Example:
        >>> sorted(displacy_options()["colors"])
        ['count', 'money', 'percentage', 'person', 'quantity', 'quote']
    """
    return {"spans_key": spans_key, "colors": {str(label): colour for label, colour in LABELS.items()}}
