"""What governs a name says of its part: its verb, its noun, a clause or a participle behind it.

Reads the dependency tree above and beside one token; what a verb tells is read by `deeds.py`.
"""

from collections.abc import Sequence

from newsfacts.language.pipeline import Token
from newsfacts.lexicons.function_words import cue_words, function_words
from newsfacts.people.names.candidates import Lemma
from newsfacts.people.parts.deeds import alleged, by_verb, led_by
from newsfacts.people.parts.unreal import is_unreal
from newsfacts.people.pieces import Case, Scene
from newsfacts.people.words import PeopleWords

__all__ = ["clause_behind", "token_votes", "verb_votes"]

_NAMING = function_words("leads to a name")
_DONE_TO = function_words("done to")
_TOGETHER_WITH = function_words("together with")
_OF = function_words("against whom")
_GROUPS = function_words("so many people")
_DEEPEST = 8
"""Steps up the tree in which a denial is looked for."""
_CHARGED_ABOVE = 5
"""Steps up the tree in which the charge against somebody is looked for."""
_BEHIND = frozenset({"prep", "pobj", "compound", "appos", "conj"})
"""What hangs between the verb of a charge and the preposition, beside the first step."""
_BE = function_words("be")
_HELPING = _BE | function_words("have")
_CONCEDING = cue_words("conceding")
_SUITS = cue_words("civil action")
_TURNED = frozenset({"nsubj", "nsubjpass", "dobj"})
"""What a verb may turn against somebody."""
_NAMES = function_words("names somebody")
"""Verbs by which a paper that accuses names people."""
_ARRESTS = frozenset({"suspect", "police"})
"""Parts that an arrest tells: "wants NAME arrested" may be read as if NAME arrested somebody."""
_CLIMB = frozenset({"conj", "appos", "compound", "nmod"})


def verb_votes(scene: Scene, index: int, words: PeopleWords, lemma: Lemma) -> list[str]:
    """List the parts that the sentence of one mention votes for."""
    token = scene.token(scene.pieces[index])
    return [vote for vote in token_votes(scene, token, words, lemma) if vote] if token else []


def clause_behind(scene: Scene, last: int, words: PeopleWords, lemma: Lemma) -> list[str]:
    """Read "‘NAME’, who was recently arrested" by the words alone: quotation marks and aliases mislead the tree."""
    pieces, at = scene.pieces, last + 1
    if at >= len(pieces) or pieces[last].fold != "who" or "," not in scene.gap(last):
        return []
    while at < len(pieces) and (pieces[at].fold in _HELPING or scene.tag(at) == "RB"):
        at += 1
    passive = at > last + 1 and any(piece.fold in _BE for piece in pieces[last + 1 : at])
    if at >= len(pieces) or not passive or scene.tag(at) != "VBN":
        return []
    known = words.verbs.get(lemma(pieces[at].fold, "VBN"))
    return [known.object] if known and known.object else []


def token_votes(scene: Scene, token: Token, words: PeopleWords, lemma: Lemma) -> list[str]:
    """List the parts that the verb or noun above a token votes for; may hold empty strings."""
    tokens = scene.sentence.tokens
    climbed, steps = token, 0
    while climbed.dep in _CLIMB and climbed.head != climbed.position and steps < 12:
        if climbed.dep in ("compound", "nmod") and words.things.get(tokens[climbed.head].lower) == "organisation":
            return []  # "accused the Roe government": not Roe
        if climbed.dep == "appos" and (tokens[climbed.head].tag.startswith("VB") or _behind_colon(scene, climbed)):
            return []  # "has been arrested for selling her children, NAME": none of the verb's own
        climbed, steps = tokens[climbed.head], steps + 1
    if _describes(scene, token):
        return []
    if _names_event(scene, token, words):
        return ["victim"]
    climbed = _bearer(scene, _out_of_group(scene, climbed), lemma)
    clauses = _clause_votes(scene, token, words, lemma)
    if climbed.head != climbed.position and tokens[climbed.head].lower in _NAMING and tokens[climbed.head].dep == "acl":
        climbed = tokens[tokens[climbed.head].head]  # "the ex-boyfriend, surnamed Ke, was held"
    if climbed.position < climbed.head < token.position and climbed.dep == "nsubjpass":
        return clauses  # "A woman has been arrested for selling her children, NAME": the subject stands before the verb
    votes = _head_votes(scene, climbed, words, lemma)
    if not _ARRESTS.isdisjoint(votes) and is_unreal(scene, climbed, words, lemma):
        return clauses
    return clauses + votes


