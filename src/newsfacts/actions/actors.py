"""The ways from a verb or event noun to who may have done it; each proposes, none decides.

`ACTOR_WAYS` lists them, the surest first. What speaks for and against an actor is `agent.py`'s.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from newsfacts.actions.deed import STEPS, Act, Actor
from newsfacts.actions.told_by import shared_by, told_by
from newsfacts.language import syntax
from newsfacts.language.phrases import is_noun, is_verb
from newsfacts.lexicons.function_words import function_words

__all__ = ["ACTOR_WAYS", "ActorWay", "actors"]

_BLAMING = function_words("blaming")
"""Prepositions before what somebody did: arrested for, accused of, charged with, kept from."""
_CLAUSAL = frozenset({"xcomp", "advcl", "conj", "ccomp", "pcomp", "acl", "dep", "parataxis", "prep", "acomp", "relcl"})
_SHARING = frozenset({"conj", "xcomp", "aux", "dep"})
"""Relations in which a verb without a subject shares that of the one above."""
_ACTING = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "WDT", "WP", "CD", "DT", "EX", "JJ"})
_REFERRING = function_words("third person", "relative") | {"them", "we"}
_BEFORE = 2
"""Units ahead in which an actor may stand."""


Found = Iterator[Actor]


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


def actors(act: Act) -> dict[tuple[int, int], tuple[Actor, list[str]]]:
    """Give the possible actors by unit and position, each with the ways to it, the surest first."""
    found: dict[tuple[int, int], tuple[Actor, list[str]]] = {}
    listed = syntax.conjunct_of(act.sentence, act.counted)
    for way in ACTOR_WAYS:
        for actor in way.find(act):
            token = actor.sentence.tokens[actor.position]
            own = actor.sentence is act.sentence and actor.position in (act.counted, listed, act.here)
            if own or token.lower[0].isdigit() or token.tag not in _ACTING or _is_adverb(actor):
                continue
            if token.lower in act.words.times:
                continue
            names = found.setdefault((actor.sentence.index, actor.position), (actor, []))[1]
            if way.name not in names:
                names.append(way.name)
    return found


def _is_adverb(actor: Actor) -> bool:
    """Tell an adverb in capitals that the tagger takes for a name: "With Sexually Assaulting Two"."""
    following = actor.sentence.tokens[actor.position + 1 : actor.position + 2]
    return actor.sentence.tokens[actor.position].lower.endswith("ly") and any(
        t.tag in ("VBG", "VBN") for t in following
    )


def _subject_of(act: Act, verb: int) -> Found:
    """Give the active subject of a verb; for a relative pronoun the noun that it stands for."""
    for place in syntax.subjects(act.sentence, verb):
        token, governor = act.tokens[place], act.tokens[verb]
        if token.dep == "nsubj" and token.tag in _ACTING:
            relative = token.tag in ("WDT", "WP") and governor.dep == "relcl"
            yield Actor(act.sentence, governor.head if relative else place)


def _patient_of(act: Act, verb: int) -> Found:
    for place in syntax.subjects(act.sentence, verb):
        token, governor = act.tokens[place], act.tokens[verb]
        if token.dep == "nsubjpass":
            relative = token.tag in ("WDT", "WP") and governor.dep == "relcl"
            yield Actor(act.sentence, governor.head if relative else place)


def _own_subject(act: Act) -> Found:
    if act.here is not None and is_verb(act.tokens[act.here]):
        yield from _subject_of(act, act.here)


def _clause(act: Act) -> Found:
    """Climb through coordination, infinitives, participles and relatives to the nearest clause that has a subject."""
    place = act.here
    if place is None or not is_verb(act.tokens[place]):
        return
    for _ in range(STEPS):
        found = [*_subject_of(act, place), *_patient_of(act, place)]
        if found:
            yield found[0]
            return
        made = [*_blamed_at(act, place), *_controlled_at(act, place)]
        if made:
            yield made[0]
            return
        token, above = act.tokens[place], act.tokens[act.tokens[place].head]
        if token.dep in ("acl", "relcl") and is_noun(above):
            if not _hit(act, place):
                if token.tag in ("VBG", "VB") or token.dep == "relcl":
                    yield Actor(act.sentence, above.position)
                return
            place = above.head  # "police fired 40 rounds killing two": not the rounds
            continue
        climbs = is_verb(above) or above.tag in ("IN", "TO", "JJ")
        if not climbs or above.position == place or token.dep not in _CLAUSAL:
            return
        place = above.position


def _work(act: Act) -> Found:
    """Take the subject of the verb that an event noun hangs on: "police made 191 arrests"."""
    if act.voice != "noun" or act.here is None:
        return
    for above in syntax.verbs_above(act.sentence, act.here):
        if not syntax.is_passive(act.sentence, above):
            yield from _clause(replace(act, predicate=replace(act.predicate, position=above)))
        return


def _continued(act: Act) -> Found:
    """Take the last subject ahead for a unit that opens with its verb: "…; arrested 5,437 suspects"."""
    if act.here is None or not is_verb(act.tokens[act.here]):
        return
    start = syntax.chain_start(act.sentence, act.here)
    if all(token.tag in ("CC", "RB", "``", "''", ",") or token.text == "“" for token in act.tokens[:start]):
        yield from _before(act)


def _shared(act: Act) -> Found:
    """Follow a coordinated verb, an infinitive or an auxiliary to the subject of the verb above that has one."""
    if act.here is None:
        return
    place = act.here
    for above in act.verbs[1:]:
        own = syntax.subjects(act.sentence, place) or any(True for _ in _controlled_at(act, place))
        if own or act.tokens[place].dep not in _SHARING:
            return
        place = above
        found = list(_subject_of(act, place))
        yield from found
        if found:
            return


def _modified(act: Act) -> Found:
    """Follow a participle to its noun: "a gang stealing six cars", "a woman alleged to have poisoned"."""
    for verb in act.verbs:
        token = act.tokens[verb]
        if token.dep in ("acl", "relcl") and is_noun(act.tokens[token.head]):
            if not any(True for _ in _subject_of(act, verb)) and not _hit(act, verb):
                yield Actor(act.sentence, token.head)
            return
        if syntax.subjects(act.sentence, verb) or token.dep not in _CLAUSAL:
            return


def _hit(act: Act, verb: int) -> bool:
    """See a thing that suffers the main verb: in "the lorry hit the island injuring two" the island injures nobody.

    Who is held is somebody, whatever the noun: "they held a gang stealing six cars".
    """
    token, above = act.tokens[verb], act.tokens[act.tokens[verb].head]
    over = act.tokens[above.head]
    if token.tag != "VBG" or above.dep != "dobj" or not is_verb(over):
        return False
    held = act.words.types.get((act.lemma(over.lower, over.tag), "suspect")) == "arrest"
    return not held and above.lower not in act.words.people and above.tag not in ("NNP", "NNPS")


def _blamed(act: Act) -> Found:
    """Follow "arrested Roe for stealing", "accused of robbing", "jailed for cheating": the one blamed did it."""
    for verb in act.verbs:
        yield from _blamed_at(act, verb)


def _blamed_at(act: Act, verb: int) -> Found:
    """Give whom the verb over a preposition and a gerund blames."""
    token, preposition = act.tokens[verb], act.tokens[act.tokens[verb].head]
    if token.dep != "pcomp" or preposition.lower not in _BLAMING:
        return
    blame = act.tokens[preposition.head]
    if not is_verb(blame):
        blame = act.tokens[blame.head]  # "arrested on suspicion of stealing"
        blame = act.tokens[blame.head] if blame.tag == "IN" else blame
    if not is_verb(blame):
        return
    if syntax.is_passive(act.sentence, blame.position):
        yield from _patient_of(act, blame.position)
        if blame.dep in ("acl", "relcl"):
            yield Actor(act.sentence, blame.head)
        return
    for place in syntax.objects(act.sentence, blame.position):
        children = act.sentence.children[place]
        names = [c for c in children if act.tokens[c].dep == "appos" and act.tokens[c].tag == "NNP"]
        if names or _is_somebody(act, place):
            yield Actor(act.sentence, names[0] if names else place)


def _is_somebody(act: Act, place: int) -> bool:
    """Tell people from things: "drones for tracking six suspects" track nobody."""
    token = act.tokens[place]
    return token.tag in ("NNP", "NNPS", "PRP") or token.lower in act.words.people


def _controlled(act: Act) -> Found:
    """Follow "told the couple to withdraw", "helped him buy": the object of the verb above acts."""
    for verb in act.verbs:
        yield from _controlled_at(act, verb)


def _controlled_at(act: Act, verb: int) -> Found:
    """Give the object of the verb above an infinitive, where it is somebody or is told to act."""
    token, above = act.tokens[verb], act.tokens[act.tokens[verb].head]
    if token.dep not in ("xcomp", "ccomp") or not is_verb(above) or syntax.subjects(act.sentence, verb):
        return
    for place in syntax.objects(act.sentence, above.position):
        if place < verb and (_is_somebody(act, place) or act.reports(above.position)):
            yield Actor(act.sentence, place)
            return


def _above(act: Act) -> Found:
    """Take the subjects of the verbs above that say nothing."""
    for verb in act.verbs[1:]:
        if not act.reports(verb):
            yield from _subject_of(act, verb)


def _above_patient(act: Act) -> Found:
    for verb in act.verbs:
        yield from _patient_of(act, verb)


def _above_by(act: Act) -> Found:
    for verb in act.verbs[1:]:
        by = syntax.by_phrase(act.sentence, verb)
        if by is not None:
            yield Actor(act.sentence, by)
        for actor in _subject_of(act, verb):
            below = syntax.by_phrase(act.sentence, actor.position)
            if below is not None:
                yield Actor(act.sentence, below)


def _reporter(act: Act) -> Found:
    for verb in act.verbs[1:]:
        if act.reports(verb):
            yield from _subject_of(act, verb)


def _owner(act: Act) -> Found:
    """Take whose act a noun tells: "the force's seizures", "killed in police firing"."""
    if act.here is None:
        return
    near = [act.here, *(b for c in act.sentence.children[act.here] for b in act.sentence.children[c])]
    for place in near:
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
        (a for way in (_own_subject, _shared) for a in way(act) if act.tokens[a.position].lower in _REFERRING), None
    )
    if pronoun is None:
        return
    for above in act.sentence.ancestors(pronoun.position):
        for place in syntax.subjects(act.sentence, above):
            if is_noun(act.tokens[place]):
                yield Actor(act.sentence, place)
                return
    yield from _before(act)


def _before(act: Act) -> Found:
    """Take the nearest subject of the units ahead in the same line, which the unit goes on with."""
    for unit in reversed(act.earlier[-_BEFORE:]):
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
    ActorWay("subject", _own_subject, "the subject of an active verb acts", "Police arrested [six men].", subject=True),
    ActorWay(
        "clause",
        _clause,
        "the nearest clause with a subject has the actor",
        "Roe was held after killing [two].",
        subject=True,
    ),
    ActorWay("by", told_by, "the passive names who acts with 'by'", "[Six men] were arrested by police."),
    ActorWay("shared by", shared_by, "coordinated passives share one 'by'", "[Two] were shot and six hurt by thieves."),
    ActorWay("work", _work, "who makes an event did what its noun says", "Raids led to the arrest of [six men]."),
    ActorWay(
        "continued",
        _continued,
        "a unit that opens with its verb goes on",
        "Police raided two bars; arrested [six men].",
    ),
    ActorWay(
        "shared",
        _shared,
        "coordinated verbs and infinitives share a subject",
        "He fled and shot [two men].",
        subject=True,
    ),
    ActorWay("modified", _modified, "a participle's noun acts", "They held a gang stealing [six cars]."),
    ActorWay("blamed", _blamed, "who is blamed for something did it", "They held Roe for stealing [six cars]."),
    ActorWay("controlled", _controlled, "the object of an order carries it out", "He told her to draw [two sums]."),
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
