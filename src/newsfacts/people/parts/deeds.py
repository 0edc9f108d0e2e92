"""What the verb or noun above a name says of its part: who arrests is police, who is arrested a suspect.

Reads the dependency tree; gives the votes of one token. Which words mean what is in the lexicons.
"""

from collections.abc import Iterator, Sequence

from newsfacts.language.pipeline import Token
from newsfacts.lexicons.function_words import function_words
from newsfacts.people.names.candidates import Lemma
from newsfacts.people.pieces import Case, Scene
from newsfacts.people.words import PeopleWords, VerbWord

__all__ = ["token_votes", "verb_votes"]

_DONE_TO = function_words("done to")
_TOGETHER_WITH = function_words("together with")
_FINITE_BE = function_words("finite be")
_REFLEXIVE = function_words("reflexive")
_NAMING = frozenset({"surnamed", "named", "called", "nicknamed", "identified"})
_OF = function_words("against whom")
_OBJECTS = frozenset({"dobj", "ccomp", "xcomp", "prt", "dative"})
"""What a verb governs that is done by its subject."""
_HEADLINE = 16
"""Tokens of a headline at most."""
_SENTENCE = frozenset({"PRP", "MD", "WP"})
"""Tags of words that headlines leave out."""
_CLIMB = frozenset({"conj", "appos", "compound", "nmod"})


def verb_votes(scene: Scene, index: int, words: PeopleWords, lemma: Lemma) -> list[str]:
    """List the parts that the sentence of one mention votes for."""
    token = scene.token(scene.pieces[index])
    return [vote for vote in token_votes(scene, token, words, lemma) if vote] if token else []


def token_votes(scene: Scene, token: Token, words: PeopleWords, lemma: Lemma) -> list[str]:
    """List the parts that the verb or noun above a token votes for; may hold empty strings."""
    tokens = scene.sentence.tokens
    climbed, steps = token, 0
    while climbed.dep in _CLIMB and climbed.head != climbed.position and steps < 12:
        if climbed.dep in ("compound", "nmod") and words.things.get(tokens[climbed.head].lower) == "organisation":
            return []  # "accused the Roe government": not Roe
        climbed, steps = tokens[climbed.head], steps + 1
    clauses = _clause_votes(scene, token, words, lemma)
    if climbed.head != climbed.position and tokens[climbed.head].lower in _NAMING and tokens[climbed.head].dep == "acl":
        climbed = tokens[tokens[climbed.head].head]  # "the ex-boyfriend, surnamed Ke, was held"
    return clauses + _head_votes(scene, climbed, words, lemma)


def _clause_votes(scene: Scene, token: Token, words: PeopleWords, lemma: Lemma) -> list[str]:
    """Read "NAME, who was stabbed," and "NAME, arrested on Monday,"."""
    tokens = scene.sentence.tokens
    found: list[str] = []
    for index in scene.sentence.children[token.position]:
        verb = tokens[index]
        if verb.dep not in ("relcl", "acl") or not verb.tag.startswith("VB"):
            continue
        known = words.verbs.get(lemma(verb.lower, verb.tag))
        below = [tokens[i] for i in scene.sentence.children[verb.position]]
        if known is None or any(other.lower in ("whose", "whom") for other in below):
            continue
        subject = next((other for other in below if other.dep in ("nsubj", "nsubjpass")), None)
        passive = any(other.dep in ("auxpass", "nsubjpass") for other in below)
        if verb.dep == "acl" and verb.tag == "VBN" and not _acts_on(scene, verb, below, words):
            found.append(known.object)
        elif subject is not None and subject.lower == "who":
            found.append(known.object if passive else known.subject)
    return found


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
        return _of_noun(head.lower, words)
    if climbed.dep == "pobj" and head.head != head.position:
        return _by_preposition(scene, head, words, lemma)
    if not head.tag.startswith("VB"):
        return []
    return _by_verb(scene, climbed, head, words, lemma)


def _of_noun(noun: str, words: PeopleWords) -> list[str]:
    """Read "the arrest of NAME", "NAME’s trial"; who has a journalist is none."""
    return [words.nouns[noun]] if words.nouns.get(noun, "journalist") != "journalist" else []


def _by_preposition(scene: Scene, head: Token, words: PeopleWords, lemma: Lemma) -> list[str]:
    """Read a name behind a preposition: "arrest of", "a report by", "was stabbed by", "was held along with"."""
    tokens = scene.sentence.tokens
    noun, preposition = tokens[head.head], head.lower
    if preposition == "as" and noun.lower in _NAMING and noun.dep == "acl" and noun.head != noun.position:
        return _head_votes(scene, tokens[noun.head], words, lemma)  # "a man identified as NAME was held"
    if preposition in ("by", "from") and words.nouns.get(noun.lower) == "journalist":
        return ["journalist"]
    if f"{noun.lower} {preposition}" in words.pobj:
        return [words.pobj[f"{noun.lower} {preposition}"]]
    if preposition in _OF and (told := _of_noun(noun.lower, words)):
        return told
    if preposition == "with" and noun.lower in ("along", "together") and noun.head != noun.position:
        noun = tokens[noun.head]  # "was picked up along with NAME"
    return _behind_verb(scene, noun, preposition, words, lemma) if noun.tag.startswith("VB") else []