def _behind_colon(scene: Scene, token: Token) -> bool:
    """See "John fired, injuring five: NAME": a colon between a noun and what the tree takes for its apposition."""
    tokens = scene.sentence.tokens
    return any(other.text == ":" for other in tokens[token.head + 2 : token.position])


def _out_of_group(scene: Scene, token: Token) -> Token:
    """Climb from the names in "arrested the duo of A and B" to "duo": what is done to it is done to them."""
    tokens = scene.sentence.tokens
    of = tokens[token.head]
    if token.dep != "pobj" or of.lower != "of" or of.head == of.position:
        return token
    return tokens[of.head] if tokens[of.head].lower in _GROUPS else token


def _bearer(scene: Scene, token: Token, lemma: Lemma) -> Token:
    """Climb from the name in "looking for a man who goes by the name of NAME" to "man": it is his."""
    tokens = scene.sentence.tokens
    above = tokens[token.head]
    if token.dep == "pobj" and above.lower == "of" and tokens[above.head].lower == "name":
        token = tokens[above.head]
        above = tokens[token.head]
    verb = tokens[above.head]
    if token.dep != "pobj" or above.lower != "by" or verb.dep not in ("relcl", "acl") or verb.head >= verb.position:
        return token
    return tokens[verb.head] if lemma(verb.lower, verb.tag) == "go" else token


def _describes(scene: Scene, token: Token) -> bool:
    """See "Ann Roe appointee Bo Tan was shot": a name that describes the noun behind it."""
    tokens = scene.sentence.tokens
    behind = tokens[token.position + 1] if token.position + 1 < len(tokens) else None
    described = behind is not None and behind.tag == "NN" and behind.text.islower() and scene.case == Case.NORMAL
    return described and token.dep in ("compound", "nmod") and token.head > token.position


def _names_event(scene: Scene, token: Token, words: PeopleWords) -> bool:
    """See "Ann Roe lynching: court jails six", "the Ann Roe stabbing case": the event has the name of its victim."""
    tokens = scene.sentence.tokens[token.position + 1 : token.position + 3]
    if len(tokens) < 2 or tokens[0].lower[-3:] != "ing" or words.nouns.get(tokens[0].lower) != "victim":
        return False
    return tokens[1].text == ":" or (tokens[1].tag == "NN" and tokens[1].lower in words.affairs)


def _is_denied(scene: Scene, token: Token) -> bool:
    """See "no sign that it will bring charges against NAME": something above a token is denied."""
    tokens, children, steps = scene.sentence.tokens, scene.sentence.children, 0
    while steps < _DEEPEST:
        below = (tokens[index] for index in children[token.position])
        if any(other.dep == "neg" or other.lower == "no" for other in below):
            return True
        if token.head == token.position:
            return False
        token, steps = tokens[token.head], steps + 1
    return False


def _clause_votes(scene: Scene, token: Token, words: PeopleWords, lemma: Lemma) -> list[str]:
    """Read "NAME, who was stabbed," and "NAME, arrested on Monday," and "found NAME guilty"."""
    tokens = scene.sentence.tokens
    found: list[str] = []
    for index in _own_clauses(scene, token):
        verb = tokens[index]
        if verb.position > token.position and verb.dep in ("amod", "acl", "acomp") and verb.lower in words.states:
            found.append(words.states[verb.lower])
            continue
        if verb.dep not in ("relcl", "acl") or not verb.tag.startswith("VB"):
            continue
        known = words.verbs.get(lemma(verb.lower, verb.tag))
        below = [tokens[i] for i in scene.sentence.children[verb.position]]
        if any(other.lower in ("whose", "whom") for other in below):
            continue
        subject = next((other for other in below if other.dep in ("nsubj", "nsubjpass")), None)
        if verb.dep == "acl" and verb.tag == "VBN" and not _acts_on(scene, verb, below, words):
            found.append(known.object if known else "")
        elif subject is not None and subject.lower == "who":
            found.extend(by_verb(scene, subject, verb, words, lemma))
    return found or _participle_behind(scene, token, words, lemma)


