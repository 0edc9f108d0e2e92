"""Propose, weigh, choose: how every decision with more than one possible answer is made.

A *decision* ("the role of an amount of money") has a catalogue of *evidence*: named observations, each with one line
of why and an example. A reader proposes *candidates*, generously; each carries its value and the names of the evidence
that speaks for or against it. `choose` adds the fitted weights of that evidence and gives the best candidate, or none,
with the probability that it is right:

    >>> from newsfacts.weigh import Candidate, Decision, Evidence, Weights, choose
    >>> ROLE = Decision(
    ...     "role",
    ...     "what an amount of money is in the story",
    ...     (
    ...         Evidence("verb says so", "the verb above it is one of this role", "They stole £50."),
    ...         Evidence("role", "how often amounts have this role at all", "role=stolen"),
    ...     ),
    ... )
    >>> weights = Weights(ROLE, {"verb says so": 210, "role=stolen": 40, "role=fine": -30}, none=50, threshold=400)
    >>> stolen = Candidate("stolen", ("verb says so", "role=stolen"))
    >>> choice = choose([stolen, Candidate("fine", ("role=fine",))], weights)
    >>> choice.value, choice.confidence
    ('stolen', 0.836)
    >>> for spoken in weights.spoken(stolen):
    ...     print(spoken.weight, spoken.evidence, "–", spoken.why)
    2.1 verb says so – the verb above it is one of this role
    0.4 role=stolen – how often amounts have this role at all

Both shapes are the same function. *Rivals*: several candidates and the possibility that none is right, as above.
*Each by itself* ("this run of words is a person"): one candidate against none, `choose([candidate], weights)`. A
decision that must answer has `may_be_none=False`; what speaks for none itself is said with
`choose(…, against=("no verb",))`. A choice keeps all its candidates: that is what fitting compares with gold.

Evidence is a word of the catalogue, or that word, "=" and a value of a closed set: a bin ("distance=far") or a class of
a lexicon ("verb=stolen"), never a word of the text. Values of one name have a weight each.

Weights are integers of a hundredth, so that no sum depends on the order of adding, and probabilities come from integer
tables: the same bytes on any machine. `read_weights` reads the table of a decision, from the package or from the folder
that `--weights` names. Fitting is in `fitting.py` (numpy, no other dependency), its check on articles left out in
`crossvalidation.py`; which decisions there are, and how their candidates are compared with gold, in
`newsfacts/evaluation/learning`. How to add one, and how to fit: docs/weighing.md.
"""

from newsfacts.weigh.choice import Candidate, Choice, choose
from newsfacts.weigh.decision import Decision, Evidence
from newsfacts.weigh.situation import Situation
from newsfacts.weigh.weights import Spoken, Weights, read_weights

__all__ = [
    "Candidate",
    "Choice",
    "Decision",
    "Evidence",
    "Situation",
    "Spoken",
    "Weights",
    "choose",
    "read_weights",
]
