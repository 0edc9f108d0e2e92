"""The ways from a verb or event noun to who may have done it; each proposes, none decides.

`ACTOR_WAYS` lists them, the surest first. What speaks for and against an actor is `agent.py`'s.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from newsfacts.actions.clause_actors import (
    ACTING,
    Found,
    blamed,
    clause,
    controlled,
    is_somebody,
    modified,
    own_subject,
    patient_of,
    raised,
    shared,
    subject_of,
)
from newsfacts.actions.deed import Act, Actor
from newsfacts.actions.told_by import shared_by, told_by
from newsfacts.language import syntax
from newsfacts.language.phrases import is_noun, is_verb
from newsfacts.lexicons.function_words import function_words

__all__ = ["ACTOR_WAYS", "ActorWay", "actors"]

_REFERRING = function_words("third person", "relative") | {"them", "we"}
_RELATIVE = function_words("relative")
_BEFORE = 2
"""Units ahead in which an actor may stand."""
_LINE = 8
"""Units ahead over which a list of verbs may go on in its line."""


@dataclass(frozen=True, slots=True)
class ActorWay:
    """Name one way from an act to who did it."""

    name: str
    """A word or two."""
    find: Callable[[Act], Found]
    """Follows it."""
    why: str
    """Which habit of the language it follows."""
    example: str
    """A text in which it leads to the right actor."""
    subject: bool = False
    """It leads to a subject, or to what a pronoun subject means."""
    alone: bool = False
    """Whom it leads to from a passive did it, and nobody else."""


def actors(act: Act) -> dict[tuple[int, int], tuple[Actor, list[str]]]:
    """Give the possible actors by unit and position, each with the ways to it, the surest first."""
    found: dict[tuple[int, int], tuple[Actor, list[str]]] = {}
    listed = syntax.conjunct_of(act.sentence, act.counted)
    for way in ACTOR_WAYS:
        for actor in way.find(act):
            token = actor.sentence.tokens[actor.position]
            own = actor.sentence is act.sentence and actor.position in (act.counted, listed, act.here)
            if own or token.lower[0].isdigit() or token.tag not in ACTING or _is_adverb(actor):
                continue
            if token.lower in act.words.times or token.lower in _RELATIVE:
                continue
            names = found.setdefault((actor.sentence.index, actor.position), (actor, []))[1]
            if way.name not in names:
                names.append(way.name)
    if act.voice != "passive":
        return found
    return {place: one for place, one in found.items() if not _ALONE.isdisjoint(one[1])} or found


def _is_adverb(actor: Actor) -> bool:
    """Tell an adverb in capitals that the tagger takes for a name: "With Sexually Assaulting Two"."""
    following = actor.sentence.tokens[actor.position + 1 : actor.position + 2]
    return actor.sentence.tokens[actor.position].lower.endswith("ly") and any(
        t.tag in ("VBG", "VBN") for t in following
    )


def _work(act: Act) -> Found:
    """Take the subject of the verb that an event noun hangs on: "police made 191 arrests"."""
    if act.voice != "noun" or act.here is None:
        return
    for above in syntax.verbs_above(act.sentence, act.here):
        if not syntax.is_passive(act.sentence, above):
            yield from clause(replace(act, predicate=replace(act.predicate, position=above)))
        return


def _continued(act: Act) -> Found:
    """Take the last subject ahead for a unit that opens with its verb: "…; arrested 5,437 suspects"."""
    if act.here is None or not is_verb(act.tokens[act.here]):
        return
    start = syntax.chain_start(act.sentence, act.here)
    if all(token.tag in ("CC", "RB", "``", "''", ",") or token.text == "“" for token in act.tokens[:start]):
        yield from _before(act, _LINE)


def _above(act: Act) -> Found:
    """Take the subjects of the verbs above that say nothing."""
    for verb in act.verbs[1:]:
        if not act.reports(verb):
            yield from subject_of(act, verb)


def _above_patient(act: Act) -> Found:
    for verb in act.verbs:
        yield from patient_of(act, verb)


def _above_by(act: Act) -> Found:
    for verb in act.verbs if act.voice == "noun" else act.verbs[1:]:
        by = syntax.by_phrase(act.sentence, verb)
        if by is not None:
            yield Actor(act.sentence, by)
        for actor in subject_of(act, verb):
            yield from _whose(act, actor.position)


def _whose(act: Act, event: int) -> Found:
    """Give whose work an event is: "raids by [officers]", "the [office]'s efforts", "a [police] operation"."""
    by = syntax.by_phrase(act.sentence, event)
    if by is not None:
        yield Actor(act.sentence, by)
    if act.tokens[event].tag not in ("NN", "NNS") or is_somebody(act, event):
        return
    for child in act.sentence.children[event]:
        token = act.tokens[child]
        if token.dep == "poss" or (token.dep in ("compound", "nmod") and token.lower in act.words.police):
            yield Actor(act.sentence, child)


def _reporter(act: Act) -> Found:
    for verb in act.verbs[1:]:
        if act.reports(verb):
            yield from subject_of(act, verb)


def _owner(act: Act) -> Found:
    """Take whose act a noun tells: "the force's seizures", "killed in police firing"."""
    if act.here is None:
        return
    near = [act.here, *(b for c in act.sentence.children[act.here] for b in act.sentence.children[c])]
    for place in near:
        if place == act.counted:  # "the purchase of [four police vehicles]"
            continue
        for child in act.sentence.children[place]:
            token = act.tokens[child]
            police = token.lower in act.words.police and token.dep in ("compound", "nmod")
            if police or (token.dep == "poss" and place == act.here):
                yield Actor(act.sentence, child)


def _in_front(act: Act) -> Found:
    """Take the noun right in front of the verb, whatever the tree says: headlines, long subjects."""
    here = act.here
    if here is None or not is_verb(act.tokens[here]):
        return
    for token in reversed(act.tokens[:here]):
        if token.tag in ("NN", "NNS", "NNP", "NNPS", "PRP"):
            yield Actor(act.sentence, token.position)
            return
        if token.tag not in ("RB", "MD", "VBD", "VBZ", "VBP", "VB", "TO", "VBN", "VBG", ",", "CC"):
            return


def _first(act: Act) -> Found:
    """Take the first noun of the unit: its topic."""
    for token in act.tokens[: act.here if act.here is not None else act.counted]:
        if token.tag in ("NN", "NNS", "NNP", "NNPS", "PRP") and token.dep not in ("compound", "poss", "nmod", "pobj"):
            yield Actor(act.sentence, token.position)
            return


def _between(act: Act) -> Found:
    """Take a subject between a verb of saying and the act, which the parser hung too high."""
    if act.here is None:
        return
    for token in reversed(act.tokens[: act.here]):
        above = act.tokens[token.head]
        if token.dep == "nsubj" and is_verb(above) and not act.reports(above.position):
            yield Actor(act.sentence, token.position)
            return


def _meant(act: Act) -> Found:
    """Find whom a pronoun subject means: the subject of the clause above, or of the unit before."""
    pronoun = next(
        (a for way in (own_subject, shared) for a in way(act) if act.tokens[a.position].lower in _REFERRING), None
    )
    if pronoun is None:
        return
    for above in act.sentence.ancestors(pronoun.position):
        for place in syntax.subjects(act.sentence, above):
            if is_noun(act.tokens[place]):
                yield Actor(act.sentence, place)
                return
    yield from _before(act)


def _before(act: Act, reach: int = _BEFORE) -> Found:
    """Take the nearest subject of the units ahead in the same line, which the unit goes on with."""
    for unit in reversed(act.earlier[-reach:]):
        if unit.unit.line != act.sentence.unit.line and act.here is not None:
            return
        for token in reversed(unit.tokens):
            verb = unit.tokens[token.head]
            main = token.dep in syntax.SUBJECTS and is_verb(verb) and verb.dep not in ("relcl", "advcl")
            if main and token.tag not in ("WDT", "WP", "CD", "DT", "PRP"):
                yield Actor(unit, token.position)
                return


def _police(act: Act) -> Found:
    """Take the police who act in the unit or just before, for what only they can have done."""
    for unit in (act.sentence, *reversed(act.earlier[-_BEFORE:])):
        for token in reversed(unit.tokens):
            acts = token.dep in ("nsubj", "dobj", "pobj", "nsubjpass", "ROOT")
            if acts and token.lower in act.words.police and is_noun(token):
                yield Actor(unit, token.position)
                return


ACTOR_WAYS: tuple[ActorWay, ...] = (
    ActorWay("subject", own_subject, "the subject of an active verb acts", "Police arrested [six men].", subject=True),
    ActorWay(
        "clause",
        clause,
        "the nearest clause with a subject has the actor",
        "Roe was held after killing [two].",
        subject=True,
    ),
    ActorWay("by", told_by, "the passive names who acts with 'by'", "[Six men] were arrested by police.", alone=True),
    ActorWay(
        "shared by",
        shared_by,
        "coordinated passives share one 'by'",
        "[Two] were shot and six hurt by thieves.",
        alone=True,
    ),
    ActorWay("work", _work, "who makes an event did what its noun says", "Raids led to the arrest of [six men]."),
    ActorWay(
        "continued",
        _continued,
        "a unit that opens with its verb goes on",
        "Police raided two bars; arrested [six men].",
    ),
    ActorWay(
        "shared",
        shared,
        "coordinated verbs and infinitives share a subject",
        "He fled and shot [two men].",
        subject=True,
    ),
    ActorWay(
        "raised", raised, "who is said or expected to act acts", "He is believed to have sold [two cars].", subject=True
    ),
    ActorWay("modified", modified, "a participle's noun acts", "They held a gang stealing [six cars]."),
    ActorWay("blamed", blamed, "who is blamed for something did it", "They held Roe for stealing [six cars]."),
    ActorWay("controlled", controlled, "the object of an order carries it out", "He told her to draw [two sums]."),
    ActorWay("above", _above, "the subject of the clause above acts below, too", "Thieves fled, taking [six cars]."),
    ActorWay(
        "patient",
        _above_patient,
        "who suffers the main verb may act in its clause",
        "Roe was held after hitting [two men].",
    ),
    ActorWay(
        "above by", _above_by, "whose work led to an act did it", "A raid by police foiled a plot to kill [six men]."
    ),
    ActorWay("reporter", _reporter, "who tells of an act may have done it", "Police said they held [six men]."),
    ActorWay("owner", _owner, "an act named by a noun is its owner's", "[Two men] died in police firing."),
    ActorWay("between", _between, "a parser hangs subjects too high", "He said police on Monday held [six men]."),
    ActorWay("in front", _in_front, "in headlines the actor stands in front of the verb", "Police nab [six men]"),
    ActorWay("first", _first, "the first noun is the topic", "The force, with help from others, held [six men]."),
    ActorWay(
        "meant", _meant, "a pronoun means a subject said before", "Police said they held [six men].", subject=True
    ),
    ActorWay("before", _before, "a subject is not said again", "Police raided two bars; arrested [six men]."),
    ActorWay("police", _police, "what only police do they did", "Two officers came. [Six men] were arrested."),
)
"""Every way, the surest first."""

_ALONE = frozenset(way.name for way in ACTOR_WAYS if way.alone)
"""Ways that leave none other."""
