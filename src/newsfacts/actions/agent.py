"""Who did it: a weighed decision over the actors that the ways of `actors.py` lead to; none is an answer."""

from collections.abc import Iterator, Sequence

from newsfacts.actions.act import Agent
from newsfacts.actions.actors import ACTOR_WAYS, actors
from newsfacts.actions.deed import Act, Actor
from newsfacts.actions.event_type import noun_class
from newsfacts.actions.hanging import BEHIND, hanging
from newsfacts.language import syntax
from newsfacts.language.phrases import is_noun, short_phrase
from newsfacts.lexicons.function_words import function_words
from newsfacts.weigh import Candidate, Choice, Decision, Evidence, Weights, choose

__all__ = ["DECISION", "agent_of", "choose_agent", "propose"]

_PERSONAL = function_words("personal")
DECISION = Decision(
    "agent",
    "who did what happened to the counted things",
    (
        *(Evidence(way.name, way.why, way.example) for way in ACTOR_WAYS),
        Evidence("voice", "active, passive and nominal acts name their actors in other places", "[Six] were held."),
        Evidence("is", "police, people and names act; things rarely do", "The storm killed [six men]."),
        Evidence("act", "police arrest, thieves steal", "Officers arrested [six men]."),
        Evidence("far", "actors stand near their acts", "Police, he said, arrested [six men]."),
        Evidence("reports", "who only says it did not do it", "Police said [six men] had died."),
        Evidence("counted", "what is counted itself may act elsewhere, too", "Two men stole [six cars]."),
        Evidence("over", "another subject between an actor and an act is nearer", "He said police held [six men]."),
        Evidence("class", "verbs of being and having have a doer only where somebody has", "He has [two children]."),
        Evidence("bare", "figures without a noun are mostly levels", "There were 90 deaths, up from [60]."),
        Evidence("told by", "a phrase with by says who did it", "[Six men] were held by police."),
        Evidence("changes", "what a figure rises or falls to is nobody's doing", "Crime fell to [300 cases]."),
        Evidence("hangs", "what only stands beside an act is done by nobody", "Police met the mayor in [two towns]."),
    ),
    nested=True,
)
"""Of an act that the text tells without a doer none is the right answer."""

_AUTHORITY = frozenset(
    {"arrest", "charge", "seizure", "recovery", "case_solved", "rescue", "inspection", "interception", "measure",
     "deployment", "award", "conviction", "sentence", "case_filed"}
)  # fmt: skip
_CRIME = frozenset({"theft", "fraud", "death", "injury", "destruction", "missing"})
_SOMEBODY = frozenset({"person", "suspect", "victim", "police", "gang", "company"})
"""Classes of counted nouns that act."""
_PRONOUNS = frozenset({"PRP", "WP", "WDT", "DT"})
_TOLD = frozenset(f"{way.name}=passive" for way in ACTOR_WAYS if way.alone)
"""Evidence that the text says with "by" who did it."""
_SUBJECT_WAYS = frozenset(way.name for way in ACTOR_WAYS if way.subject)
"""Ways to a subject, which acts on the objects of its verb more surely than on what stands beside it."""


def choose_agent(act: Act, weights: Weights) -> Choice[Actor]:
    """Choose who did it."""
    candidates = propose(act)
    return choose(candidates, weights, tuple(_against(act, candidates)))


def propose(act: Act) -> list[Candidate[Actor]]:
    """Give everybody who may have done it, the surest way first."""
    found = actors(act)
    kind, hangs = _kind_of_act(act), hanging(act.sentence, act.counted, act.here)
    return [Candidate(actor, tuple(_evidence(act, actor, names, (kind, hangs)))) for actor, names in found.values()]


def agent_of(actor: Actor) -> Agent:
    """Give an actor as written."""
    token = actor.sentence.tokens[actor.position]
    return Agent(short_phrase(actor.sentence, actor.position), token.start, token.end)


def _against(act: Act, candidates: Sequence[Candidate[Actor]]) -> Iterator[str]:
    if any(not _TOLD.isdisjoint(candidate.evidence) for candidate in candidates):
        yield "told by"  # however the act is told
        return
    yield f"voice={act.voice}"
    yield f"act={_kind_of_act(act)}"
    yield f"act={act.voice} {_kind_of_act(act)}"
    yield f"class={act.words.classes.get(act.predicate.lemma, 'full')}"
    hangs = hanging(act.sentence, act.counted, act.here)
    yield f"hangs={hangs}"
    if act.tokens[act.counted].tag == "CD":
        yield "bare"
    if not hangs.startswith(BEHIND):
        yield f"hangs={act.voice} {hangs}"
        yield f"hangs={_kind_of_act(act)} {hangs}"
    elif _changes(act):
        yield "changes"


def _changes(act: Act) -> bool:
    """See a verb of rising and falling that has no object, whose figures stand behind prepositions."""
    changing = act.predicate.lemma in act.words.changing
    return changing and act.here is not None and not syntax.objects(act.sentence, act.here)


def _evidence(act: Act, actor: Actor, names: Sequence[str], deed: tuple[str, str]) -> Iterator[str]:
    """Say what speaks for and against an actor; `deed`: who does such things, and how the counted noun hangs on it."""
    kind, hangs = deed
    token = actor.sentence.tokens[actor.position]
    sort = _sort(act, actor)
    for name in names:
        told = "passive" if name == "by" and act.voice == "noun" else act.voice
        yield f"{name}={told}"
        if name in _SUBJECT_WAYS and not sort.startswith("pronoun"):
            yield f"{name}={act.voice} {hangs.partition(' ')[0]}"
    yield f"is={sort}"
    yield f"act={kind} {sort}"
    if sort == "police":
        yield f"act={act.voice} {kind} police"
    if actor.sentence is not act.sentence:
        yield "far=unit"
        return
    place = act.here if act.here is not None else act.counted
    distance = abs(place - actor.position)
    side = "behind" if actor.position > place else "ahead"
    yield f"far={side} {next((most for most in (3, 8, 15) if distance <= most), 'more')}"
    above = act.tokens[token.head]
    if token.dep in syntax.SUBJECTS and above.position != act.here and act.reports(above.position):
        yield "reports"
    if any(act.tokens[c].dep == "nummod" for c in act.sentence.children[actor.position]):
        yield "counted"
    if actor.position < place and any(t.dep in syntax.SUBJECTS for t in act.tokens[actor.position + 1 : place]):
        yield "over"


def _sort(act: Act, actor: Actor) -> str:
    """Say what an actor is: police, people, a body, a name, a pronoun, what happened, or another thing."""
    token = actor.sentence.tokens[actor.position]
    if token.tag in _PRONOUNS:
        return f"pronoun {token.lower}" if token.lower in _PERSONAL else "pronoun"
    if token.lower in act.words.police:
        return "police"
    if token.lower in act.words.people or noun_class(token.lower, act.words.kinds) in _SOMEBODY:
        return "people"
    if token.lower in act.words.nouns:
        return "event"
    if token.tag in ("NNP", "NNPS"):
        return "name"
    return "thing" if is_noun(token) else "other"


def _kind_of_act(act: Act) -> str:
    """Say who does such things: the authorities, criminals (or fate), or anybody."""
    lemma = act.predicate.lemma
    kind = act.words.types.get((lemma, "")) or act.words.types.get((lemma, "person")) or ""
    if lemma in act.words.acts or kind in _AUTHORITY:
        return "authority"
    return "crime" if kind in _CRIME else "other"
