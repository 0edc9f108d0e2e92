"""What tests of the language share: a pipeline whose layers are exact."""

import pytest
import spacy

from newsfacts.language import encoder
from newsfacts.options import DEFAULT_MODEL


@pytest.fixture(scope="module")
def exact() -> spacy.language.Language:
    """Load the stock pipeline with exact layers, whose walk is still spaCy's own."""
    nlp = spacy.load(DEFAULT_MODEL)
    encoder.quicken(nlp)
    return nlp
