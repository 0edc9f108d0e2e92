"""The colours in which displaCy draws the spans of documents."""

from collections.abc import Mapping
from itertools import cycle
from typing import Any

from newsfacts.engines.component import NAME
from newsfacts.record import Kind

__all__ = ["LABELS", "PERSON", "displacy_options"]

PERSON = "person"
"""Label of a mention of somebody."""
_COLOURS = ("#bfe3f0", "#c5e8b7", "#f7d9a8", "#e2cff4", "#e6e6e6")
LABELS: Mapping[str, str] = {**dict(zip(Kind, cycle(_COLOURS), strict=False)), PERSON: "#f9c9c9"}
"""Labels of spans, each with a colour on which black text has a contrast of more than 12 to 1."""


def displacy_options(spans_key: str = NAME) -> dict[str, Any]:
    """Give the options by which displaCy draws the spans: `displacy.render(doc, style="span", options=…)`.

    Example:
        >>> sorted(displacy_options()["colors"])
        ['count', 'money', 'percentage', 'person', 'quantity', 'quote']
    """
    return {"spans_key": spans_key, "colors": {str(label): colour for label, colour in LABELS.items()}}
