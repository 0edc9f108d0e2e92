"""Counts whose noun stands in what changed: "fell from 17 to six", "13 fewer than last year's low of 110".

Each find takes a bare number and gives the noun it counts, or None. Not here: other elided nouns (`elided.py`).
"""

import re
from dataclasses import replace

from newsfacts.figures.count.bare import BareNumber, Elided, elided
from newsfacts.figures.count.changing import STANDING_FOR, change_before, generic, subject_of_change
from newsfacts.language.phrases import is_noun, is_verb
from newsfacts.lexicons.function_words import any_of, function_words
from newsfacts.record import Direction
from newsfacts.rules.rule import Rule

__all__ = ["RULES", "compared"]

_UP_OR_DOWN = function_words("up or down")
_COMPARED = re.compile(
    rf"\b(?:{any_of('compared with')}|compare[ds]?\s+(?:with|to)"
    r"|(?:up|down)\s+(?:slightly\s+|[\d.,]+\s*(?:%|per\s?cent)\s+)?from)"
    rf"(?:\s+(?:{any_of('compared')}))?\s*$",
    re.IGNORECASE,
)
_AND_COMPARED = re.compile(r"\bcompare[ds]?\s+(?:with|to)\s+[\d,.]+\s+(?:and|or)\s*$", re.IGNORECASE)
_CHANGED = re.compile(r"\b(?P<word>to|from)\s+(?:the\s+|just\s+|only\s+|its\s+)?$", re.IGNORECASE)
_MORE = re.compile(rf"\s+(?P<word>{any_of('differs by')})\b(?P<than>\s+than\b)?", re.IGNORECASE)
_CLOSING = re.compile(rf"\s*(?:[,.;:)]|$)|\s+(?:{any_of('closes a difference')})\b", re.IGNORECASE)
_COMPARES_BEHIND = re.compile(rf"\s+(?:{any_of('compares behind')})\b", re.IGNORECASE)
_UP_DOWN = re.compile(
    rf"(?:[(,–-]\s*|\b(?:{any_of('finite be')})\s+)(?P<word>up|down)\s+$|\b(?P<by>up|down)\s+by\s+$", re.IGNORECASE
)
_BY = re.compile(r"\bby\s+$", re.IGNORECASE)
_OF = re.compile(r"\b(?P<noun>[A-Za-z]+)\s+of\s+(?:just\s+|only\s+|about\s+)?$")
_FACTORS = frozenset({"multiply", "divide"})
"""Verbs whose "by" leads to a factor and not to a difference."""
_CAME_FROM = re.compile(r",\s+(?:up\s+|down\s+)?from\s+$", re.IGNORECASE)
_ADVERB_TO = re.compile(
    r"(?:,?\s+(?:up|down)\s+(?:by\s+)?|:\s*[+–-]?)[\w.-]+\s*(?:%|per\s?cent)?,?\s+to\s+(?:just\s+)?$", re.IGNORECASE
)
_GAPPED_TO = re.compile(
    rf"\b(?:by\s+[^,;.]{{1,30}}?,?\s+)?(?:{any_of('to a figure')})\s+(?:[\d,]+\s+to\s+)?(?:just\s+)?$", re.IGNORECASE
)


def _difference(place: BareNumber) -> Elided | None:
    """Read "13 fewer than last year", "up by one to 99 homicides", "an increase of 9", "down 100"."""
    more = _MORE.match(place.behind)
    if more and (more["than"] or _CLOSING.match(place.behind, more.end())) and _compares(place, more):
        return _differing(
            place, Direction.DECREASE if more["word"].lower() in ("fewer", "less") else Direction.INCREASE
        )
    front = _UP_DOWN.search(place.in_front) or _UP_DOWN.search(place.ahead)  # up by just four
    if front and (place.known or front["by"]) and not place.behind.startswith("%"):
        up = (front["word"] or front["by"]).lower() == "up"
        return _differing(place, Direction.INCREASE if up else Direction.DECREASE)
    of = _OF.search(place.in_front)
    way = place.words.directions.get(place.lemma(of["noun"].lower(), "NNS")) if of else None
    by = _BY.search(place.in_front) or _BY.search(place.ahead)
    verb = change_before(place) if way is None and by else None
    if verb is not None and place.base(place.sentence.tokens[verb]) not in _FACTORS:
        way = place.words.directions.get(place.base(place.sentence.tokens[verb]))
    return _differing(place, way) if way is not None else None


