"""Whether a run of words is a person: one weighed decision a form, over all its mentions in the document.

What one sentence shows of one mention are the witnesses of `witnesses.py`. Here the mentions of a form speak
together: a surname with a kinship possessive in one sentence and a speech verb in another is somebody, though
neither says enough.
What speaks for a person counts from wherever it stands; what speaks against counts less where it is true of some
mentions only. Not here: which person a name means; that is `identity/`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from newsfacts.people.names.candidates import Candidate
from newsfacts.people.names.witnesses import WITNESSES, score
from newsfacts.weigh import Candidate as Weighed
from newsfacts.weigh import Choice, Decision, Evidence, Weights, choose, read_weights

__all__ = ["DECISION", "Form", "NameReader", "name_reader"]

Form = tuple[str, ...]
"""The words of a name, folded."""

DECISION = Decision(
    "person",
    "whether a run of words is a person",
    (
        Evidence("words", "one word alone is seldom a full name", "[Roe] left."),
        Evidence("impression", "the mention that looks most like a person, by its witnesses", "[Sgt Ann Roe] spoke."),
        Evidence("worst", "the mention that looks least like one", "He lives in [Roe] Road."),
        Evidence("mentions", "who is named is named again", "[Roe] left. Roe ran."),
        Evidence("labels", "how many mentions the model calls a person", "[Roe] left. Roe ran."),
        *(Evidence(witness.id, witness.why, witness.example) for witness in WITNESSES),
    ),
    least=0.5,
)
"""A form against none; "=one" or "=more" behind an evidence says of how many words the form is."""

_AGAINST = frozenset(witness.id for witness in WITNESSES if witness.weight < 0)
_EXCLUDING = frozenset(witness.id for witness in WITNESSES if witness.weight <= -5)
_LABELS = ("model_person", "model_person_single", "model_person_partly")
_IMPRESSIONS = ((-3.0, "none"), (-1.0, "poor"), (0.25, "low"), (1.25, "some"), (2.25, "near"), (3.25, "fair"),
                (4.75, "good"), (6.75, "strong"))  # fmt: skip
"""Upper ends of the bins of an impression; the witnesses' threshold lies in "fair"."""


@dataclass(frozen=True)
class NameReader:
    """Decide which forms are people; make one with `name_reader`."""

    weights: Weights
    """Weights of the decision."""

    def decide(self, candidates: Iterable[Candidate]) -> Mapping[Form, Choice[Form]]:
        """Decide about every form of the candidates, in order of first mention."""
        forms: dict[Form, list[Candidate]] = {}
        for candidate in candidates:
            forms.setdefault(candidate.folds, []).append(candidate)
        return {form: self._choose(form, mentions) for form, mentions in forms.items()}

    def _choose(self, form: Form, mentions: Sequence[Candidate]) -> Choice[Form]:
        """Weigh one form; none where all mentions have an excluding witness that is too rare to be fitted."""
        words = "one" if mentions[0].single else "more"
        rare = {name for name in _EXCLUDING if f"{name}={words}" not in self.weights.known}
        if all(mention.ids & rare for mention in mentions):
            return choose((), self.weights)
        return choose((Weighed(form, tuple(_evidence(mentions))),), self.weights)


def _evidence(mentions: Sequence[Candidate]) -> Iterator[str]:
    """Give the pooled evidence of one form, each name once."""
    words = "one" if mentions[0].single else "more"
    scores = sorted(score(mention.ids) for mention in mentions)
    yield f"words={min(len(mentions[0].folds), 5)}"
    yield f"impression={words} {_bin(scores[-1])}"
    if len(mentions) > 1:
        yield f"worst={words} {_bin(scores[0])}"
    yield f"mentions={words} {min(len(mentions), 4)}"
    labelled = sum(not mention.ids.isdisjoint(_LABELS) for mention in mentions)
    yield f"labels={words} {'no' if not labelled else 'all' if labelled == len(mentions) else 'some'}"
    for name in sorted({name for mention in mentions for name in mention.ids if name != "weak"}):
        if name not in _AGAINST or all(name in mention.ids for mention in mentions):
            yield f"{name}={words}"
        else:
            yield f"{name}={words} partly"


def _bin(value: float) -> str:
    return next((name for end, name in _IMPRESSIONS if value < end), "certain")


def name_reader(weights: tuple[Path, ...] = ()) -> NameReader:
    """Read the weights, of the folder `weights` where it has them."""
    return NameReader(read_weights(DECISION, weights))
