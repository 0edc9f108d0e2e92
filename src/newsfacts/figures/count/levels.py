"""Counts told as a level: "there were 14", "arrests totalled 45", "theft fell by 9% (1,072 in all)".

Each find takes a bare number and gives the noun that it counts, or None. Not here: what changed by or to a number
(`changes.py`).
"""

import re

from newsfacts.figures.count.bare import BareNumber, Elided, elided
from newsfacts.figures.count.changing import (
    STANDING_FOR,
    change_before,
    changing_thing,
    ends_there,
    subject_of_change,
)
from newsfacts.figures.numbers import Form
from newsfacts.language.phrases import is_noun, is_plural, is_verb
from newsfacts.language.pipeline import Sentence
from newsfacts.lexicons.function_words import any_of, cue_words, function_words
from newsfacts.rules.rule import Rule

__all__ = ["NOUN_OF", "RULES", "TOTAL"]

_AT_A_LEVEL = function_words("at a level") | {""}
_BRACKET = re.compile(r"[(]\s*$")
_FROM_BEHIND = re.compile(rf",\s+(?:up\s+|down\s+)?(?:{any_of('compares ahead')})\b", re.IGNORECASE)
_NUMBER_OF = re.compile(r"\bnumber\s+of\s+(?P<noun>[\w\s'’-]{3,40}),\s*$", re.IGNORECASE)
_TOPPED = re.compile(
    rf"\b(?:{any_of('top of a ranking')})\b[^.;]{{0,60}}?\bwith\s+(?:just\s+|only\s+)?$", re.IGNORECASE
)
NOUN_OF = re.compile(r"\b(?P<noun>[A-Za-z]+)\s+of\s+$")
"""A noun with "of" in front of a bare number: convictions of 481, a father of two."""
_WHEN_OR_WHY = re.compile(rf"\s+(?:{any_of('behind an act')})\s")
_ACCOUNTED = re.compile(r"\baccount(?:s|ed|ing)?\s+for\s+(?:just\s+|only\s+)?$", re.IGNORECASE)
_THERE = re.compile(rf"\bthere\s+(?:{any_of('existing')})\s+(?:only\s+|just\s+)?$", re.IGNORECASE)
_TO_BEFORE = re.compile(r"\b(?:to|at)\s+(?:just\s+|only\s+)?$", re.IGNORECASE)
_OF_BEHIND = re.compile(rf"\s+the\s+(?:\w+\s+)?(?:{any_of('how many')})\s+of\s+(?=\w)", re.IGNORECASE)
_SHIFTED_REACH = 5
"""Tokens behind "the number of" in which the noun stands."""
_AMOUNTING = cue_words("amounting")
_BY_PREPOSITION = cue_words("amounting by preposition")
_STAYING = cue_words("staying")
_JUDGING = cue_words("judging")
"""Verbs whose object is what amounts: to put the crowd at 35,000, to bring the number of fines to 328."""
_CLIMBED = frozenset(
    {"pobj", "prep", "nummod", "quantmod", "attr", "npadvmod", "dep", "conj", "appos", "advmod", "acomp", "dobj"}
)


def _bracketed(place: BareNumber) -> Elided | None:
    """Read "Bicycle theft has decreased by 9% (1,072 in total)", "the number of homicides (50, compared to 52)"."""
    if not _BRACKET.search(place.ahead) or place.number.form is not Form.DIGITS:
        return None
    tokens = place.sentence.tokens
    if _FROM_BEHIND.match(place.behind) and (verb := change_before(place)) is not None:
        return elided(place, subject_of_change(place, verb))  # "break-ins have halved (34, from 68)"
    if re.match(r"\s*in\s+(?:total|all)\b", place.behind):
        subject = next((t for t in tokens if t.dep in ("nsubj", "nsubjpass") and is_noun(t)), None)
        noun = subject or next((t for t in reversed(tokens[: place.anchor]) if is_noun(t)), None)
        if noun is None:
            return None
        inner = place.counted(noun.position)
        return elided(place, noun.position if inner is None else inner)
    last = next((t for t in reversed(tokens[: place.anchor]) if t.text != "("), None)
    above = tokens[last.head] if last is not None else None
    totals = above is not None and above.lower == "of" and tokens[above.head].lower in place.words.totals
    return elided(place, last.position) if last is not None and totals and is_plural(last) else None