def _behind_verb(scene: Scene, verb: Token, preposition: str, words: PeopleWords, lemma: Lemma) -> list[str]:
    """Read a name that a preposition joins to a verb: who did it, with whom it was done, against whom."""
    base = lemma(verb.lower, verb.tag)
    if preposition in _DONE_TO:
        return [words.pobj.get(f"{base} {preposition}", "")]
    if preposition not in _TOGETHER_WITH:
        return []
    below = [scene.sentence.tokens[i] for i in scene.sentence.children[verb.position]]
    particle = next((other.lower for other in below if other.dep == "prt"), None)
    known = words.phrasal(base, particle) or words.verbs.get(base)
    if preposition != "by":
        passive = any(other.dep in ("auxpass", "nsubjpass") for other in below)
        return [known.object] if known and passive else []
    if _alleged(scene, verb) or (base in ("lead", "head", "run") and _led_gang(scene, verb, words)):
        return ["suspect"]
    return [known.subject] if known else []


def _led_gang(scene: Scene, verb: Token, words: PeopleWords) -> bool:
    """See "the gang was led by NAME", "a gang led by NAME"."""
    tokens = scene.sentence.tokens
    led = [tokens[i] for i in scene.sentence.children[verb.position] if tokens[i].dep == "nsubjpass"]
    led = led or ([tokens[verb.head]] if verb.dep == "acl" else [])
    return any(noun.lower in words.gangs for noun in led)


def _stranded(scene: Scene, token: Token) -> bool:
    """See "turned himself in": a preposition that governs nothing is a particle."""
    return token.dep in ("prep", "advmod") and token.tag == "IN" and not scene.sentence.children[token.position]


def _among(scene: Scene, verb: Token, words: PeopleWords) -> str:
    """Read "NAME is among the dead"."""
    tokens = scene.sentence.tokens
    for index in scene.sentence.children[verb.position]:
        if tokens[index].lower == "among":
            below = [tokens[i].lower for i in scene.sentence.children[index]]
            if "those" in below:  # "among those killed"
                below = [token.lower for token in tokens[index + 2 : index + 5]]
            return next((words.list_heads[word] for word in below if word in words.list_heads), "")
    return ""


def _is_penalty(word: str, words: PeopleWords) -> bool:
    return words.nouns.get(word) == "suspect" or word in words.punishments


def _punished_with(scene: Scene, verb: Token, words: PeopleWords) -> bool:
    """See "was hit with a fine", "was slapped with charges"."""
    tokens, children = scene.sentence.tokens, scene.sentence.children
    return any(
        tokens[index].lower == "with" and any(_is_penalty(tokens[i].lower, words) for i in children[index])
        for index in children[verb.position]
    )


def _alleged(scene: Scene, verb: Token) -> bool:
    """See "NAME allegedly took the car"."""
    tokens = scene.sentence.tokens
    return any(tokens[i].lower == "allegedly" for i in scene.sentence.children[verb.position])


def _state(verb: Token, below: Sequence[Token], words: PeopleWords) -> str:
    """Read "was declared wanted", "was found dead", "was last seen"."""
    if verb.lower == "seen" and any(other.lower == "last" or other.dep == "neg" for other in below):
        return "victim"
    told = (words.states.get(other.lower, "") for other in below if other.dep not in ("nsubj", "nsubjpass", "dobj"))
    return next((part for part in told if part), "")


def _done(scene: Scene, verb: str, below: Sequence[Token], words: PeopleWords) -> list[str]:
    """List what a verb tells with the noun it acts on, or with one behind a preposition: "escaped with wounds"."""
    phrases = [other.lower for other in below]
    for other in below:
        if other.dep == "prep":
            nouns = (scene.sentence.tokens[index].lower for index in scene.sentence.children[other.position])
            phrases.extend(f"{other.lower} {noun}" for noun in nouns)
    told = (words.deeds.get(f"{verb} {phrase}", "") for phrase in phrases)
    return [part for part in told if part]


