"""newsfacts as a component of a spaCy pipeline: `nlp.add_pipe("newsfacts")`.

The component reads the text of each document and sets

    doc._.newsfacts              its Record; None where it failed
    doc._.newsfacts_failure      why it failed; None where it did not
    doc.spans["newsfacts"]       the facts and the mentions of people: label count, money, …, person; id: fact or person

The record is the one that the extractor makes of the same text, to the byte: the component reads with its own parse,
its own tokens and sentences, which its rules and weights were measured on, and takes nothing from the pipeline it
stands in. So it may stand anywhere in any pipeline, also a blank one, and costs what the extractor costs. Spans are
laid over the document's own tokens: one that begins or ends inside a token takes the whole token; the record has the
exact characters.

spaCy imports this module whenever it looks for factories, so it loads no more than it must.

What is known beside the text (id, title, date of publication) is told before: `doc._.newsfacts_article = Article(…)`.
"""

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from spacy.language import Language

from newsfacts.options import Options

if TYPE_CHECKING:
    from newsfacts.engines.component.documents import Newsfacts

__all__ = ["NAME", "make"]

NAME = "newsfacts"
"""Of the factory, of the attribute of a document, and of its group of spans."""
_DEFAULTS: dict[str, Any] = {
    **{option.name: option.default for option in fields(Options)},
    **{"packs": [], "spans_key": NAME},
}


@Language.factory(NAME, default_config=_DEFAULTS, assigns=[f"doc._.{NAME}", "doc.spans"])
def make(  # noqa: PLR0913, PLR0917 (one argument a field of the config: spaCy checks them by their names and types)
    nlp: Language,
    name: str,
    model: str,
    packs: list[str],
    lexicons: str | None,
    weights: str | None,
    calibration: str | None,
    any_language: bool,
    place_ids: bool,
    min_confidence: float | None,
    spans_key: str,
) -> "Newsfacts":
    """Make the component; the config has the fields of `newsfacts.Options`, and `spans_key`."""
    from newsfacts.engines.component.documents import Newsfacts

    config = {
        **{"model": model, "packs": packs, "lexicons": lexicons, "weights": weights, "calibration": calibration},
        **{"any_language": any_language, "place_ids": place_ids, "min_confidence": min_confidence},
    }
    return Newsfacts(config, spans_key)