def _compares(place: BareNumber, more: re.Match[str]) -> bool:
    """See that "more" compares rather than adds: "29 more being recorded this year", not "injuring 45 more"."""
    if more["word"].lower() in ("fewer", "less") or more["than"]:
        return True
    return bool(_COMPARES_BEHIND.match(place.behind, more.end()))


def _differing(place: BareNumber, direction: Direction) -> Elided | None:
    told: int | tuple[str, str] | None = place.told()
    own = _own_subject(place)
    if own is not None:
        told = own
    elif not place.known and (verb := change_before(place)) is not None:
        subject = subject_of_change(place, verb)
        told = told if subject is None else subject
    near = place.antecedent() if told is None else None
    found = elided(place, told if near is None else (near, near), place.anchor)
    return replace(found, direction=direction) if found else None


def _own_subject(place: BareNumber) -> int | tuple[str, str] | None:
    """Give what "was up by 21", "came down by 31" is said of: the subject of the verb in front of "up" and "by"."""
    tokens = place.sentence.tokens
    first = place.sentence.token_at(place.start)
    position = (first.position if first else place.anchor) - 1
    while position >= 0 and tokens[position].lower in _UP_OR_DOWN:
        position -= 1
    if position < 0 or not is_verb(tokens[position]):
        return None
    subject = next((tokens[c] for c in place.sentence.children[position] if tokens[c].dep == "nsubj"), None)
    if subject is not None and subject.lower in STANDING_FOR and place.counted(subject.position) is None:
        return place.topic()
    if subject is None or not is_noun(subject):
        subject = tokens[position - 1] if position and is_noun(tokens[position - 1]) else None
    return place.counted(subject.position) if subject is not None else None


def compared(place: BareNumber) -> Elided | None:
    """Read "121 people, up from 109", "9,846 cases as against 10,412 in 2023", "This compares with 125 and 289"."""
    if place.single or not (_COMPARED.search(place.ahead) or _AND_COMPARED.search(place.ahead)):
        return None
    opening = re.match(rf"\W*(?:{any_of('demonstrative')}|which)\s+compares\b", place.sentence.text, re.IGNORECASE)
    told = place.known[-1] if place.known else (place.before if opening else None)
    return Elided(told.noun, told.noun_phrase, place.anchor, compared=True) if told else None


def _recalled(place: BareNumber) -> Elided | None:
    """Read "the previous year's figure of 74", "21 more shootings for a total of 308"."""
    of = _OF.search(place.in_front)
    if of is None or of["noun"].lower() not in place.words.totals or place.word is None or is_noun(place.word):
        return None
    told = place.told()
    return Elided(told[0], told[1], place.anchor, compared=of["noun"].lower() != "total") if told else None


def _changed(place: BareNumber) -> Elided | None:
    """Read "cases jumped from 1,204 to 1,689", "rising from 611 to 666", "a slight uptick from 105 in 2024"."""
    match = _CHANGED.search(place.ahead)
    if match is None or place.single:
        return None
    verb = change_before(place)
    if verb is None:
        return _by_adverb(place)
    before = place.known[-1] if place.known else None
    if before is not None and before.anchor > verb and _CAME_FROM.search(place.ahead):
        return Elided(before.noun, before.noun_phrase, place.anchor, compared=True)
    if before is None and generic(place, verb):
        return elided(place, place.topic())
    if match["word"].lower() == "to" and before is not None:
        anchor = before.anchor if before.anchor >= 0 else place.anchor
        return Elided(before.noun, before.noun_phrase, anchor, changes=True)
    if before is not None and before.anchor < verb and is_noun(place.sentence.tokens[verb]):
        return Elided(before.noun, before.noun_phrase, place.anchor, compared=True)
    noun = subject_of_change(place, verb)
    return elided(place, noun) if noun is not None else None