def _reduced(scene: Scene, token: Token, verb: Token, known: VerbWord, below: Sequence[Token]) -> bool:
    """See "ROE, 19, abducted on Monday, was found": between commas and without an object the verb was done to Roe."""
    if token.dep != "nsubj" or verb.tag not in ("VBD", "VBN") or known.object != "victim" or known.subject != "suspect":
        return False
    objects = any(other.dep in ("dobj", "ccomp", "xcomp", "prt") for other in below)
    place = verb.position
    comma = place > 0 and scene.sentence.tokens[place - 1].text == ","
    preposition = place + 1 < len(scene.sentence.tokens) and scene.sentence.tokens[place + 1].tag == "IN"
    return comma and preposition and not objects


def _headlined(scene: Scene, token: Token, verb: Token, below: Sequence[Token]) -> bool:
    """See "Joe Roe Sentenced to Ten Years": headlines leave out "was"; without an object it was done to Roe."""
    if token.dep != "nsubj" or verb.tag not in ("VBD", "VBN"):
        return False
    headline = scene.case in (Case.TITLE, Case.CAPITALS) or _unstopped(scene)
    if not headline or any(other.dep in _OBJECTS for other in below):
        return False
    behind = scene.sentence.tokens[verb.position + 1 : verb.position + 2]
    return not behind or behind[0].tag in ("IN", "TO", "RB")


def _behind(scene: Scene, verb: Token) -> str:
    """Give the word behind a verb in lower case; "" at the end."""
    return next((token.lower for token in scene.sentence.tokens[verb.position + 1 : verb.position + 2]), "")


def _unstopped(scene: Scene) -> bool:
    """See a line of at most a headline's length that no mark closes and no auxiliary or pronoun makes a sentence."""
    tokens = scene.sentence.tokens
    return len(tokens) <= _HEADLINE and tokens[-1].text[-1].isalnum() and not any(t.tag in _SENTENCE for t in tokens)


def _by_verb(scene: Scene, token: Token, verb: Token, words: PeopleWords, lemma: Lemma) -> list[str]:
    """Read what the verb of a name, and each verb joined to it, did or had done to it."""
    told = words.verbs.get(lemma(verb.lower, verb.tag))
    if told is not None and told.speech and token.dep == "nsubj":
        return [told.subject]  # who is quoted does nothing that the quotation tells
    tokens = scene.sentence.tokens
    joined = (tokens[i] for i in scene.sentence.children[verb.position] if tokens[i].dep in ("conj", "xcomp"))
    return [vote for one in (verb, *joined) for vote in _of_verb(scene, token, one, words, lemma)]


def _of_verb(scene: Scene, token: Token, verb: Token, words: PeopleWords, lemma: Lemma) -> Iterator[str]:
    """Read one verb: a state, a list, an allegation, and a deed or what was suffered."""
    base = lemma(verb.lower, verb.tag)
    known = words.verbs.get(base)
    below = [scene.sentence.tokens[i] for i in scene.sentence.children[verb.position]]
    passive = token.dep == "nsubjpass" or (verb.tag == "VBN" and any(other.dep == "auxpass" for other in below))
    if known is not None and known.object == "suspect" and any(other.dep == "neg" for other in below):
        return  # "was not accused of any wrongdoing"
    if passive and _punished_with(scene, verb, words):
        yield "suspect"
        return
    yield _state(verb, below, words)
    subject = token.dep == "nsubj"
    if subject and verb.lower in _FINITE_BE:
        yield _among(scene, verb, words)
    if subject and not passive and _alleged(scene, verb):
        yield "suspect"
    done = _done(scene, base, below, words) if subject and not passive else []
    if done:
        yield from done
    elif token.dep != "dobj" and _punished(below, words, passive=passive):
        yield "suspect"
    else:
        phrasal = next((other.lower for other in below if other.dep == "prt" or _stranded(scene, other)), None)
        known = words.phrasal(base, phrasal) or known
        if known is not None:
            headlined = words.is_done_to(base, _behind(scene, verb)) and _headlined(scene, token, verb, below)
            yield from _role(scene, (token, verb), known, below, passive=passive or headlined)


def _punished(below: Sequence[Token], words: PeopleWords, *, passive: bool) -> bool:
    """See "was jailed", "got a fine": a punishment that a verb gives or says of somebody."""
    kinds = ("dobj", "oprd", "attr", "acomp") if passive else ("oprd", "attr", "acomp")
    return any(other.lower in words.punishments and other.dep in kinds for other in below)


def _role(
    scene: Scene, pair: tuple[Token, Token], known: VerbWord, below: Sequence[Token], *, passive: bool
) -> Iterator[str]:
    """Say whether a name is the one who did what its verb tells, or to whom it was done; gives one part or none."""
    token, verb = pair
    if passive or token.dep == "dobj" or _reduced(scene, token, verb, known, below):
        yield known.object
    elif token.dep == "nsubj":
        reflexive = any(other.lower in _REFLEXIVE for other in below)
        yield known.object if reflexive else known.subject
