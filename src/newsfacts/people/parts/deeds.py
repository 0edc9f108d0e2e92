"""What a verb says of the part of the one who does it, or to whom it is done: who is arrested is a suspect.

Reads the dependency tree below one verb. Which words mean what is in the lexicons. Not here: which verb or noun governs
a name; that is `governors.py`.
"""

from collections.abc import Iterator, Sequence

from newsfacts.language.pipeline import Token
from newsfacts.lexicons.function_words import cue_words, function_words
from newsfacts.people.names.candidates import Lemma
from newsfacts.people.pieces import Case, Scene
from newsfacts.people.words import PeopleWords, VerbWord

__all__ = ["alleged", "by_verb", "led_by"]

_OBJECTS = frozenset({"dobj", "ccomp", "xcomp", "prt", "dative"})
"""What a verb governs that is done by its subject."""
_HEADLINE = 16
"""Tokens of a headline at most."""
_BE = function_words("be")
_PRONOUNS = function_words("one person as subject")
_OWN = function_words("one person as object", "possessive of one person")
_REFLEXIVE = function_words("reflexive")
_CONTENDING = cue_words("contending")
_CONCEDING = cue_words("conceding")
_GRANTED = cue_words("granted by a court")
_ARMED = function_words("by what means")
_SENTENCE = frozenset({"PRP", "MD", "WP"})
"""Tags of words that headlines leave out."""


def led_by(scene: Scene, verb: Token, words: PeopleWords) -> str:
    """Give the part of NAME in "the gang was led by NAME", "the prosecution, led by NAME"; "" where it is unknown."""
    tokens = scene.sentence.tokens
    if verb.lower not in words.lead_verbs:
        return ""
    led = [tokens[i] for i in scene.sentence.children[verb.position] if tokens[i].dep == "nsubjpass"]
    led = led or ([tokens[verb.head]] if verb.dep in ("acl", "relcl") else [])
    return next((words.led[noun.lower] for noun in led if noun.lower in words.led), "")


def _stranded(scene: Scene, token: Token) -> bool:
    """See "turned himself in": a preposition that governs nothing is a particle."""
    return token.dep in ("prep", "advmod") and token.tag == "IN" and not scene.sentence.children[token.position]


def _behind_reflexive(scene: Scene, below: Sequence[Token]) -> str | None:
    """Give "in" of "turned himself in two days later": the parse takes it for the preposition of the days."""
    tokens = scene.sentence.tokens
    own = next((other for other in below if other.dep == "dobj" and other.lower in _REFLEXIVE), None)
    if own is None or own.position + 1 >= len(tokens):
        return None
    behind = tokens[own.position + 1]
    return behind.lower if behind.tag in ("IN", "RP") else None


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


def alleged(scene: Scene, verb: Token) -> bool:
    """See "NAME allegedly took the car"."""
    tokens = scene.sentence.tokens
    return any(tokens[i].lower == "allegedly" for i in scene.sentence.children[verb.position])


def _state(scene: Scene, verb: Token, below: Sequence[Token], words: PeopleWords) -> str:
    """Read "was declared wanted", "was found dead", "was last seen", "has been missing", "is in custody"."""
    if verb.lower == "seen" and any(other.lower == "last" or other.dep == "neg" for other in below):
        return "victim"
    if verb.tag == "VBG" and verb.lower in words.states and any(other.dep == "aux" for other in below):
        return words.states[verb.lower]
    if verb.lower in _BE:
        nouns = [
            f"{other.lower} {scene.sentence.tokens[index].lower}"
            for other in below
            if other.dep == "prep"
            for index in scene.sentence.children[other.position]
        ]
        found = next((words.states[phrase] for phrase in nouns if phrase in words.states), "")
        if found:
            return found
    tokens, children = scene.sentence.tokens, scene.sentence.children
    for other in below:
        own = any(tokens[index].dep == "nsubj" for index in children[other.position])  # "reported him missing"
        if other.lower in words.states and other.dep not in ("nsubj", "nsubjpass", "dobj") and not own:
            return words.states[other.lower]
    return ""


