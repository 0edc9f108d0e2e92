"""What the verb or noun above a name says of its part: who arrests is police, who is arrested a suspect.

Reads the dependency tree; gives the votes of one token. Which words mean what is in the lexicons.
"""

from collections.abc import Sequence

from newsfacts.language.pipeline import Token
from newsfacts.people.names.candidates import Lemma
from newsfacts.people.pieces import Case, Scene
from newsfacts.people.words import PeopleWords, VerbWord

__all__ = ["token_votes", "verb_votes"]

_NAMING = frozenset({"surnamed", "named", "called", "nicknamed", "identified"})
_OF = frozenset({"of", "against", "for", "on", "to"})
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
    tokens = scene.sentence.tokens
    head = tokens[climbed.head]
    if climbed.dep == "poss":
        return [words.nouns[head.lower]] if words.nouns.get(head.lower, "journalist") != "journalist" else []
    if climbed.dep == "pobj" and head.head != head.position:
        noun = tokens[head.head]
        if head.lower == "as" and noun.lower in _NAMING and noun.dep == "acl" and noun.head != noun.position:
            return _head_votes(scene, tokens[noun.head], words, lemma)  # "a man identified as NAME was held"
        if head.lower in ("by", "from") and words.nouns.get(noun.lower) == "journalist":
            return ["journalist"]
        if f"{noun.lower} {head.lower}" in words.pobj:
            return [words.pobj[f"{noun.lower} {head.lower}"]]
        if (
            head.lower in ("of", "against", "for", "on", "to")
            and words.nouns.get(noun.lower, "journalist") != "journalist"
        ):
            return [words.nouns[noun.lower]]
        if head.lower == "with" and noun.lower in ("along", "together") and noun.head != noun.position:
            noun = tokens[noun.head]  # "was picked up along with NAME"
        if noun.tag.startswith("VB"):
            below = (tokens[i] for i in scene.sentence.children[noun.position])
            particle = next((other.lower for other in below if other.dep == "prt"), None)
            known = words.phrasal(lemma(noun.lower, noun.tag), particle) or words.verbs.get(lemma(noun.lower, noun.tag))
            if head.lower in ("alongside", "with"):
                passive = any(
                    scene.sentence.tokens[i].dep in ("auxpass", "nsubjpass")
                    for i in scene.sentence.children[noun.position]
                )
                return [known.object] if known and passive else []
            if head.lower == "by" and _alleged(scene, noun):
                return ["suspect"]
            if head.lower == "by":
                if lemma(noun.lower, noun.tag) in ("lead", "head", "run") and _led_gang(scene, noun, words):
                    return ["suspect"]
                return [known.subject] if known else []
            if head.lower in ("from", "against", "to", "on"):
                return [words.pobj.get(f"{lemma(noun.lower, noun.tag)} {head.lower}", "")]
        return []
    if not head.tag.startswith("VB"):
        return []
    return _by_verb(scene, climbed, head, words, lemma)


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
        tokens[index].lower == "with"
        and any(
            words.nouns.get(tokens[i].lower) == "suspect" or tokens[i].lower in words.punishments
            for i in children[index]
        )
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


def _by_verb(scene: Scene, token: Token, verb: Token, words: PeopleWords, lemma: Lemma) -> list[str]:
    found: list[str] = []
    tokens = scene.sentence.tokens
    told = words.verbs.get(lemma(verb.lower, verb.tag))
    if told is not None and told.speech and token.dep == "nsubj":
        return [told.subject]  # who is quoted does nothing that the quotation tells
    for one in (
        verb,
        *(tokens[i] for i in scene.sentence.children[verb.position] if tokens[i].dep in ("conj", "xcomp")),
    ):
        known = words.verbs.get(lemma(one.lower, one.tag))
        below = [tokens[i] for i in scene.sentence.children[one.position]]
        passive = one.tag == "VBN" and any(other.dep == "auxpass" for other in below)
        passive = passive or token.dep == "nsubjpass"
        done = _done(scene, lemma(one.lower, one.tag), below, words)
        if any(other.dep == "neg" for other in below) and known is not None and known.object == "suspect":
            continue  # "was not accused of any wrongdoing"
        if passive and _punished_with(scene, one, words):
            found.append("suspect")
            continue
        kinds = ("dobj", "oprd", "attr", "acomp") if passive else ("oprd", "attr", "acomp")
        punished = any(other.lower in words.punishments and other.dep in kinds for other in below)
        found.append(_state(one, below, words))
        if token.dep == "nsubj" and one.lower in ("is", "was", "are", "were"):
            found.append(_among(scene, one, words))
        phrasal = next((other.lower for other in below if other.dep == "prt" or _stranded(scene, other)), None)
        known = words.phrasal(lemma(one.lower, one.tag), phrasal) or known
        if token.dep == "nsubj" and not passive and _alleged(scene, one):
            found.append("suspect")
        if done and token.dep == "nsubj" and not passive:
            found.extend(done)
        elif punished and token.dep != "dobj":
            found.append("suspect")
        elif known is not None and (passive or token.dep == "dobj" or _reduced(scene, token, one, known, below)):
            found.append(known.object)
        elif known is not None and token.dep == "nsubj":
            reflexive = any(other.lower in ("himself", "herself", "themselves") for other in below)
            found.append(known.object if reflexive else known.subject)
    return found
