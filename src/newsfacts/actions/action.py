"""What happened to the counted things: a weighed decision over the words that the ways of `ways.py` lead to.

Evidence is the ways, how far up the list of ways a word stands, what class its verb is of, whether the verb goes with
the class of the noun, where it stands and what stands between. Not here: who did it (`agent.py`), what kind of event it
is (`event_type.py`).
"""

from collections.abc import Iterator, Mapping, Sequence

from newsfacts.actions.act import Predicate
from newsfacts.actions.counted import Counted
from newsfacts.actions.event_type import noun_class
from newsfacts.actions.ways import WAYS, reached
from newsfacts.language import syntax
from newsfacts.language.phrases import is_noun, is_verb
from newsfacts.weigh import Candidate, Choice, Decision, Evidence, Weights, choose

__all__ = ["DECISION", "choose_action", "propose"]

DECISION = Decision(
    "action",
    "which word says what happened to the counted things",
    (
        *(Evidence(way.name, way.why, way.example) for way in WAYS),
        Evidence("rank", "the ways are listed from the surest on", "Police arrested [six men]."),
        Evidence("ways", "a word that several ways lead to is likelier", "[Six men] were arrested."),
        Evidence("class", "some verbs leave the act to another word", "Charges were filed against [nine men]."),
        Evidence(
            "goes with", "verbs tell events of some classes of things", "They seized [six guns] in a car they hit."
        ),
        Evidence("over", "the word over the noun decides how much its own says", "Police recorded [191 arrests]."),
        Evidence(
            "leaves",
            "a verb that says little leaves the act to a word near it",
            "Charges were filed against [nine men].",
        ),
        Evidence("below", "a noun's own clause weighs by the class of the verb above", "It excludes [31 men] rescued."),
        Evidence("sort", "a verb, a noun or an adjective may say it", "Police made [191 arrests]."),
        Evidence("far", "what is said stands near its noun", "Police, he said, arrested [six men]."),
        Evidence("between", "commas and other verbs part a noun from a verb", "He fled, and police held [six men]."),
        Evidence(
            "object taken", "a verb that has another object tells of that", "Police stopped a van after [six men] fled."
        ),
        Evidence("noun tells", "where the noun tells it, another word need not", "[191 arrests] followed."),
        Evidence("no verb", "fragments tell no act, or that of their lead-in", "[Six knives]"),
        Evidence("nothing near", "where only distant words were found, none may say it", "In 2019, [six men]"),
    ),
)
"""Nearly every counted thing has a word for what happened to it."""

Reached = Mapping[int, tuple[Predicate, list[str]]]
"""Words by position, with the ways that lead there."""

_FAR = ((1, "1"), (2, "2"), (4, "4"), (7, "7"), (12, "12"))
_CLAUSES = frozenset({"participle", "relative", "modifier", "gerund", "adjoining"})
_OPEN = dict.fromkeys(("being", "light", "support", "raising", "listing"), "open")
"""Classes of verbs that say little, together."""
_LEFT_OPEN = ("complement", "carried", "state", "own")
"""Ways to words that fill what a verb that says little leaves open."""
_GOVERNING = frozenset({"passive subject", "object", "subject", "governor"})


def choose_action(counted: Counted, weights: Weights) -> Choice[Predicate]:
    """Choose what happened to the counted things."""
    found = reached(counted)
    return choose(propose(counted, found), weights, tuple(_against(counted, found)))


def propose(counted: Counted, found: Reached) -> list[Candidate[Predicate]]:
    """Give every word that may say what happened, the likeliest way first."""
    kind = noun_class(counted.noun, counted.words.kinds)
    best = min((_rank(names) for _, names in found.values()), default=0)
    left = next((name for name in _LEFT_OPEN for _, names in found.values() if name in names), "nothing")
    return [
        Candidate(predicate, (*_evidence(counted, predicate, names, kind, left), *_ranked(names, best)))
        for predicate, names in found.values()
    ]


def _ranked(names: Sequence[str], best: int) -> Iterator[str]:
    yield f"rank={'first' if _rank(names) == best else 'later'}"
    yield f"ways={min(len(names), 4)}"


_ORDER = {way.name: place for place, way in enumerate(WAYS)}


def _rank(names: Sequence[str]) -> int:
    return min(_ORDER[name] for name in names)


def _against(counted: Counted, found: Reached) -> Iterator[str]:
    if not any(is_verb(token) for token in counted.sentence.tokens):
        yield "no verb"
    if not any(_rank(names) < _ORDER["above"] for _, names in found.values()):
        yield "nothing near"


def _evidence(counted: Counted, found: Predicate, names: Sequence[str], kind: str, left: str) -> Iterator[str]:
    """Yield what speaks for a word as the action of a count: its proposal, its class, what stands above it."""
    yield from names
    sort = _class(counted, found.lemma)
    yield f"class={sort}"
    yield f"goes with={_fit(counted, found.lemma, kind)}"
    governor = counted.governor
    above = _class(counted, governor.lemma) if governor is not None and governor.position != found.position else "none"
    for name in names:
        if name in _LEFT_OPEN:
            yield f"over={name} {_OPEN.get(above, above)}"
    if governor is not None and governor.position == found.position and sort != "full":
        yield f"leaves={_OPEN.get(sort, sort)} {left}"
    elif counted.token.lower in counted.words.nouns:
        yield f"noun tells={sort}"
    clause = next((name for name in names if name in _CLAUSES), None)
    if clause is not None:
        yield f"below={above}"
        yield f"below={clause} {counted.token.dep if counted.token.dep in _DEPS else 'other'}"
    if found.elsewhere:
        return
    token = counted.sentence.tokens[found.position]
    yield f"sort={token.tag if is_verb(token) else 'noun' if is_noun(token) else 'adjective'}"
    distance = token.position - counted.position
    size = next((name for most, name in _FAR if abs(distance) <= most), "more")
    yield f"far={'behind' if distance > 0 else 'ahead'} {size}"
    yield f"between={_parted(counted, found.position)}"
    if not _GOVERNING & set(names) and any(
        p != counted.position for p in syntax.objects(counted.sentence, token.position)
    ):
        yield "object taken"


_DEPS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "ROOT", "attr", "appos"})


def _class(counted: Counted, lemma: str) -> str:
    words = counted.words
    if lemma in words.classes:
        return words.classes[lemma]
    return "saying" if lemma in words.reporting else "change" if lemma in words.changing else "full"


def _fit(counted: Counted, lemma: str, kind: str) -> str:
    """Say whether the verb tells an event of this class of things, of any thing, of others only, or of nothing."""
    classes = counted.words.events.get(lemma)
    if classes is None:
        return "nothing"
    return "class" if kind and kind in classes else "any" if "" in classes else "others"


def _parted(counted: Counted, position: int) -> str:
    """Say what parts the noun from a word: another verb, a mark, a clause, nothing."""
    first, last = sorted((counted.position, position))
    inside = counted.sentence.tokens[first + 1 : last]
    if any(token.text in (";", ":", ".") for token in inside):
        return "break"
    verb = any(syntax.is_clause_verb(token) for token in inside)
    opens = any(token.tag in ("WDT", "WP", "WRB") or token.dep == "mark" for token in inside)
    comma = any(token.text == "," for token in inside)
    return f"{'clause' if opens else 'verb' if verb else 'comma' if comma else 'nothing'}"
