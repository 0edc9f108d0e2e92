"""Counts whose noun is not said again: "35 were solved", "of which 1,250", "a father of two", "the other nine".

The rules are tried in order on a number that no noun follows; each names where the noun is: what changed or stood at a
level (`changes.py`, `levels.py`), an earlier count, the nearest plural. A number that no rule knows counts nothing. Not
here: the noun phrase behind a number (`nouns.py`).
"""

import re
from collections.abc import Sequence

from newsfacts.figures.count import changes, groups, levels, restated
from newsfacts.figures.count.bare import BareNumber, Elided, elided
from newsfacts.figures.numbers import Form
from newsfacts.language.phrases import VERB_TAGS, is_noun, is_plural, is_verb, noun_compound
from newsfacts.language.pipeline import Token
from newsfacts.lexicons.function_words import any_of, cue_words, function_words
from newsfacts.rules.rule import Rule, first

__all__ = ["BORROWING", "NOT_REPEATED", "PRONOMINAL", "RULES", "read"]

_PLURAL_VERB = function_words("plural verb")
_OF_PRONOUN = re.compile(rf"\bof\s+(?:{any_of('partitive')}),?\s*$", re.IGNORECASE)
_REST = re.compile(r"\b(?:other|remaining)\s*$", re.IGNORECASE)
_POINTED = re.compile(rf"\b(?:{any_of('pointed at')})\s*$", re.IGNORECASE)
_OPENING = re.compile(r"\s*(?:out\s+)?(?:of|among)\b", re.IGNORECASE)
_OF_THE = re.compile(rf"\W*(?:out\s+)?of\s+(?:{any_of('definite plural')})\s+", re.IGNORECASE)
_JOINED = re.compile(
    r"(?:,|\band|,\s*and|\bwith|\bwhile|\bor|\bbut)\s+(?:another|a\s+further|an\s+additional|a)?\s*$", re.IGNORECASE
)
_INCLUDING = re.compile(r"\bincluding\s+(?:at\s+least\s+)?$", re.IGNORECASE)
_SERIES_AHEAD = re.compile(r"(?:[,;]|\band|,\s*and)\s*$", re.IGNORECASE)
_IN_YEAR = re.compile(rf"\s+(?:{any_of('for a year')})\s+(?:the\s+)?(?:(?:19|20)\d\d\b|[A-Z][a-z]+\s+(?:19|20)\d\d\b)")
_AMONG = re.compile(r"\bamong\s+$", re.IGNORECASE)
_IN_ANOTHER = re.compile(
    rf"(?:\band|,|\bwhile|\bbut)\s+in\s+the\s+(?:{any_of('another of several')})\s+(?:\w+\s+)?(?:only\s+|just\s+)?$",
    re.IGNORECASE,
)
_PRONOUNS = function_words("partitive")
_PREPOSITIONS = function_words("behind a count")
_HAVING = cue_words("statistical having")
"""Verbs of statistics: one command made 324 arrests, the next had 230."""
_CLOSING = function_words("closes a predicate")
_INCLUDED = cue_words("includes")
_ONE_OF_TWO = function_words("one of two")
_REACH = 7
"""Tokens behind a number among which the participle stands that what it includes parts from it."""
_ENDING = frozenset({",", ".", ";", ":", ")"})


def _pronoun(place: BareNumber) -> Elided | None:
    """Read "six of whom were …", "2,000 of them", "of which 1,250", "24 of the 33"."""
    tokens, word = place.sentence.tokens, place.word
    behind = tokens[place.following + 1 : place.following + 4] if word is not None and word.lower == "of" else ()
    pronoun = bool(behind) and (behind[0].lower in _PRONOUNS or _latter(behind))
    number = len(behind) > 1 and behind[0].tag in ("DT", "PRP$") and behind[1].tag == "CD"
    if place.single or not (pronoun or number or _OF_PRONOUN.search(place.ahead)):
        return None
    noun = _pronoun_noun(place, behind if pronoun else (), far=not number)
    if noun is None:
        return None
    return Elided(*noun, place.anchor, subset=place.before is not None)


