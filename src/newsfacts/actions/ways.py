"""The ways from a counted noun to the words that may say what happened to it; each proposes, none decides.

`WAYS` lists them, the surest first; several may lead to the same word. What speaks for and against a
word is `action.py`'s.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from newsfacts.actions.act import Predicate, Standing
from newsfacts.actions.counted import DEPTH, Counted, Found
from newsfacts.language import syntax
from newsfacts.language.phrases import is_noun, is_verb
from newsfacts.language.pipeline import Sentence, Token
from newsfacts.lexicons.function_words import function_words

__all__ = ["WAYS", "Way", "reached"]

_OF_ORIGIN = function_words("of origin")
_HELD_UNDER = function_words("held under")
_INSIDE = frozenset(
    {"DT", "JJ", "JJR", "NN", "NNS", "NNP", "NNPS", "CD", "VBN", "HYPH", "POS", "PRP$", "RB", "CC", "-LRB-", "-RRB-"}
)
"""Tags inside a noun phrase."""
_AUXILIARIES = syntax.BE | function_words("have")
_WINDOW = 6
"""Tokens ahead and behind where a verb is looked for by tag."""
_BREAKS = frozenset({".", ";", ":"})


@dataclass(frozen=True, slots=True)
class Way:
    """Name one way from the noun to a word for what happened."""

    name: str
    """A word or two."""
    find: Callable[[Counted], Found]
    """Follows it."""
    why: str
    """Which habit of the language it follows."""
    example: str
    """A text in which it leads to the right word."""


def reached(counted: Counted) -> dict[int, tuple[Predicate, list[str]]]:
    """Give the words that the ways lead to, by position (-1: elsewhere), each with the ways, the surest first.

    The standing is that of the first way.
    """
    found: dict[int, tuple[Predicate, list[str]]] = {}
    for way in WAYS:
        for predicate in way.find(counted):
            names = found.setdefault(-1 if predicate.elsewhere else predicate.position, (predicate, []))[1]
            if way.name not in names:
                names.append(way.name)
    return found


def _own(counted: Counted) -> Found:
    if not is_verb(counted.token):
        yield from counted.verb(counted.token)


def _understood(counted: Counted) -> Found:
    """Take what a noun that is not said again names: "191 arrests, up from 160"."""
    word = counted.noun.lower().rpartition(" ")[2]
    if counted.token.tag == "CD" and word in counted.words.nouns:
        yield Predicate(counted.words.nouns[word], counted.position, Standing.PATIENT)


def _own_clause(counted: Counted, dep: str, tags: tuple[str, ...]) -> Found:
    for child in syntax.own_clauses(counted.sentence, counted.position):
        token = counted.sentence.tokens[child]
        if token.dep == dep and token.tag in tags:
            yield from counted.verb(token, Standing.SUBJECT if token.tag == "VBG" else Standing.PATIENT)


def _participle(counted: Counted) -> Found:
    return _own_clause(counted, "acl", ("VBN", "VBD"))


def _whole(counted: Counted) -> Found:
    """Follow "nine of the 12 passengers abducted", "Of the 46 cases concluded, 19 …": what sets a whole apart."""
    tokens, above = counted.sentence.tokens, counted.sentence.tokens[counted.token.head]
    whole = tokens[above.head].tag == "CD" or above.position == 0
    if whole and counted.token.dep == "pobj" and above.lower in ("of", "among"):
        yield from (one for one in _participle(counted) if one.position > counted.position)


def _gerund(counted: Counted) -> Found:
    return _own_clause(counted, "acl", ("VBG", "VB"))


def _modifier(counted: Counted) -> Found:
    return _own_clause(counted, "amod", ("VBN", "VBD", "VBG"))


def _relative(counted: Counted) -> Found:
    """Follow "who died", "who were arrested", "who were left injured", "that they stole"."""
    sentence = counted.sentence
    for child in syntax.own_clauses(sentence, counted.position):
        token = sentence.tokens[child]
        if token.dep != "relcl":
            continue
        acts = any(
            sentence.tokens[s].dep == "nsubj" and sentence.tokens[s].tag in ("WDT", "WP")
            for s in syntax.subjects(sentence, child)
        )
        for below in syntax.complements(sentence, child):
            if token.lower in syntax.BE or counted.words.classes.get(counted.lemma(token.lower, token.tag)):
                yield from counted.verb(sentence.tokens[below])
        yield from counted.verb(token, Standing.SUBJECT if acts else Standing.PATIENT)


def _gapped(counted: Counted) -> Found:
    """Follow "three died and five others injured": the parser joins the noun to the verb of the first half."""
    token, above = counted.token, counted.sentence.tokens[counted.token.head]
    lost = _without_auxiliary(counted)
    if lost is not None:
        yield from counted.verb(counted.sentence.tokens[lost])
        return
    if token.dep != "conj" or not is_verb(above) or token.head > counted.position:
        return
    if token.tag in ("JJ", "VBN"):
        yield from (one for one in counted.verb(token) if token.lower in counted.words.nouns)
    elif is_noun(token):
        yield from (one for one in _participle(counted) if one.position > counted.position)


def _without_auxiliary(counted: Counted) -> int | None:
    """Give the participle of "12 were held and [four] later released": joined to a passive, adverbs apart behind."""
    sentence = counted.sentence
    place = counted.position + 1
    while place < len(sentence.tokens) and sentence.tokens[place].tag == "RB":
        place += 1
    if place >= len(sentence.tokens) or sentence.tokens[place].tag != "VBN":
        return None
    head = sentence.tokens[place].head
    joined = sentence.tokens[place].dep == "conj" and head < counted.position
    return place if joined and syntax.is_passive(sentence, head) else None


def _fronted(counted: Counted) -> Found:
    """Follow "Recovered from the suspects were six rifles"."""
    tokens = counted.sentence.tokens
    verbs = [token for token in tokens[1 : counted.position] if is_verb(token)]
    if tokens[0].tag == "VBN" and verbs and verbs[0].lower in syntax.BE:
        yield from counted.verb(tokens[0])


def _ordered(counted: Counted) -> Found:
    """Follow "two members of the gang were wounded" by its order of words, which holds where the tree does not."""
    tokens = counted.sentence.tokens
    place = _behind_subject(counted)
    if place is None or tokens[place].lower not in _AUXILIARIES or counted.token.dep in ("dobj", "pobj"):
        return
    passive = tokens[place].lower in syntax.BE
    for token in tokens[place + 1 : place + 5]:
        if token.tag == "VBN" and token.lower != "been":
            yield from counted.verb(token, Standing.PATIENT if passive else Standing.SUBJECT)
            return
        passive = passive or token.lower == "been"
        if token.tag not in ("RB", "VBN"):
            return


def _behind_subject(counted: Counted) -> int | None:
    """Give the place behind the noun phrase and what is set off behind it; None where it is no subject."""
    tokens, first = counted.sentence.tokens, counted.position
    while first > 0 and tokens[first - 1].tag in _INSIDE:
        first -= 1
    if first > 0 and tokens[first - 1].tag in ("IN", "TO") and tokens[first - 1].dep != "mark":
        return None
    place = counted.position + 1
    limit = min(len(tokens), counted.position + 7)
    while place < limit and (tokens[place].tag in _INSIDE or tokens[place].lower in _OF_ORIGIN):
        place += 1
    behind = tokens[place : place + 2]
    if len(behind) == 2 and behind[0].text == "," and behind[1].tag in ("VBG", "VBN", "IN", "WDT"):
        closing = next((p for p in range(place + 2, min(place + 14, len(tokens))) if tokens[p].text == ","), place)
        place = closing + 1  # "1,043 crashes, involving 1,712 vehicles, were recorded"
    return place if place < len(tokens) else None


def _passive_subject(counted: Counted) -> Found:
    return _relation(counted, "nsubjpass")


def _object(counted: Counted) -> Found:
    return _relation(counted, "dobj")


def _subject(counted: Counted) -> Found:
    return _relation(counted, "nsubj")


def _relation(counted: Counted, dep: str) -> Found:
    """Give the verb of which the noun, or the list that it stands in, is subject or object."""
    place = syntax.conjunct_of(counted.sentence, counted.position)
    token = counted.sentence.tokens[place]
    if token.dep == "pobj" and counted.sentence.tokens[token.head].lower in ("of", "including"):
        above = counted.sentence.tokens[counted.sentence.tokens[token.head].head]
        token = above if above.tag in ("CD", "NN", "NNS", "DT") else token
    if token.dep == dep:
        standing = Standing.SUBJECT if dep == "nsubj" else Standing.PATIENT
        yield from counted.verb(counted.sentence.tokens[token.head], standing)


def _governor(counted: Counted) -> Found:
    if counted.governor is not None:
        yield counted.governor


def _complement(counted: Counted) -> Found:
    """Follow "were left injured", "had to be towed", "were already dead" down to what completes the verb."""
    top = counted.governor
    if top is None or not is_verb(counted.sentence.tokens[top.position]):
        return
    place = top.position
    for _ in range(DEPTH):
        below = [c for c in syntax.complements(counted.sentence, place) if c != counted.position]
        told = [(c, one) for c in below for one in counted.verb(counted.sentence.tokens[c])]
        if not told:
            return
        place, found = told[0]
        acting = counted.sentence.tokens[place].tag in ("VB", "VBG") and not syntax.is_passive(counted.sentence, place)
        yield Predicate(found.lemma, found.position, top.standing if acting else Standing.PATIENT)


def _state(counted: Counted) -> Found:
    """Follow "are under investigation", "were placed under arrest" to the event noun behind the preposition."""
    top, tokens = counted.governor, counted.sentence.tokens
    if top is None or top.standing is Standing.OBLIQUE or not is_verb(tokens[top.position]):
        return
    for child in counted.sentence.children[top.position]:
        if tokens[child].dep == "prep" and tokens[child].lower in _HELD_UNDER:
            for below in counted.sentence.children[child]:
                if tokens[below].dep == "pobj" and is_noun(tokens[below]):
                    yield from counted.verb(tokens[below])


def _carried(counted: Counted) -> Found:
    """Follow a support verb to its event noun: "sustained injuries", "charges were filed against nine"."""
    top, tokens = counted.governor, counted.sentence.tokens
    if top is None or not is_verb(tokens[top.position]):
        return
    near = (*syntax.objects(counted.sentence, top.position), *syntax.subjects(counted.sentence, top.position))
    for place in near:
        if place != counted.position and is_noun(tokens[place]):
            yield from counted.verb(tokens[place])


def _above(counted: Counted) -> Found:
    """Go on upwards from the governing word."""
    top = counted.governor
    place = top.position if top is not None else counted.position
    for count, above in enumerate(syntax.verbs_above(counted.sentence, place)):
        if count == DEPTH:
            return
        yield from counted.verb(counted.sentence.tokens[above])


def _listed(counted: Counted) -> Found:
    """Read "items recovered include two rifles", "the recovered property includes …" by the subject's participle."""
    top = counted.governor
    if top is None or counted.words.classes.get(top.lemma) not in ("listing", "light"):
        return
    for place in syntax.subjects(counted.sentence, top.position):
        if place == counted.position:
            continue
        for named in (place, *_of(counted, place)):
            for child in syntax.own_clauses(counted.sentence, named):
                yield from counted.verb(counted.sentence.tokens[child])
        yield from counted.verb(counted.sentence.tokens[place])