def _apposed(place: BareNumber) -> Elided | None:
    """Read "The number of reported rapes, 92, did not change"."""
    match = _NUMBER_OF.search(place.ahead) if place.behind.startswith(",") and not place.single else None
    last = place.sentence.token_at(place.sentence.start + match.end("noun") - 1) if match else None
    return elided(place, last.position) if last is not None and is_plural(last) else None


def _named_before(place: BareNumber) -> Elided | None:
    """Read "Ayr had the most crashes with 312", "Fraud alone accounted for 9,145"."""
    if place.single or place.word is None or is_noun(place.word) or not ends_there(place):
        return None
    topped = _TOPPED.search(place.ahead)
    if topped is not None:
        start = place.sentence.start
        named = place.sentence.tokens_in(start + topped.start(), start + topped.end())
        return elided(place, next((t.position for t in reversed(named) if is_plural(t)), None))
    return elided(place, place.topic()) if _ACCOUNTED.search(place.ahead) else None


def _there(place: BareNumber) -> Elided | None:
    """Read "In the last quarter there were 14", "Last year there were 4,402, the most since 2019"."""
    if place.single or not _THERE.search(place.ahead) or not ends_there(place):
        return None
    return elided(place, place.topic())


def _amounting(place: BareNumber) -> Elided | None:
    """Read "the number of arrests was 45", "arrests totalled 45", "fraudsters numbering 1,502", "when it was 115"."""
    sentence = place.sentence
    verb, preposition = _verb_above(sentence, place.anchor)
    if verb is None or place.single:
        return None
    token = sentence.tokens[verb]
    word = place.base(token)
    level = word in place.words.changing and place.start < place.number.start  # dropped below 100
    if not level and (word not in _AMOUNTING or preposition not in _AT_A_LEVEL):
        return None
    bounded = place.start < place.number.start
    if not preposition and word in _BY_PREPOSITION and not (bounded and word == "bring"):
        return None
    if token.dep == "acl" and is_noun(sentence.tokens[token.head]) and word not in _JUDGING:
        return elided(place, place.counted(token.head))
    wanted = ("dobj",) if word in _JUDGING else ("nsubj", "nsubjpass")
    for child in (sentence.tokens[c] for c in sentence.children[verb]):
        if child.dep not in wanted or child.position == place.anchor:
            continue
        if child.lower in STANDING_FOR and place.counted(child.position) is None:
            if place.known:
                return Elided(place.known[-1].noun, place.known[-1].noun_phrase, place.anchor)
            return elided(place, place.topic()) if place.before is not None and ends_there(place) else None
        noun = place.counted(child.position) if is_noun(child) else None
        if noun is not None and not (word == "be" and place.token.dep == "nummod"):
            return elided(place, noun)
    return None


def _shifted(place: BareNumber) -> Elided | None:
    """Read "raised to 36 the number of people killed": the long object stands behind the level that it reached."""
    match = _OF_BEHIND.match(place.behind) if _TO_BEFORE.search(place.ahead) else None
    first = place.sentence.token_at(place.number.end + match.end()) if match else None
    if first is None:
        return None
    near = place.sentence.tokens[first.position : first.position + _SHIFTED_REACH]
    return elided(place, next((token.position for token in near if is_plural(token)), None))


def _level(place: BareNumber) -> Elided | None:
    """Read "Murders dropped below 100 for the first time": a bound behind a verb of change or staying."""
    if place.start == place.number.start or place.single or place.word is None or is_noun(place.word):
        return None
    tokens = place.sentence.tokens
    first = place.sentence.token_at(place.start)
    verb = tokens[first.position - 1] if first is not None and first.position else None
    if verb is None or not is_verb(verb) or not (place.changing(verb) or place.base(verb) in _STAYING):
        return None
    subject = changing_thing(place, verb.position)
    if subject is None:
        subject = next((t.position for t in reversed(tokens[: verb.position]) if is_plural(t)), None)
    return elided(place, subject)