def _latter(behind: Sequence[Token]) -> bool:
    """See "of the latter", which stands for a noun told before where none follows."""
    named = len(behind) > 2 and (is_noun(behind[2]) or behind[2].tag in ("JJ", "CD", "HYPH"))
    return len(behind) > 1 and behind[0].lower == "the" and behind[1].lower in _ONE_OF_TWO and not named


def _pronoun_noun(place: BareNumber, behind: Sequence[Token], *, far: bool) -> tuple[str, str] | None:
    """Give the noun that "of them" stands for: what they are said to be, what was counted, the people told last."""
    if behind and _complement(behind[1:]):
        return behind[1].text, behind[1].text  # "11 of them minors"
    if behind and behind[0].lower == "whom" and place.known and not _names_people(place, place.known[-1].noun):
        told = len(behind) > 2 and behind[1].lower in _PLURAL_VERB and behind[2].tag == "NNS"
        return (behind[2].text, behind[2].text) if told else ("people", "people")  # "four fines - two of whom …"
    if place.known:
        return place.known[-1].noun, place.known[-1].noun_phrase
    if place.before is not None and _undergone_by_people(place) and not _names_people(place, place.before.noun):
        people = _people_before(place)
        if people is not None:
            return people, people  # "… with 12 boiled potatoes. Two of them suffered": not the potatoes
    near = place.antecedent(far=False) if far else None
    if near is not None and place.before is not None and _rather_people(place, near):
        return (
            place.before.noun,
            place.before.noun_phrase,
        )  # "The arrests were made, and three of them charged"
    if near is None and place.before is not None:
        return place.before.noun, place.before.noun_phrase
    near = near or (place.antecedent() if far else None)
    return (near, near) if near else None


def _rather_people(place: BareNumber, near: str) -> bool:
    """See that people suffer, the nearest plural names none, and the last count does."""
    told = place.before is not None and _names_people(place, place.before.noun)
    return told and _undergone_by_people(place) and not _names_people(place, near)


def _names_people(place: BareNumber, noun: str) -> bool:
    return noun.rsplit(maxsplit=1)[-1].lower() in place.words.people


def _people_before(place: BareNumber) -> str | None:
    """Give the nearest plural for people in the units ahead."""
    for sentence in reversed(place.earlier):
        for token in reversed(sentence.tokens):
            if token.lower in place.words.people and (is_plural(token) or not token.tag) and token.lower.endswith("s"):
                return noun_compound(sentence, token.position)
    return None


def _complement(tokens: Sequence[Token]) -> bool:
    """See that a plural noun stands alone behind "of them", which says what those counted are."""
    alone = len(tokens) < 2 or tokens[1].text in (",", ".", ";", ")") or tokens[1].lower in ("and", "aged")
    return bool(tokens) and tokens[0].tag == "NNS" and alone


def _series(place: BareNumber) -> Elided | None:
    """Read the later figures of "1,294 arrests in 2023, 1,246 in 2024", "… and in the second 187"."""
    if place.known and not place.single and _IN_ANOTHER.search(place.ahead) and _ends(place):
        return elided(place, place.told())
    if not place.known or place.single or not _SERIES_AHEAD.search(place.ahead) or not _IN_YEAR.match(place.behind):
        return None
    return elided(place, place.told())


def _included(place: BareNumber) -> Elided | None:
    """Read "arrested more than 8,152 fugitives, including 20 for homicide"."""
    if not place.known or place.single or not _INCLUDING.search(place.ahead):
        return None
    if place.word is not None and place.word.lower not in _PREPOSITIONS and place.word.text not in _ENDING:
        return None
    last = place.known[-1]
    return Elided(last.noun, last.noun_phrase, place.anchor, subset=True)


