"""Who or what a clause is about, where its verb says how a figure moved: proposals for the measure.

Beside each reading of the parse stands one of the order of words, since headlines and translated text are parsed
wrongly.
"""

from collections.abc import Iterator

from newsfacts.figures.percentage import nouns
from newsfacts.figures.percentage.candidates import (
    SOURCES,
    Candidate,
    ending_at,
    head_after,
    is_figure,
    numbered_phrase,
    phrase_of,
)
from newsfacts.figures.percentage.scene import Scene
from newsfacts.figures.percentage.words import UP_DOWN
from newsfacts.language.phrases import is_noun, is_verb
from newsfacts.lexicons.function_words import function_words
from newsfacts.record import Direction

__all__ = ["ahead_of", "clause_subject", "complement_inside", "of_verb", "pointed", "subject_of"]

_PLURAL = frozenset({"NNS", "NNPS"})
_IN_PLACES = function_words("in places")
_AFTER_A_CHANGE = function_words("after a change") | {"a", "an"}
_DEMONSTRATIVE = function_words("demonstrative")
_PLURAL_VERB = function_words("plural verb")
_JOINING = function_words("coordinator") | {",", "with"}
_STEPS = 8
_SKIPPED_BEFORE_VERB = frozenset({"RB", "MD", "RBR"})
_AUXILIARIES = function_words("be", "have", "do", "every") | {"'s", "’s", "'ve", "to"}


def clause_subject(scene: Scene, place: int, *, loose: bool = True) -> Iterator[Candidate]:
    """Give the subject of the clause in which a position stands; `loose` takes any noun in front of it, too."""
    floor = scene.clause_of(place)
    verbs = [
        p for p in scene.verbs(floor, place) if scene.tokens[p].tag != "VBG" or scene.words.change(scene.tokens[p])
    ]
    if verbs:
        yield from of_verb(scene, verbs[-1])
    else:
        before, linked = scene.before, scene.word(place - 1) in _AFTER_A_CHANGE
        if scene.ends and before is not None and before.direction in UP_DOWN and floor == scene.left and linked:
            yield Candidate(before.measure)  # "a 13% decline in murders, after a decrease of 6%"
        noun = nouns.noun_before(scene.sentence, place - 1, floor)
        yield from ending_at(scene.sentence, noun, floor) if loose or floor == 0 else ()
    yield from _opening(scene, floor, place)
    for position in scene.sentence.ancestors(place if place < len(scene.tokens) else 0):
        if is_verb(scene.tokens[position]) and position not in verbs:
            yield from of_verb(scene, position)
            return


def _opening(scene: Scene, floor: int, place: int) -> Iterator[Candidate]:
    """Give the few words that open a headline, whose noun is tagged as a verb: "Homicides Down by 10%"."""
    while floor < place and scene.tokens[floor].text in ("*", "-", "•", "–", "·", ">"):
        floor += 1
    named = place > floor and scene.tokens[place - 1].tag[:2] in ("VB", "NN")
    if named and place - floor <= 4 and scene.tokens[floor].text[:1].isupper() and not scene.finite(floor, place):
        yield Candidate(scene.sentence.words(floor, place))


def of_verb(scene: Scene, verb: int) -> Iterator[Candidate]:
    """Give what a verb says a change or level of: its object, its own subject, the noun in front of it, one above."""
    sentence, tokens = scene.sentence, scene.tokens
    children = sentence.children[verb]
    lemma = scene.words.lemma(tokens[verb].lower, tokens[verb].tag)
    causes = scene.words.change(tokens[verb]) is not None or lemma in scene.words.moving
    if causes:
        for child in children:
            if (
                tokens[child].dep == "dobj"
                and child < scene.first
                and is_noun(tokens[child])
                and not is_figure(sentence, child)
            ):
                yield phrase_of(sentence, child)
    for child in children:
        if tokens[child].dep in ("nsubj", "nsubjpass") and child >= min(scene.clause_of(verb), verb):
            yield from subject_of(scene, child, verb)
    yield from ahead_of(scene, verb)
    yield from _above(scene, verb)


def subject_of(scene: Scene, noun: int, verb: int) -> Iterator[Candidate]:
    """Propose the subject of a verb; for a pronoun what it points at."""
    token = scene.tokens[noun]
    if token.tag in ("WDT", "WP") or (token.lower == "that" and scene.tokens[verb].dep == "relcl"):
        yield from _antecedent_of(scene, scene.tokens[verb].head if scene.tokens[verb].dep == "relcl" else noun - 1)
        return
    pointing = any(scene.word(c) in _DEMONSTRATIVE for c in scene.sentence.children[noun])
    if token.tag in ("PRP", "DT") or (pointing and token.lower in SOURCES):
        yield from pointed(scene)
        return
    if not is_figure(scene.sentence, noun):
        yield phrase_of(scene.sentence, noun)


