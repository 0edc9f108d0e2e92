"""The ways from a verb to who does it over its clause: subjects shared and raised, nouns modified, those blamed.

Not here: the other ways (`actors.py`), and a phrase with "by" (`told_by.py`).
"""

from collections.abc import Iterator

from newsfacts.actions.deed import STEPS, Act, Actor
from newsfacts.language import syntax
from newsfacts.language.phrases import is_noun, is_verb
from newsfacts.lexicons.function_words import function_words

__all__ = [
    "ACTING",
    "Found",
    "blamed",
    "clause",
    "controlled",
    "is_somebody",
    "modified",
    "own_subject",
    "patient_of",
    "raised",
    "shared",
    "subject_of",
]

_BLAMING = function_words("blaming")
"""Prepositions before what somebody did: arrested for, accused of, charged with, kept from."""
_CLAUSAL = frozenset({"xcomp", "advcl", "conj", "ccomp", "pcomp", "acl", "dep", "parataxis", "prep", "acomp", "relcl"})
_SHARING = frozenset({"conj", "xcomp", "aux", "dep"})
"""Relations in which a verb without a subject shares that of the one above."""
ACTING = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "WDT", "WP", "CD", "DT", "EX", "JJ"})
"""Tags of words that act, and of words that stand for them."""

Found = Iterator[Actor]
"""Actors that a way leads to."""


def subject_of(act: Act, verb: int) -> Found:
    """Give the active subject of a verb; for a relative pronoun the noun that it stands for."""
    for place in syntax.subjects(act.sentence, verb):
        token, governor = act.tokens[place], act.tokens[verb]
        if token.dep == "nsubj" and token.tag in ACTING:
            relative = token.tag in ("WDT", "WP") and governor.dep == "relcl"
            yield Actor(act.sentence, governor.head if relative else place)


def patient_of(act: Act, verb: int) -> Found:
    """Give the passive subject of a verb; for a relative pronoun the noun that it stands for."""
    for place in syntax.subjects(act.sentence, verb):
        token, governor = act.tokens[place], act.tokens[verb]
        if token.dep == "nsubjpass":
            relative = token.tag in ("WDT", "WP") and governor.dep == "relcl"
            yield Actor(act.sentence, governor.head if relative else place)


def own_subject(act: Act) -> Found:
    """Give the active subject of the act itself."""
    if act.here is not None and is_verb(act.tokens[act.here]):
        yield from subject_of(act, act.here)


def clause(act: Act) -> Found:
    """Climb through coordination, infinitives, participles and relatives to the nearest clause that has a subject."""
    place = act.here
    if place is None or not is_verb(act.tokens[place]):
        return
    for _ in range(STEPS):
        found = [*subject_of(act, place), *patient_of(act, place)]
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


def shared(act: Act) -> Found:
    """Follow a coordinated verb, an infinitive or an auxiliary to the subject of the verb above that has one."""
    if act.here is None:
        return
    place = act.here
    for above in act.verbs[1:]:
        own = syntax.subjects(act.sentence, place) or any(True for _ in _controlled_at(act, place))
        if own or act.tokens[place].dep not in _SHARING:
            return
        place = above
        found = list(subject_of(act, place))
        yield from found
        if found:
            return


def raised(act: Act) -> Found:
    """Follow "is expected to call", "were said to have stolen" to the subject, which does what stands below."""
    for verb in act.verbs[:-1]:
        token, above = act.tokens[verb], act.tokens[act.tokens[verb].head]
        if token.dep != "xcomp" or syntax.subjects(act.sentence, verb):
            return
        told = act.reports(above.position) or act.words.classes.get(act.lemma(above.lower, above.tag)) == "raising"
        if told and syntax.is_passive(act.sentence, above.position):
            yield from patient_of(act, above.position)
            if above.dep in ("acl", "relcl"):
                yield Actor(act.sentence, above.head)
            return


def modified(act: Act) -> Found:
    """Follow a participle to its noun: "a gang stealing six cars", "a woman alleged to have poisoned"."""
    for verb in act.verbs:
        token = act.tokens[verb]
        if token.dep in ("acl", "relcl") and is_noun(act.tokens[token.head]):
            if not any(True for _ in subject_of(act, verb)) and not _hit(act, verb):
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


def blamed(act: Act) -> Found:
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
        yield from patient_of(act, blame.position)
        if blame.dep in ("acl", "relcl"):
            yield Actor(act.sentence, blame.head)
        return
    for place in syntax.objects(act.sentence, blame.position):
        children = act.sentence.children[place]
        names = [c for c in children if act.tokens[c].dep == "appos" and act.tokens[c].tag == "NNP"]
        if names or is_somebody(act, place):
            yield Actor(act.sentence, names[0] if names else place)


def is_somebody(act: Act, place: int) -> bool:
    """Tell people from things: "drones for tracking six suspects" track nobody."""
    token = act.tokens[place]
    return token.tag in ("NNP", "NNPS", "PRP") or token.lower in act.words.people


def controlled(act: Act) -> Found:
    """Follow "told the couple to withdraw", "helped him buy": the object of the verb above acts."""
    for verb in act.verbs:
        yield from _controlled_at(act, verb)


def _controlled_at(act: Act, verb: int) -> Found:
    """Give the object of the verb above an infinitive, where it is somebody or is told to act."""
    token, above = act.tokens[verb], act.tokens[act.tokens[verb].head]
    if token.dep not in ("xcomp", "ccomp") or not is_verb(above) or syntax.subjects(act.sentence, verb):
        return
    for place in syntax.objects(act.sentence, above.position):
        if place < verb and (is_somebody(act, place) or act.reports(above.position)):
            yield Actor(act.sentence, place)
            return