def _by_adverb(place: BareNumber) -> Elided | None:
    """Read "auto theft, up 41% to 512": the thing stands before the adverb."""
    match = _ADVERB_TO.search(place.ahead)
    token = place.sentence.token_at(place.sentence.start + match.start() - 1) if match and match.start() else None
    if token is not None and is_verb(token) and place.known and place.known[-1].anchor > token.position:
        told = place.known[-1]  # knife crime was up by 21 to 288
        return Elided(told.noun, told.noun_phrase, place.anchor, changes=False)
    return elided(place, place.counted(token.position)) if token is not None and is_noun(token) else None


def _gapped(place: BareNumber) -> Elided | None:
    """Read the second of "burglary fell by 14% to 1,914 and robbery by a fifth, from 394 to 312"."""
    match = _GAPPED_TO.search(place.ahead)
    if match is None or place.single or not match[0].lower().startswith("by"):
        return None
    by = place.sentence.token_at(place.sentence.start + match.start())
    tokens = place.sentence.tokens
    if by is None or by.position < 2 or not is_noun(tokens[by.position - 1]):
        return None
    noun = by.position - 1
    opens = next((t for t in reversed(tokens[:noun]) if not (is_noun(t) or t.tag in ("JJ", "HYPH", "VBN"))), None)
    if opens is None or opens.lower not in ("and", ",", "while"):
        return None
    return elided(place, place.counted(noun))


RULES = (
    Rule("count.difference", "NUMBER fewer than | up by NUMBER | an increase of NUMBER",
         "a difference counts what the count beside it counts", _difference,
         yes=("Officers recorded 97 murders, [13] fewer than in 2017.",
              "Officers seized 83 weapons, an increase of [9] on last year.",
              "There were 337 shooting incidents this year, down [100] on last year."),
         no=("The crash killed three and injured 45 more.", "Two more men were held.", "It fell by 5%.")),
    Rule("count.gapped", "and NOUN by CHANGE to NUMBER", "the second of two changes drops the verb, not the noun",
         _gapped,
         yes=("Assaults fell by 10% to 781, and robberies by a fifth, from [394] to 322.",
              "Burglary fell by 14 per cent to 1,914 and robbery by nine per cent to [312].",
              "Murders dropped by three to 14 and shootings by 12 to [80]."),
         no=("He was held at 9 and robbed by two.", "Prices fell by 3% and rents by 5% to $400.",
             "They came by bus and left by train to 12 Mill Road.")),
    Rule("count.compared", "COUNT against NUMBER", "the earlier figure of a comparison is of the same things", compared,
         yes=("Police recorded 121 robberies, up from [109] in 2024.",
              "They made 9,846 arrests as against [10,412] in 2023.",
              "Officers closed 30 dens this year, compared with [41] last year."),
         no=("He compared it to 12 others.", "They met 30 gangs.", "Better than in 2019.")),
    Rule("count.recalled", "COUNT … TOTAL of NUMBER", "totals and lows are of what was counted before", _recalled,
         yes=("Officers seized 83 weapons, more than last year's figure of [74].",
              "There were 21 additional shootings for [a total of 308].",
              "They recorded 97 murders, after a low of [110] last year."),
         no=("A total of 308 men fled.", "He wore a figure of eight.", "He paid a total of $30.")),
    Rule("count.change", "NOUN fell from NUMBER to NUMBER", "both ends of a change count the same things", _changed,
         yes=("Robberies fell from [17] to six.", "The number of fraud offences rose from [378] to 545.",
              "Murders dropped to [134] in 2025."),
         no=("The lanes widen from 9am to 5pm.", "He came from 12 Mill Road.", "Prices fell from $5 to $4.")),
)  # fmt: skip
"""In the order in which they are asked."""