def _told_with(scene: Scene, verb: str, below: Sequence[Token], words: PeopleWords) -> list[str]:
    """List what a verb tells with a word below it, or with a noun behind a preposition: "escaped with wounds".

    Shape:   `verb` is the base form, with "be" before it for a passive: "be recalled to prison".
    """
    phrases = [other.lower for other in below]
    for other in below:
        if other.dep in ("prep", "agent"):
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


def _headlined(scene: Scene, token: Token, verb: Token, below: Sequence[Token], *, always: bool) -> bool:
    """See "Joe Roe Sentenced to Ten Years": headlines leave out "was"; without an object it was done to Roe.

    `always` is for verbs that nobody does without an object, in any sentence: "want NAME extradited from Ayr".
    """
    if token.dep != "nsubj" or verb.tag not in ("VBD", "VBN"):
        return False
    headline = always or scene.case in (Case.TITLE, Case.CAPITALS) or _unstopped(scene)
    if not headline or any(other.dep in _OBJECTS for other in below):
        return False
    behind = scene.sentence.tokens[verb.position + 1 : verb.position + 2]
    return not behind or behind[0].tag in ("IN", "TO", "RB")


def _paired(scene: Scene, verb: Token, words: PeopleWords) -> bool:
    """See "NAME shot and killed at his shop": two verbs of harm that "and" joins, and no object of either."""
    tokens, children = scene.sentence.tokens, scene.sentence.children
    joined = [tokens[index] for index in children[verb.position] if tokens[index].dep == "conj"]
    joined += [tokens[verb.head]] if verb.dep == "conj" else []
    harmed = [other for other in joined if other.lower in words.harmed]
    below = (tokens[index] for other in (verb, *harmed) for index in children[other.position])
    return bool(harmed) and verb.lower in words.harmed and not any(other.dep in _OBJECTS for other in below)


def _behind(scene: Scene, verb: Token) -> str:
    """Give the word behind a verb in lower case; "" at the end."""
    return next((token.lower for token in scene.sentence.tokens[verb.position + 1 : verb.position + 2]), "")


def _unstopped(scene: Scene) -> bool:
    """See a line of at most a headline's length that no mark closes and no auxiliary or pronoun makes a sentence."""
    tokens = scene.sentence.tokens
    return len(tokens) <= _HEADLINE and tokens[-1].text[-1].isalnum() and not any(t.tag in _SENTENCE for t in tokens)


def by_verb(scene: Scene, token: Token, verb: Token, words: PeopleWords, lemma: Lemma) -> list[str]:
    """Read what the verb of a name, and each verb joined to it, did or had done to it."""
    told = words.verbs.get(lemma(verb.lower, verb.tag))
    if told is not None and told.speech and token.dep == "nsubj":
        below = [scene.sentence.tokens[i] for i in scene.sentence.children[verb.position]]
        if _complains(scene, verb, words, lemma):
            return ["victim"]
        # who is quoted does nothing that the quotation tells
        return [told.subject, *_told_with(scene, lemma(verb.lower, verb.tag), below, words)]
    tokens = scene.sentence.tokens
    joined = [tokens[i] for i in scene.sentence.children[verb.position] if tokens[i].dep in ("conj", "xcomp")]
    if token.dep == "nsubj" and any(_complains(scene, one, words, lemma) for one in (verb, *joined)):
        return ["victim"]
    found = [vote for one in (verb, *joined) for vote in _of_verb(scene, token, one, words, lemma)]
    return found + list(_meanwhile(scene, token, verb, words, lemma))


def _meanwhile(scene: Scene, token: Token, verb: Token, words: PeopleWords, lemma: Lemma) -> Iterator[str]:
    """Read "NAME was walking home when he was attacked": the pronoun of a clause of time is its subject."""
    if token.dep not in ("nsubj", "nsubjpass") or token.lower in _PRONOUNS:
        return
    tokens, children = scene.sentence.tokens, scene.sentence.children
    for index in children[verb.position]:
        if tokens[index].dep != "advcl" or not tokens[index].tag.startswith("VB"):
            continue
        for subject in children[index]:
            if tokens[subject].dep in ("nsubj", "nsubjpass") and _means(scene, token, tokens[subject]):
                yield from _of_verb(scene, tokens[subject], tokens[index], words, lemma)