def _part(place: BareNumber) -> Elided | None:
    """Read "Of the 54 murders, we have detected 52"."""
    word = place.word
    if place.single:
        return None
    if _OF_THE.fullmatch(place.ahead) and word is not None and word.tag == "VBN" and place.undergone(word):
        return Elided("people", "people", place.anchor)
    if not _OPENING.match(place.sentence.text) or _POINTED.search(place.ahead):
        return None
    if word is not None and (is_noun(word) or word.tag in ("JJ", "CD", "$")) and word.text != ",":
        return None
    if not place.known:
        noun = next((t for t in place.sentence.tokens[: place.anchor] if is_plural(t)), None)
        text = noun_compound(place.sentence, noun.position) if noun else ""
        return Elided(text, text, place.anchor) if noun else None
    whole = place.known[0]
    return Elided(whole.noun, whole.noun_phrase, place.anchor, subset=True)


def _rest(place: BareNumber) -> Elided | None:
    """Read "the other nine", "the remaining four"."""
    if not _REST.search(place.ahead) or place.single or place.before is None:
        return None
    return Elided(place.before.noun, place.before.noun_phrase, place.anchor)


def _subject(place: BareNumber) -> Elided | None:
    """Read "35 were solved", "27 die in fire", "60 were women"."""
    word, token = _behind_more(place), place.token
    if word is None or not _bare(place):
        return None
    subject = token.dep in ("nsubj", "nsubjpass")
    hangs = subject or token.dep in ("ROOT", "attr", "nummod", "dep", "conj")
    finite = word.lower in _PLURAL_VERB or (word.tag in ("VBD", "VBP") and subject)
    undergone = word.tag in ("VB", "VBP", "VBD") and place.undergone(word) and word.lower == place.base(word)
    passive = word.tag == "VBN" and hangs
    modal = word.tag == "MD" and subject and bool(place.known)
    if not (finite or undergone or passive or modal):
        return None
    told = _predicated(place)
    return elided(place, told, place.anchor) if told is not None else _of_bare(place)


def _predicated(place: BareNumber) -> int | None:
    """Give the noun of "60 were women": what those counted are said to be."""
    word = place.word
    if word is None or word.lower not in ("were", "are"):
        return None
    tokens = place.sentence.tokens[word.position + 1 : word.position + 4]
    if not tokens or tokens[0].tag != "NNS":
        return None
    closed = len(tokens) < 2 or tokens[1].text in _ENDING or tokens[1].lower in _CLOSING
    return tokens[0].position if closed else None


def _object(place: BareNumber) -> Elided | None:
    """Read "Police arrested 28", "took over 260 into custody"."""
    if not _bare(place) or not _ends(place):
        return None
    tokens, token = place.sentence.tokens, place.token
    head = tokens[token.head]
    start = place.sentence.token_at(place.start)
    previous = tokens[start.position - 1] if start is not None and start.position else None
    if token.dep in ("dobj", "nsubjpass") and is_verb(head) and place.undergone(head):
        return _of_bare(place)
    if previous is not None and previous.tag in VERB_TAGS | {"NNS"} and place.undergone(previous):
        return _of_bare(place)
    if previous is not None and is_verb(previous) and place.base(previous) in _HAVING:
        head = previous  # "Ayr had 21 (up by five)", whatever the parser makes of it
    elif token.dep != "dobj" or not is_verb(head):
        return None
    taken = re.match(r"\s+into\b", place.behind)
    had = place.base(head) in _HAVING and (place.word is None or place.word.text in _ENDING | {"("})
    if place.known:
        return _of_bare(place) if taken or had else None
    subject = (place.sentence.tokens[c] for c in place.sentence.children[head.position])
    named = any(t.dep == "nsubj" and t.tag in ("NNP", "NNPS") for t in subject)
    topic = place.topic() if had and named and place.number.form is Form.DIGITS else None
    return Elided(*topic, place.anchor) if topic else None


def _coordination(place: BareNumber) -> Elided | None:
    """Read the second number of "eleven were held for robbery and five for cultism"."""
    word = _behind_more(place)
    if not place.known or word is None or not _bare(place):
        return None
    goes_on = place.start == place.sentence.start > place.sentence.unit.sentence_start
    if not goes_on and not _JOINED.search(place.ahead):
        return None
    return _of_bare(place) if word.lower in _PREPOSITIONS and _ends(place) else None


def _bare(place: BareNumber) -> bool:
    """Tell whether a number may count without a noun: no "one" that only points, nothing that "the" points at."""
    if place.single or (place.number.form is Form.DIGITS and place.number.value < 2):
        return False
    return not _POINTED.search(place.ahead)