def _of(counted: Counted, place: int) -> Iterator[int]:
    """Give what a word for a part takes its part of: "some of the [items] recovered include two rifles"."""
    tokens = counted.sentence.tokens
    for child in counted.sentence.children[place]:
        if tokens[child].lower == "of":
            yield from (below for below in counted.sentence.children[child] if tokens[below].dep == "pobj")


def _adjoining(counted: Counted) -> Found:
    """Take a participle or past tense right behind the noun, whatever the tree says: headlines, flat lists.

    A verb with an object is no passive participle: "seven players sustained injuries".
    """
    for token in counted.sentence.tokens[counted.position + 1 : counted.position + 4]:
        if _has_object(counted, token):
            return
        if token.tag in ("VBN", "VBD") and token.lower not in _AUXILIARIES and token.dep != "prep":
            yield from counted.verb(token)
            return
        if token.tag in ("JJ", "NN", "NNP") and token.lower in counted.words.nouns:
            yield from counted.verb(token)
            return
        if token.tag not in ("RB", "VBD", "VBP", "VBZ", "NN", "NNS"):
            return


def _has_object(counted: Counted, verb: Token) -> bool:
    """Tell a verb with an object right behind it, which no preposition and no comma parts from it."""
    tokens = counted.sentence.tokens
    return any(
        place > verb.position and not any(token.tag in ("IN", ",", "TO") for token in tokens[verb.position : place])
        for place in syntax.objects(counted.sentence, verb.position)
    )