def _own_clauses(scene: Scene, token: Token) -> list[int]:
    """List what hangs on a name, and on what is told of it in apposition: "Ann Roe, a baker who was stabbed"."""
    tokens, children = scene.sentence.tokens, scene.sentence.children
    found = list(children[token.position])
    for index in children[token.position]:
        noun = tokens[index]
        if noun.dep == "appos" and noun.tag in ("NN", "NNS") and index > token.position:
            found.extend(i for i in children[index] if tokens[i].dep == "relcl")
    return found


def _participle_behind(scene: Scene, token: Token, words: PeopleWords, lemma: Lemma) -> list[str]:
    """Read "the search for NAME, already sentenced in his absence": a participle behind its comma."""
    tokens = scene.sentence.tokens
    at = token.position + 1
    if at + 1 >= len(tokens) or tokens[at].text != ",":
        return []
    at += 1
    while at < len(tokens) and tokens[at].tag == "RB":
        at += 1
    if at >= len(tokens) or tokens[at].tag != "VBN" or tokens[at].dep not in ("advcl", "acl"):
        return []
    known = words.verbs.get(lemma(tokens[at].lower, "VBN"))
    below = [tokens[i] for i in scene.sentence.children[at]]
    if known is None or any(other.dep in ("nsubj", "nsubjpass") for other in below):
        return []
    return [] if _acts_on(scene, tokens[at], below, words) else [known.object]


def _acts_on(scene: Scene, verb: Token, below: Sequence[Token], words: PeopleWords) -> bool:
    """See "NAME, of the team, accused DCP Roe": with an object, or a name right behind, it is no passive participle."""
    tokens = scene.sentence.tokens
    behind = tokens[verb.position + 1] if verb.position + 1 < len(tokens) else None
    named = behind is not None and behind.text[0].isupper() and words.things.get(behind.lower) != "time"
    return (named and scene.case == Case.NORMAL) or any(other.dep == "dobj" for other in below)


def _head_votes(scene: Scene, climbed: Token, words: PeopleWords, lemma: Lemma) -> list[str]:
    """Read what governs a name: a noun whose it is, a preposition, or a verb."""
    tokens = scene.sentence.tokens
    head = tokens[climbed.head]
    if climbed.dep == "poss":
        return _of_owned(scene, head, words)
    if climbed.dep == "pobj" and head.head != head.position:
        return _by_preposition(scene, head, words, lemma)
    if climbed.dep == "nsubj" and head.lower in words.states and not head.tag.startswith("VB"):
        return [words.states[head.lower]]  # "found NAME guilty"
    if not head.tag.startswith("VB"):
        return []
    if climbed.dep == "dobj" and _in_accusation(scene, head, words, lemma):
        return ["suspect"]
    return by_verb(scene, climbed, head, words, lemma)


def _in_accusation(scene: Scene, verb: Token, words: PeopleWords, lemma: Lemma) -> bool:
    """See "the FIR names NAME": what a paper that accuses names is accused."""
    tokens = scene.sentence.tokens
    if lemma(verb.lower, verb.tag) not in _NAMES:
        return False
    below = (tokens[index] for index in scene.sentence.children[verb.position])
    return any(other.dep == "nsubj" and words.pobj.get(f"{other.lower} against") == "suspect" for other in below)