def _means(scene: Scene, token: Token, pronoun: Token) -> bool:
    """See whether the subject of a clause is a pronoun for the one above it: "they" for one of several."""
    if pronoun.lower != "they":
        return pronoun.lower in _PRONOUNS
    tokens, children = scene.sentence.tokens, scene.sentence.children
    return any(tokens[index].dep == "conj" for index in children[token.position])


def _complains(scene: Scene, verb: Token, words: PeopleWords, lemma: Lemma) -> bool:
    """See "NAME reported that his sheep had been stolen", "told police that she was robbed": it was done to NAME."""
    for clause in _told_clauses(scene, verb):
        below = [scene.sentence.tokens[i] for i in scene.sentence.children[clause.position]]
        if any(other.dep == "neg" for other in below):
            return False
        if _done_to_own(scene, (clause, below), words, lemma):
            return True
    return False


def _told_clauses(scene: Scene, verb: Token) -> Iterator[Token]:
    """Yield the verbs of what is told, also behind a noun: "lodged a complaint that he had been robbed"."""
    tokens, children = scene.sentence.tokens, scene.sentence.children
    for index in children[verb.position]:
        if tokens[index].dep == "ccomp":
            yield tokens[index]
        elif tokens[index].dep == "dobj":
            yield from (tokens[i] for i in children[index] if tokens[i].dep in ("acl", "ccomp", "relcl"))


def _done_to_own(scene: Scene, clause: tuple[Token, Sequence[Token]], words: PeopleWords, lemma: Lemma) -> bool:
    """See "that he was robbed", "that somebody burgled his office"; not "that he killed his wife"."""
    tokens, children = scene.sentence.tokens, scene.sentence.children
    verb, below = clause
    known = words.verbs.get(lemma(verb.lower, verb.tag))
    if known is None or (known.subject, known.object) != ("suspect", "victim"):
        return False
    if any(other.dep == "nsubj" and other.lower in _PRONOUNS for other in below):
        return False
    done_to = [other for other in below if other.dep in ("nsubjpass", "dobj", "dative")]
    goods = (other for other in done_to if not _is_somebody(other.lower, words))  # "her brother was killed": not Roe
    own = (tokens[i] for other in goods for i in children[other.position] if tokens[i].dep == "poss")
    subject = (other.lower in _PRONOUNS for other in done_to if other.dep == "nsubjpass")
    return any(subject) or any(other.lower in _OWN for other in (*done_to, *own))


def _is_somebody(noun: str, words: PeopleWords) -> bool:
    """See a noun for a relative, a friend, a man or woman, or a trade."""
    return noun in words.kin or noun in words.serving or noun in words.aged or noun in words.occupations


def _of_verb(scene: Scene, token: Token, verb: Token, words: PeopleWords, lemma: Lemma) -> Iterator[str]:
    """Read one verb: a state, a list, an allegation, and a deed or what was suffered."""
    base = lemma(verb.lower, verb.tag)
    known = words.verbs.get(base)
    below = [scene.sentence.tokens[i] for i in scene.sentence.children[verb.position]]
    if token.position > verb.position and any(other.dep == "nsubjpass" for other in below):
        return  # "was arrested for selling her children, NAME and NAME"
    passive = _is_passive(token, verb, below)
    if known is not None and known.object == "suspect" and any(other.dep == "neg" for other in below):
        return  # "was not accused of any wrongdoing"
    if passive and _punished_with(scene, verb, words):
        yield "suspect"
        return
    yield _state(scene, verb, below, words)
    subject = token.dep == "nsubj"
    if subject and verb.lower in _BE:
        yield _among(scene, verb, words)
    if subject and not passive and alleged(scene, verb):
        yield "suspect"
    done = _done(scene, (verb, base), below, words, passive=passive) if subject or passive else []
    if done:
        yield from done
    elif _punished(token, below, words, passive=passive):
        yield "suspect"
    else:
        phrasal = next((other.lower for other in below if other.dep == "prt" or _stranded(scene, other)), None)
        phrasal = phrasal or _behind_reflexive(scene, below)
        known = words.phrasal(base, phrasal) or known
        if known is not None:
            headlined = _paired(scene, verb, words) or (
                words.is_done_to(base, _behind(scene, verb))
                and _headlined(scene, token, verb, below, always=words.is_arrest(base))
            )
            yield from _role(scene, (token, verb), known, below, passive=passive or headlined)