def _behind(counted: Counted) -> Found:
    for token in counted.sentence.tokens[counted.position + 1 : counted.position + 2 * _WINDOW]:
        if token.text in _BREAKS:
            return
        if is_verb(token) and token.dep not in ("aux", "auxpass", "prep") and token.lower not in _AUXILIARIES:
            yield from counted.verb(token)
            return


def _ahead(counted: Counted) -> Found:
    seen = 0
    for token in reversed(counted.sentence.tokens[: counted.position]):
        if token.text in (";", ":"):
            return
        if is_verb(token) and token.dep not in ("aux", "auxpass", "prep", "amod"):
            yield from counted.verb(token)
            seen += 1
        if seen == 2:
            return


def _noun_ahead(counted: Counted) -> Found:
    for token in reversed(counted.sentence.tokens[max(0, counted.position - _WINDOW) : counted.position]):
        if token.lower in counted.words.nouns and not is_verb(token):
            yield from counted.verb(token)
            return
        if token.text in _BREAKS:
            return


def _lead_in(counted: Counted) -> Found:
    """Take the last verb of the unit ahead for a unit that has none: an item of a list, a line of a headline."""
    tokens = counted.sentence.tokens
    if any(is_verb(token) and token.dep not in ("amod", "acl", "compound") for token in tokens):
        return
    for unit in reversed(counted.earlier):
        for token in reversed(unit.tokens):
            named = token.dep in ("dobj", "pobj", "nsubj")  # "include the following:"
            if syntax.is_clause_verb(token) and token.lower not in _AUXILIARIES and not named:
                said = _said_of_list(counted, unit, token)
                yield Predicate(counted.lemma(said.lower, said.tag), counted.position, Standing.PATIENT, elsewhere=True)
                return