def _of_owned(scene: Scene, noun: Token, words: PeopleWords) -> list[str]:
    """Read "NAME’s trial"; "NAME’s family" only where the sentence tells that they mourn or were told."""
    if noun.lower in words.bereaved and not any(token.lower in words.mourning for token in scene.sentence.tokens):
        return []
    return _of_noun(noun.lower, words)


def _of_noun(noun: str, words: PeopleWords) -> list[str]:
    """Read "the arrest of NAME", "NAME’s trial"; who has a journalist is none."""
    return [words.nouns[noun]] if words.nouns.get(noun, "journalist") != "journalist" else []


def _by_preposition(scene: Scene, head: Token, words: PeopleWords, lemma: Lemma) -> list[str]:
    """Read a name behind a preposition: "arrest of", "a report by", "was stabbed by", "was held along with"."""
    tokens = scene.sentence.tokens
    noun, preposition = tokens[head.head], head.lower
    if preposition == "as" and noun.lower in _NAMING and noun.dep == "acl" and noun.head != noun.position:
        return _head_votes(scene, tokens[noun.head], words, lemma)  # "a man identified as NAME was held"
    if preposition == "by" and noun.lower in words.offences:
        return ["suspect"]  # "a conspiracy by NAME"
    if preposition in ("by", "from") and words.nouns.get(noun.lower) == "journalist":
        return ["journalist"]
    if f"{noun.lower} {preposition}" in words.pobj:
        told = words.pobj[f"{noun.lower} {preposition}"]
        return [] if told == "suspect" and _is_denied(scene, noun) else [told]
    if preposition in _OF and (named := _of_owned(scene, noun, words)):
        return named
    if preposition == "against" and (told := _charge_above(scene, noun, words)):
        return [] if _is_denied(scene, noun) else [told]
    if preposition == "with" and noun.lower in ("along", "together") and noun.head != noun.position:
        noun = tokens[noun.head]  # "was picked up along with NAME"
    return _behind_verb(scene, noun, preposition, words, lemma) if noun.tag.startswith("VB") else []


def _charge_above(scene: Scene, token: Token, words: PeopleWords) -> str:
    """Read "charges were lodged before Judge Tan against NAME": a subject or an object above is against a name."""
    tokens, steps = scene.sentence.tokens, 0
    while steps < _CHARGED_ABOVE:
        for index in scene.sentence.children[token.position]:
            if tokens[index].dep in _TURNED and f"{tokens[index].lower} against" in words.pobj:
                return words.pobj[f"{tokens[index].lower} against"]
        if token.dep not in _BEHIND and steps:
            break
        token, steps = tokens[token.head], steps + 1
    return ""


def _behind_verb(scene: Scene, verb: Token, preposition: str, words: PeopleWords, lemma: Lemma) -> list[str]:
    """Read a name that a preposition joins to a verb: who did it, with whom it was done, against whom."""
    base = lemma(verb.lower, verb.tag)
    if preposition in _OF and any(
        scene.sentence.tokens[i].lower in _SUITS for i in scene.sentence.children[verb.position]
    ):
        return []  # "filed a lawsuit against NAME"
    if preposition in _DONE_TO:
        aimed = words.pobj.get(f"{base} {preposition}", "")
        return [] if aimed == "suspect" and _is_denied(scene, verb) else [aimed]
    if preposition not in _TOGETHER_WITH:
        return []
    below = [scene.sentence.tokens[i] for i in scene.sentence.children[verb.position]]
    particle = next((other.lower for other in below if other.dep == "prt"), None)
    known = words.phrasal(base, particle) or words.verbs.get(base)
    if preposition != "by":
        passive = any(other.dep in ("auxpass", "nsubjpass") for other in below)
        return [known.object] if known and passive else []
    if base in _CONCEDING:
        return []  # "bond denied by Judge NAME"
    if alleged(scene, verb):
        return ["suspect"]
    if part := led_by(scene, verb, words):
        return [part]
    suffered = [f"{base} {other.lower}" for other in below if other.dep == "nsubjpass"]
    told = [words.deeds[phrase] for phrase in suffered if phrase in words.deeds]  # "the body was found by NAME"
    return told or ([known.subject] if known else [])