def _done(
    scene: Scene, pair: tuple[Token, str], below: Sequence[Token], words: PeopleWords, *, passive: bool
) -> list[str]:
    """List what a verb, with its base form, tells with a noun below it of its subject.

    "The singer admitted to hospital is well" has no object and no auxiliary: there harm is read as of a passive.
    """
    verb, base = pair
    done = _told_with(scene, f"be {verb.lower}" if passive else base, below, words)
    if done or passive or verb.tag not in ("VBD", "VBN") or any(other.dep == "dobj" for other in below):
        return done
    return [part for part in _told_with(scene, f"be {verb.lower}", below, words) if part == "victim"]


def _is_passive(token: Token, verb: Token, below: Sequence[Token]) -> bool:
    """See "NAME was arrested", "had NAME arrested"; not "was arrested for selling her child, NAME"."""
    if token.dep == "nsubjpass":
        return True
    if verb.tag != "VBN":
        return False
    if any(other.dep == "auxpass" for other in below):
        return not (token.position > verb.position and any(other.dep == "nsubjpass" for other in below))
    helped = any(other.dep in ("aux", "dobj") for other in below)
    return token.dep == "nsubj" and verb.dep == "ccomp" and not helped


def _punished(token: Token, below: Sequence[Token], words: PeopleWords, *, passive: bool) -> bool:
    """See "was jailed", "got a fine", "handed NAME a sentence": a punishment that a verb gives or says of somebody."""
    given = token.dep in ("dobj", "dative")
    kinds = ("dobj", "oprd", "attr", "acomp") if passive or given else ("oprd", "attr", "acomp")
    return any(
        other.lower in words.punishments and other.dep in kinds and other.position > token.position - given
        for other in below
        if other.position != token.position
    )


def _contends(verb: Token, below: Sequence[Token]) -> bool:
    """See "Roe beat Tan in the final", "Roe attacked Tan over taxes": so players and politicians do."""
    if verb.lower not in _CONTENDING:
        return False
    sides = [other for other in below if other.dep in ("nsubj", "dobj")]
    named = len(sides) > 1 and all(other.tag in ("NNP", "NNPS") for other in sides)
    return named and not any(other.dep == "prep" and other.lower in _ARMED for other in below)


def _rules(scene: Scene, verb: Token, below: Sequence[Token]) -> bool:
    """See "denied bond", "admitted Roe to bail", "denied that cameras raise cash": no crime of the one who does it."""
    if verb.lower not in _CONCEDING:
        return False
    tokens, children = scene.sentence.tokens, scene.sentence.children
    for other in below:
        if other.dep == "dobj" and (other.lower in _GRANTED or other.tag == "NNP"):
            return True
        if other.dep == "ccomp":
            subjects = [tokens[i] for i in children[other.position] if tokens[i].dep in ("nsubj", "nsubjpass")]
            return bool(subjects) and not any(subject.lower in _PRONOUNS for subject in subjects)
    return False


def _role(
    scene: Scene, pair: tuple[Token, Token], known: VerbWord, below: Sequence[Token], *, passive: bool
) -> Iterator[str]:
    """Say whether a name is the one who did what its verb tells, or to whom it was done; gives one part or none."""
    token, verb = pair
    if not passive and (_contends(verb, below) or _rules(scene, verb, below)):
        return
    if passive or token.dep == "dobj" or _reduced(scene, token, verb, known, below):
        yield known.object
    elif token.dep == "nsubj":
        reflexive = any(other.lower in _REFLEXIVE for other in below)
        yield known.object if reflexive else known.subject