def _said_of_list(counted: Counted, unit: Sentence, verb: Token) -> Token:
    """Give the participle that says it where the verb only opens a list: "The items [stolen] include"."""
    if counted.words.classes.get(counted.lemma(verb.lower, verb.tag)) != "listing":
        return verb
    ahead = reversed(unit.tokens[: verb.position])
    return next((token for token in ahead if token.tag == "VBN" and token.dep in ("acl", "amod")), verb)


WAYS: tuple[Way, ...] = (
    Way(
        "gapped",
        _gapped,
        "a noun joined to a verb has lost its own auxiliary",
        "Two people were killed and [nine boys] injured on Friday.",
    ),
    Way("whole", _whole, "what sets a whole apart stands beside it", "They saved nine of the [12 men] abducted."),
    Way("participle", _participle, "a noun's own participle tells its fate", "They have [14 phones] stolen in March."),
    Way("relative", _relative, "a noun's own relative clause tells its fate", "They met [six men] who were rescued."),
    Way("modifier", _modifier, "a participle in front may tell the fate", "They found [nine stolen bicycles]."),
    Way("gerund", _gerund, "what a noun is doing may be what is told", "They met [nine men] carrying knives."),
    Way("fronted", _fronted, "an inverted passive has its verb in front", "Recovered from them were [six rifles]."),
    Way("order", _ordered, "noun phrase and auxiliary stand side by side", "[Two members] of the gang were wounded."),
    Way("passive subject", _passive_subject, "the subject of a passive suffers", "[Six men] were arrested."),
    Way("object", _object, "an object suffers what its verb says", "Police arrested [six men]."),
    Way("subject", _subject, "a subject does what its verb says", "[Six men] fled."),
    Way("governor", _governor, "the first verb or event noun over a noun", "Police fired on [six men]."),
    Way("complement", _complement, "what completes a verb says what it leaves open", "[Five men] were found dead."),
    Way("state", _state, "an event noun behind a preposition is a state", "[Nine men] are under investigation."),
    Way("carried", _carried, "a support verb leaves the act to its noun", "Charges were filed against [nine men]."),
    Way("listed", _listed, "what a list holds is what its subject is", "Items recovered include [two rifles]."),
    Way("own", _own, "a noun may name what happened itself", "Police made [191 arrests]."),
    Way("understood", _understood, "a noun not said again still names it", "Police made 191 arrests, up from [160]."),
    Way("above", _above, "a verb further up may govern the list", "They fled after stealing [six knives]."),
    Way("adjoining", _adjoining, "headlines drop the auxiliary", "[Two sisters] jailed for theft"),
    Way("behind", _behind, "the next verb often belongs to the noun", "[Six men], police say, fled."),
    Way("ahead", _ahead, "the last verb before a noun often governs it", "Police seized a gun and [six knives]."),
    Way("noun ahead", _noun_ahead, "an event noun close by may govern it", "The arrest saved [six men]."),
    Way(
        "lead-in",
        _lead_in,
        "an item without a verb shares its lead-in's",
        "Police recovered two guns.\n[Six knives]",
    ),
)
"""Every way, the surest first."""