def _of_bare(place: BareNumber) -> Elided | None:
    if _AMONG.search(place.ahead):
        return Elided("people", "people", place.anchor)  # "Two officers among seven held"
    if _undergone_by_people(place):
        told = place.before
        if told is None or not place.several(told.noun.split()[-1].lower()):
            return Elided("people", "people", place.anchor)
    else:
        told = place.known[-1] if place.known else None
    if told is None:
        near = place.antecedent(far=place.before is not None)
        return Elided(near, near, place.anchor) if near else None
    last = told.noun.split()[-1].lower()
    if last == "person" and place.number.value > 1:
        return Elided("persons", "persons", place.anchor)
    if told.value == 1 and last in place.words.people and place.number.value > 1:
        return Elided("people", "people", place.anchor)  # "one child died, while 12 were injured"
    return Elided(told.noun, told.noun_phrase, place.anchor)


def _undergone_by_people(place: BareNumber) -> bool:
    tokens = place.sentence.tokens
    near = [
        *tokens[max(0, place.anchor - 1) : place.anchor],
        *tokens[place.following : place.following + 4],
        tokens[tokens[place.anchor].head],
    ]
    return any(place.undergone(t) for t in near if is_verb(t) or t.tag in ("JJ", "NNS", "NN"))


def _behind_more(place: BareNumber) -> Token | None:
    """Give the word behind the number, and behind the "more" of "injuring 45 more"."""
    word = place.word
    if word is None or word.lower != "more":
        return word
    following = place.sentence.tokens[place.following + 1 :]
    return following[0] if following else None


def _participle(place: BareNumber) -> Token | None:
    """Give the word behind the number, and behind the adverb of "seven seriously wounded", "four later released"."""
    word = place.word
    following = place.sentence.tokens[place.following + 1 : place.following + 2]
    adverb = word is not None and word.tag == "RB" and bool(following) and following[0].tag == "VBN"
    return following[0] if adverb else word


def _ends(place: BareNumber) -> bool:
    word = _behind_more(place)
    if word is None or word.text in _ENDING:
        return True
    return word.tag in ("IN", "TO", "CC", "RB", "WDT", "WP") or word.lower in ("including", "after")


def _behind_included(place: BareNumber) -> Token | None:
    """Give the participle behind what is included: "4 including 2 officers [killed] in separate shootings"."""
    for token in place.sentence.tokens[place.following + 1 : place.following + _REACH]:
        if token.text in _ENDING or token.tag == "CC":
            return None
        if token.tag in ("VBN", "VBD"):
            return token
    return None


def _held(place: BareNumber) -> Elided | None:
    """Read "3 killed in house fire", "Police say 14 held": a bare number and the participle of what people undergo."""
    word = _participle(place)
    if word is not None and word.lower in _INCLUDED:
        word = _behind_included(place)
    if word is None or not _bare(place) or place.number.form is Form.RANGE or word.lower.endswith("ing"):
        return None
    if place.lemma(word.lower, "VBN") not in place.words.person_verbs or word.tag in ("VB", "VBP", "VBZ"):
        return None
    behind = place.sentence.tokens[word.position + 1 : word.position + 2]
    described = bool(behind) and (is_noun(behind[0]) or behind[0].tag in ("JJ", "VBN"))  # four abducted little girls
    if described:
        return None
    joined = word.tag == "VBN" and place.known and _JOINED.search(place.ahead)
    return _of_bare(place) if joined else Elided("people", "people", place.anchor)  # "12 men were held and four freed"