def _antecedent_of(scene: Scene, noun: int) -> Iterator[Candidate]:
    """Give what a relative clause of change is about: in "a fall in thefts at markets, which …" the thefts."""
    tokens = scene.tokens
    many = [p for p in range(noun, max(-1, noun - 8), -1) if tokens[p].tag in ("NNS", "NNPS")]
    top = noun if tokens[noun].tag in ("NNS", "NNPS") or not many or not _plural_verb(scene, noun) else many[0]
    while tokens[top].dep == "pobj" and tokens[tokens[top].head].lower in _IN_PLACES:
        preposition = tokens[top].head
        above = tokens[preposition].head
        if not is_noun(tokens[above]) and preposition:
            above = preposition - 1  # hung on the verb by the parser
        if above == top or not is_noun(tokens[above]):
            break
        top = above
    if scene.words.change(tokens[top]) is not None:
        yield from complement_inside(scene, top)
    if is_noun(tokens[top]):
        yield phrase_of(scene.sentence, top)


def _plural_verb(scene: Scene, noun: int) -> bool:
    """See a plural verb behind the relative pronoun that follows a noun: "…, which have declined"."""
    return any(t.lower in _PLURAL_VERB for t in scene.tokens[noun + 1 : noun + 5])


def complement_inside(scene: Scene, noun: int) -> Iterator[Candidate]:
    """Propose the "in" or "of" phrase that hangs on a noun, without what hangs on that."""
    for child in scene.sentence.children[noun]:
        if scene.word(child) in ("in", "of"):
            for inner in scene.sentence.children[child]:
                if is_noun(scene.tokens[inner]):
                    head = head_after(scene.sentence, min(scene.sentence.subtree(inner)))
                    first = head
                    while first - 1 > child and is_noun(scene.tokens[first - 1]):
                        first -= 1
                    yield Candidate(scene.sentence.words(first, head + 1), scene.sentence, head)
                    return
    if scene.word(noun + 1) in ("in", "of"):  # hung on the verb by the parser
        head = head_after(scene.sentence, noun + 2)
        first = head
        while first - 1 > noun + 1 and (is_noun(scene.tokens[first - 1]) or scene.tokens[first - 1].tag == "VBN"):
            first -= 1
        yield Candidate(scene.sentence.words(first, head + 1) if head >= 0 else None, scene.sentence, head)


def ahead_of(scene: Scene, verb: int) -> Iterator[Candidate]:
    """Give the noun right in front of a verb, auxiliaries and adverbs between, by the order of words."""
    place, floor = verb - 1, scene.clause_of(verb)
    if scene.tokens[verb].tag == "VBG":  # "with shootings declining by a quarter": the phrase opens behind "with"
        floor = max([floor, *(p + 1 for p in range(floor, verb - 1) if scene.word(p) == "with")])
    while place > floor and (
        scene.tokens[place].tag in _SKIPPED_BEFORE_VERB or scene.tokens[place].lower in _AUXILIARIES
    ):
        place -= 1
    if place > floor and scene.tokens[place].text == ",":  # "Major crime, representing seven felonies, went down"
        comma = next((p for p in range(place - 1, floor - 1, -1) if scene.tokens[p].text == ","), None)
        if comma is not None and scene.tokens[comma + 1].tag in ("VBG", "VBN", "IN", "WDT"):
            place = comma - 1
    if place >= floor:
        if scene.tokens[place].tag == "VB" and scene.word(place - 1) in _JOINING:
            yield Candidate(scene.tokens[place].text)  # "and homicide decreasing", tagged as a verb
        noun = nouns.noun_before(scene.sentence, place, floor)
        yield from ending_at(scene.sentence, noun, floor)


def _above(scene: Scene, verb: int) -> Iterator[Candidate]:
    """Climb from a verb without a subject to the one that has it."""
    tokens, position = scene.tokens, verb
    for _ in range(_STEPS):
        token = tokens[position]
        if token.dep in ("acl", "relcl") and is_noun(tokens[token.head]):
            yield phrase_of(scene.sentence, token.head)
            return
        if token.dep not in ("conj", "advcl", "xcomp", "ccomp", "pcomp", "prep", "dep") or token.head == position:
            return
        position = token.head
        for child in scene.sentence.children[position]:
            if tokens[child].dep in ("nsubj", "nsubjpass") and is_verb(tokens[position]):
                yield from subject_of(scene, child, position)
                return


def pointed(scene: Scene) -> Iterator[Candidate]:
    """Give what a pronoun points at: the nearest counted thing in front, else what the percentage before measures."""
    before = scene.before
    if before is not None and before.direction is Direction.SHARE and before.figure.start >= scene.sentence.start:
        yield Candidate(before.measure)
    numbered = nouns.numbered_before(scene.sentence, scene.first, scene.left)
    if numbered is not None and scene.sentence.tokens[numbered].tag in _PLURAL:
        yield Candidate(numbered_phrase(scene.sentence, numbered), scene.sentence, numbered)
    inside = [p for p in range(scene.first - 1, scene.left - 1, -1) if scene.tokens[p].tag in _PLURAL]
    if scene.word(scene.behind) == "of":
        for place in inside[:1]:
            yield from ending_at(scene.sentence, place, scene.left)
    for sentence in reversed(scene.earlier[-2:]):
        numbered = nouns.numbered_before(sentence, len(sentence.tokens))
        if numbered is not None:
            yield Candidate(numbered_phrase(sentence, numbered), sentence, numbered)
    if scene.before is not None and scene.before.measure:
        yield Candidate(scene.before.measure)