def _verb_above(sentence: Sentence, anchor: int) -> tuple[int | None, str]:
    """Give the verb that a bare number hangs on, and the preposition between."""
    tokens = sentence.tokens
    position, preposition = anchor, ""
    for _ in range(4):
        token = tokens[position]
        head = tokens[token.head]
        if head.position == position:
            return None, preposition
        if token.dep == "pobj":
            preposition = head.lower
        if is_verb(head):
            return head.position, preposition
        if token.dep not in _CLIMBED:
            return None, preposition
        position = head.position
    return None, preposition


def _acts(place: BareNumber) -> Elided | None:
    """Read "convictions of 481", "made arrests of 40 in June", "a total conviction of 481"."""
    of = NOUN_OF.search(place.ahead)
    if of is None or of["noun"].lower() not in place.words.acts or place.number.form is not Form.DIGITS:
        return None
    head = place.sentence.token_at(place.sentence.start + of.start("noun"))
    ends = ends_there(place) or _WHEN_OR_WHY.match(place.behind)
    return elided(place, head.position) if head is not None and ends else None


TOTAL = Rule("count.total", "NOUN … ( NUMBER in total )", "a bracket behind a change tells the number", _bracketed,
         yes=("Bicycle theft has decreased by 9% ([1,072 in total]).",
              "There was no change in the number of homicides ([50], compared to 52 the previous year).",
              "Drug offences have increased by 6% ([1,662in total])."),
         no=("Two men (31 and 40) were held.", "Jane Roe (50) was hurt.", "Theft rose (see page 12)."))  # fmt: skip
"""Asked before all others."""
RULES = (
    Rule("count.apposed", "number of NOUN, NUMBER,", "the number of things stands between commas behind their name",
         _apposed,
         yes=("The number of reported rapes, [92], did not change.", "The number of arrests, [410], was a record.",
              "The total number of victims, [1,200], is not final."),
         no=("The number of the room, 92, was wrong.", "The number of his car, 12, was seen.",
             "The number of men, two of them armed, grew.")),
    Rule("count.there", "there were NUMBER", "what there was is what was told before", _there,
         yes=("Police counted 54 shootings by June. From July on there were [33].",
              "They recorded 1,050 thefts last year; in 2023 there were [2,214].",
              "Deaths have risen. Last year there were [4,402], the most on record."),
         no=("There were 33 men.", "There were two of them.", "There was one.")),
    Rule("count.acts", "ACTS of NUMBER", "translated statistics tell how many acts there were behind 'of'", _acts,
         yes=("The agency secured convictions of [481] between 2015 and 2020.",
              "Police made arrests of [40] in June.", "The unit recorded seizures of [31], up from 20."),
         no=("He had convictions of 481 offences.", "The arrests of 40 men went on.", "They heard of deaths of one.")),
    Rule("count.topped", "most NOUN with NUMBER | accounted for NUMBER", "a superlative or a part names what it counts",
         _named_before,
         yes=("Ayr had the most accidents with [1,012], but also a large fall.",
              "Police opened 3,000 cases. Fraud alone accounted for [945].",
              "Of all towns, Perth recorded the highest number of thefts, with [312]."),
         no=("He had most of the trouble with 12 others.", "Fraud accounted for 45% of it.",
             "It accounted for $45 of that.")),
    Rule("count.level", "NOUN fell below NUMBER", "a level that was passed counts what passed it", _level,
         yes=("Murders dropped [below 100] for the first time.", "Murders remained [below 100] for the second year.",
              "Burglaries rose [above 500] in May."),
         no=("The van stopped below 100 flats.", "Police looked under 3 cars.", "He stayed over 2 weeks.")),
    Rule("count.shifted", "VERBED to NUMBER the number of NOUN", "a long object stands behind the level it reached",
         _shifted,
         yes=("The attack raised to [36] the number of people killed in June.",
              "The raid brought to [12] the number of arrests.",
              "That put at [90] the total number of stolen cars."),
         no=("He moved to 36 the day of the trial.", "Police spoke to two of the men.", "He went to 3 Mill Road.")),
    Rule("count.copula", "number of NOUN was NUMBER", "the noun stands before the number with a verb of amounting",
         _amounting,
         yes=("The number of arrests was [45].", "Arrests totalled [45] by noon.",
              "Internet fraudsters numbering [1,502] have been held."),
         no=("The average age was 45.", "He was 45.", "The price was $45.")),
)  # fmt: skip
"""In the order in which they are asked, after those of changes."""