_PRONOUN = Rule(
    "count.elided-partitive", "NUMBER of them | of which NUMBER", "a pronoun stands for an earlier noun", _pronoun,
    yes=("Police held 30 men, [six] of whom had knives.", "They checked 18,000 cars, of which [1,250] had faults.",
         "The shops were searched and [20] of them were closed."),
    no=("One of them fled.", "Six of the men fled.", "It was one of those."),
)  # fmt: skip
_COORDINATED = Rule(
    "count.elided-coordination", "COUNT … and NUMBER for …", "the second of two coordinated counts drops the noun",
    _coordination,
    yes=("Police held 11 men for robbery and [five] for fraud.", "They charged 30 people, [12] with theft.",
         "They seized 40 guns in Ayr and [16] in Perth."),
    no=("Two cyclists fell, one in the market.", "Three victims came from the coast and one from the hills.",
        "He came at two and three for tea."),
)  # fmt: skip
RULES: tuple[Rule, ...] = (
    levels.TOTAL,
    restated.RULES[0],
    _PRONOUN,
    *changes.RULES,
    *levels.RULES,
    *groups.RULES,
    Rule(
        "count.series", "COUNT in YEAR, NUMBER in YEAR", "a row of years counts one thing", _series,
        yes=("They made 1,294 arrests in 2023, [1,246] in 2024.", "They saw 30 murders in 2019, and [41] in 2020.",
             "There were 12 raids in May 2020, [15] in June 2020."),
        no=("They met in 2019, and in 2020.", "He was 30 in 2019, and 31 in 2020.", "It cost $3 in 2019, $4 in 2020."),
    ),
    Rule(
        "count.elided-included", "COUNT including NUMBER for …", "what is included is of the same things", _included,
        yes=("Police held 8,152 fugitives, including [20] for homicide.",
             "The raid involved 100 officers, including [15] from Ayr.", "They saw 30 crimes, including [12] in May."),
        no=("They held 30 men, including two boys.", "He stole things including $3.", "Shops, including one in Ayr."),
    ),
    Rule(
        "count.elided-part", "Of COUNT, NUMBER …", "bare numbers behind 'of the 54 murders' count murders", _part,
        yes=("Of the 54 murders, we have detected [52].", "Of the 30 men, [12] fled.", "Of 40 cars, [six] were sold."),
        no=("Of course, 12 men fled.", "Of the men, one fled.", "Among them was Jane Roe, 31."),
    ),
    Rule(
        "count.elided-rest", "the other NUMBER", "the rest is of the same things as the count before", _rest,
        yes=("Ten men were held and the other [nine] fled.", "Five shops closed; the other [three] were kept open.",
             "Six shops closed early but the remaining [two] were open."),
        no=("The other man fled.", "The other nine men fled.", "He had no other."),
    ),
    Rule(
        "count.elided-subject", "NUMBER were VERBED", "a bare number as subject of a plural verb", _subject,
        yes=("Police opened 40 cases, and [35] were solved.", "Rescuers found many dead, and [12] were hurt.",
             "Five boys ran and [three] escaped."),
        no=("One was held.", "The three were held.", "In 2019 were held talks."),
    ),
    Rule(
        "count.elided-held", "NUMBER VERBED", "headlines drop the people and the auxiliary", _held,
        yes=("Man charged after [3] killed in house fire.", "[13] nabbed, shabu seized in raid.",
             "Bus crash: [14] hurt."),
        no=("One held.", "Two police officers held.", "The three held talks."),
    ),
    Rule(
        "count.elided-object", "VERBED NUMBER", "a bare number as object of a verb that people undergo", _object,
        yes=("Police arrested [28] in Ayr.", "The blast killed [12] and injured [30].",
             "They held 439 men and took [over 260] into custody."),
        no=("Police arrested one in Ayr.", "He turned 30.", "The blast killed the two."),
    ),
    _COORDINATED,
    restated.RULES[1],
)  # fmt: skip
"""In the order in which they are asked."""

PRONOMINAL = frozenset({_PRONOUN})
"""Rules whose counts are of what a pronoun stands for."""
NOT_REPEATED = frozenset(RULES) - {levels.TOTAL, *changes.RULES, *levels.RULES, *groups.RULES}
"""Rules whose counts do not say their noun again."""
BORROWING = frozenset({_COORDINATED, *(rule for rule in changes.RULES if rule.find is changes.compared)})
"""Rules whose counts share the verb of the count before them."""


def read(place: BareNumber) -> tuple[Rule, Elided] | None:
    """Find the noun that a bare number counts, and the rule that knows it."""
    return first(RULES, place)
