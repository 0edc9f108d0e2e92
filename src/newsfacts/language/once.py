"""Ask a question about a sentence once: its answer is kept with the sentence, so that nobody pays for it twice.

Not here: the questions (`syntax.py`, `clauses.py`, `tense.py`).
"""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from newsfacts.language.pipeline import Sentence

__all__ = ["once"]

_Asked = ParamSpec("_Asked")
_Answer = TypeVar("_Answer")


def once(
    question: Callable[Concatenate[Sentence, _Asked], _Answer],
) -> Callable[Concatenate[Sentence, _Asked], _Answer]:
    """Keep the answers to a question with the sentence, one for what else is asked; that must be hashable."""

    @wraps(question)
    def ask(sentence: Sentence, /, *asked: _Asked.args, **named: _Asked.kwargs) -> _Answer:
        key = (question, *asked)
        known = sentence.answers
        if key not in known:
            known[key] = question(sentence, *asked, **named)
        answer: _Answer = known[key]
        return answer

    return ask
