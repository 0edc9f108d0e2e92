"""Counts whose noun stands in what changed: "fell from 17 to six", "13 fewer than last year's low of 110".

Each find takes a bare number and gives the noun it counts, or None. Not here: other elided nouns (`elided.py`).
"""

import re
from dataclasses import replace

from newsfacts.figures.count.bare import BareNumber, Elided, elided
from newsfacts.figures.numbers import Form
from newsfacts.language.phrases import is_noun, is_plural, is_verb
from newsfacts.language.pipeline import Sentence
from newsfacts.record import Direction
from newsfacts.rules.rule import Rule

__all__ = ["RULES", "compared"]

_COMPARED = re.compile(
    r"\b(?:(?:as\s+)?against|compare[ds]?\s+(?:with|to)|(?:up|down)\s+(?:slightly\s+|[\d.,]+\s*(?:%|per\s?cent)\s+)?from"
    r"|versus|vs\.?|than)"
    r"(?:\s+(?:the|only|just|about))?\s*$",
    re.IGNORECASE,
)
_AND_COMPARED = re.compile(r"\bcompare[ds]?\s+(?:with|to)\s+[\d,.]+\s+(?:and|or)\s*$", re.IGNORECASE)
_CHANGED = re.compile(r"\b(?P<word>to|from)\s+(?:the\s+|just\s+|only\s+|its\s+)?$", re.IGNORECASE)
_MORE = re.compile(r"\s+(?P<word>more|fewer|less|additional)\b(?P<than>\s+than\b)?", re.IGNORECASE)
_CLOSING = re.compile(r"\s*(?:[,.;:)]|$)|\s+(?:being|than|compared|on|in|over|from|year)\b", re.IGNORECASE)
_UP_DOWN = re.compile(
    r"(?:[(,–-]\s*|\b(?:is|was|were)\s+)(?P<word>up|down)\s+$|\b(?P<by>up|down)\s+by\s+$", re.IGNORECASE
)
_BY = re.compile(r"\bby\s+$", re.IGNORECASE)
_OF = re.compile(r"\b(?P<noun>[A-Za-z]+)\s+of\s+(?:just\s+|only\s+|about\s+)?$")
_BRACKET = re.compile(r"[(]\s*$")
_CAME_FROM = re.compile(r",\s+(?:up\s+|down\s+)?from\s+$", re.IGNORECASE)
_ADVERB_TO = re.compile(
    r",?\s+(?:up|down)\s+(?:by\s+)?[\w.-]+\s*(?:%|per\s?cent)?,?\s+to\s+(?:just\s+)?$", re.IGNORECASE
)
_GAPPED_TO = re.compile(
    r"\b(?:by\s+[^,;.]{1,30}?,?\s+)?(?:from|to|at)\s+(?:[\d,]+\s+to\s+)?(?:just\s+)?$", re.IGNORECASE
)
_TOPPED = re.compile(
    r"\b(?:most|highest|largest|greatest|lowest|fewest)\b[^.;]{0,60}?\bwith\s+(?:just\s+|only\s+)?$", re.IGNORECASE
)
_ACCOUNTED = re.compile(r"\baccount(?:s|ed|ing)?\s+for\s+(?:just\s+|only\s+)?$", re.IGNORECASE)
_THERE = re.compile(r"\bthere\s+(?:were|are|have\s+been|had\s+been|will\s+be)\s+(?:only\s+|just\s+)?$", re.IGNORECASE)
_ENDS_THERE = re.compile(
    r"\s*(?:[,.;:)(]|$)|\s+(?:in\s+(?:all|total)|in\s+(?:the|(?:19|20)\d\d)|and|but|last|this|during|between)\b",
    re.IGNORECASE,
)
_AMOUNTING = frozenset(
    {
        "be",
        "number",
        "total",
        "reach",
        "stand",
        "exceed",
        "come",
        "amount",
        "remain",
        "put",
        "estimate",
        "bring",
        "take",
        "hit",
        "average",
    }
)
_JUDGING = frozenset({"put", "estimate", "bring", "take"})
"""Verbs whose object is what amounts: to put the crowd at 35,000, to bring the number of fines to 328."""
_PRONOUNS = frozenset({"it", "this", "that", "they", "those", "these", "figure", "number", "total", "count", "tally"})
"""Subjects that stand for what was counted before."""
_CLIMBED = frozenset(
    {"pobj", "prep", "nummod", "quantmod", "attr", "npadvmod", "dep", "conj", "appos", "advmod", "acomp", "dobj"}
)


def _difference(place: BareNumber) -> Elided | None:
    """Read "13 fewer than last year", "up by one to 99 homicides", "an increase of 9", "down 100"."""
    more = _MORE.match(place.behind)
    if more and (more["than"] or _CLOSING.match(place.behind, more.end())) and _compares(place, more):
        return _differing(
            place, Direction.DECREASE if more["word"].lower() in ("fewer", "less") else Direction.INCREASE
        )
    front = _UP_DOWN.search(place.in_front)
    if front and (place.known or front["by"]) and not place.behind.startswith("%"):
        up = (front["word"] or front["by"]).lower() == "up"
        return _differing(place, Direction.INCREASE if up else Direction.DECREASE)
    of = _OF.search(place.in_front)
    way = place.words.directions.get(place.lemma(of["noun"].lower(), "NNS")) if of else None
    verb = _change_before(place) if way is None and _BY.search(place.in_front) else None
    if verb is not None:
        way = place.words.directions.get(place.base(place.sentence.tokens[verb]))
    return _differing(place, way) if way is not None else None


def _compares(place: BareNumber, more: re.Match[str]) -> bool:
    """See that "more" compares rather than adds: "29 more being recorded this year", not "injuring 45 more"."""
    if more["word"].lower() in ("fewer", "less") or more["than"]:
        return True
    return bool(re.match(r"\s+(?:being|compared|year)\b", place.behind[more.end() :], re.IGNORECASE))


def _differing(place: BareNumber, direction: Direction) -> Elided | None:
    told: int | tuple[str, str] | None = place.told()
    own = _own_subject(place)
    if own is not None:
        told = own
    elif not place.known and (verb := _change_before(place)) is not None:
        subject = _subject_of_change(place, verb)
        told = told if subject is None else subject
    near = place.antecedent() if told is None else None
    found = elided(place, told if near is None else (near, near), place.anchor)
    return replace(found, direction=direction) if found else None


def _own_subject(place: BareNumber) -> int | tuple[str, str] | None:
    """Give what "was up by 21", "came down by 31" is said of: the subject of the verb in front of "up" and "by"."""
    tokens = place.sentence.tokens
    first = place.sentence.token_at(place.number.start)
    position = (first.position if first else place.anchor) - 1
    while position >= 0 and tokens[position].lower in ("by", "up", "down"):
        position -= 1
    if position < 0 or not is_verb(tokens[position]):
        return None
    subject = next((tokens[c] for c in place.sentence.children[position] if tokens[c].dep == "nsubj"), None)
    if subject is not None and subject.lower in _PRONOUNS and place.counted(subject.position) is None:
        return place.topic()
    if subject is None or not is_noun(subject):
        subject = tokens[position - 1] if position and is_noun(tokens[position - 1]) else None
    return place.counted(subject.position) if subject is not None else None


def compared(place: BareNumber) -> Elided | None:
    """Read "121 people, up from 109", "9,846 cases as against 10,412 in 2023", "This compares with 125 and 289"."""
    if place.single or not (_COMPARED.search(place.ahead) or _AND_COMPARED.search(place.ahead)):
        return None
    opening = re.match(r"\W*(?:this|that|which)\s+compares\b", place.sentence.text, re.IGNORECASE)
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
    verb = _change_before(place)
    if verb is None:
        return _by_adverb(place)
    before = place.known[-1] if place.known else None
    if before is not None and before.anchor > verb and _CAME_FROM.search(place.ahead):
        return Elided(before.noun, before.noun_phrase, place.anchor, compared=True)
    if before is None and _generic(place, verb):
        return elided(place, place.topic())
    if match["word"].lower() == "to" and before is not None:
        anchor = before.anchor if before.anchor >= 0 else place.anchor
        return Elided(before.noun, before.noun_phrase, anchor, changes=True)
    if before is not None and before.anchor < verb and is_noun(place.sentence.tokens[verb]):
        return Elided(before.noun, before.noun_phrase, place.anchor, compared=True)
    noun = _subject_of_change(place, verb)
    return elided(place, noun) if noun is not None else None


def _by_adverb(place: BareNumber) -> Elided | None:
    """Read "auto theft, up 41% to 512": the thing stands before the adverb."""
    match = _ADVERB_TO.search(place.ahead)
    token = place.sentence.token_at(place.sentence.start + match.start() - 1) if match and match.start() else None
    return elided(place, place.counted(token.position)) if token is not None and is_noun(token) else None


def _generic(place: BareNumber, verb: int) -> bool:
    """See a subject that stands for what was counted before: "the figure fell", "it jumped", "those fell"."""
    tokens, seen = place.sentence.tokens, verb
    for _ in range(3):
        subject = next((c for c in place.sentence.children[seen] if tokens[c].dep in ("nsubj", "nsubjpass")), None)
        if subject is not None:
            return tokens[subject].lower in _PRONOUNS and place.counted(subject) is None
        seen = tokens[seen].head
    return False


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


def _named_before(place: BareNumber) -> Elided | None:
    """Read "Ayr had the most crashes with 312", "Fraud alone accounted for 9,145"."""
    if place.single or place.word is None or is_noun(place.word) or not _ENDS_THERE.match(place.behind):
        return None
    if _TOPPED.search(place.ahead) or _ACCOUNTED.search(place.ahead):
        return elided(place, place.topic())
    return None


def _there(place: BareNumber) -> Elided | None:
    """Read "In the last quarter there were 14", "Last year there were 4,402, the most since 2019"."""
    if place.single or not _THERE.search(place.ahead) or not _ENDS_THERE.match(place.behind):
        return None
    return elided(place, place.topic())


def _change_before(place: BareNumber) -> int | None:
    for token in reversed(place.sentence.tokens[: place.anchor]):
        if place.changing(token):
            return token.position
        if token.text == ";":
            return None
    return None


def _subject_of_change(place: BareNumber, position: int) -> int | None:
    tokens = place.sentence.tokens
    own = _changing_thing(place, position)
    if own is not None:
        return own
    before = tokens[position - 1] if position else None
    plural = before is not None and (is_plural(before) or (before.tag == "VBZ" and before.dep == "nsubj"))
    if plural and is_verb(tokens[position]):
        return position - 1  # "homicides fell to 134", whatever the parser makes of it
    if before is not None and is_noun(before) and is_verb(tokens[position]) and before.dep == "pobj":
        counted = place.counted(before.position)
        if counted is not None:
            return counted  # "in Ayr crime rose to 3,309"
    for _ in range(6):
        found = _changing_thing(place, position)
        if found is not None:
            return found
        if tokens[position].head == position:
            break
        position = tokens[position].head
    plurals = (t.position for t in reversed(tokens[:position]) if is_plural(t))
    return next(plurals, None)


def _changing_thing(place: BareNumber, position: int) -> int | None:
    """Give what a verb or noun of change is said of, where its own words say it."""
    tokens, sentence = place.sentence.tokens, place.sentence
    if tokens[position].dep == "acl" and is_noun(tokens[tokens[position].head]):
        return place.counted(tokens[position].head)
    children = [tokens[c] for c in sentence.children[position]]
    for child in children:
        if child.dep in ("nsubj", "nsubjpass") and is_noun(child):
            return place.counted(child.position)
    for child in children:
        if child.dep == "dobj" and is_noun(child) and child.position < place.anchor:
            return place.counted(child.position)
        if child.dep == "prep" and child.lower in ("in", "of") and is_noun(tokens[position]):
            below = [b for b in sentence.children[child.position] if tokens[b].dep == "pobj" and is_noun(tokens[b])]
            if below:
                return place.counted(below[0])
    return None


def _bracketed(place: BareNumber) -> Elided | None:
    """Read "Bicycle theft has decreased by 9% (1,072 in total)", "the number of homicides (50, compared to 52)"."""
    if not _BRACKET.search(place.ahead) or place.number.form is not Form.DIGITS:
        return None
    tokens = place.sentence.tokens
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


def _amounting(place: BareNumber) -> Elided | None:
    """Read "the number of arrests was 45", "arrests totalled 45", "fraudsters numbering 1,502", "when it was 115"."""
    sentence = place.sentence
    verb, preposition = _verb_above(sentence, place.anchor)
    if verb is None or place.single:
        return None
    token = sentence.tokens[verb]
    word = place.base(token)
    level = word in place.words.changing and place.start < place.number.start  # dropped below 100
    if not level and (word not in _AMOUNTING or preposition not in ("", "at", "to", "as")):
        return None
    bounded = place.start < place.number.start
    if not preposition and word in ("come", "put", "bring", "take") and not (bounded and word == "bring"):
        return None
    if token.dep == "acl" and is_noun(sentence.tokens[token.head]) and word not in _JUDGING:
        return elided(place, place.counted(token.head))
    wanted = ("dobj",) if word in _JUDGING else ("nsubj", "nsubjpass")
    for child in (sentence.tokens[c] for c in sentence.children[verb]):
        if child.dep not in wanted or child.position == place.anchor:
            continue
        if child.lower in _PRONOUNS and place.counted(child.position) is None:
            if place.known:
                return Elided(place.known[-1].noun, place.known[-1].noun_phrase, place.anchor)
            return elided(place, place.topic()) if place.before is not None and _ends(place) else None
        noun = place.counted(child.position) if is_noun(child) else None
        if noun is not None and not (word == "be" and place.token.dep == "nummod"):
            return elided(place, noun)
    return None


def _ends(place: BareNumber) -> bool:
    """See that nothing behind the number could be what it counts or measures."""
    return bool(_ENDS_THERE.match(place.behind))


def _level(place: BareNumber) -> Elided | None:
    """Read "Murders dropped below 100 for the first time": a bound behind a verb of change or staying."""
    if place.start == place.number.start or place.single or place.word is None or is_noun(place.word):
        return None
    tokens = place.sentence.tokens
    first = place.sentence.token_at(place.start)
    verb = tokens[first.position - 1] if first is not None and first.position else None
    if (
        verb is None
        or not is_verb(verb)
        or not (place.changing(verb) or place.base(verb) in ("remain", "stay", "keep"))
    ):
        return None
    subject = _changing_thing(place, verb.position)
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


RULES = (
    Rule("count.total", "NOUN … ( NUMBER in total )", "a bracket behind a change tells the number", _bracketed,
         yes=("Bicycle theft has decreased by 9% ([1,072 in total]).",
              "There was no change in the number of homicides ([50], compared to 52 the previous year).",
              "Drug offences have increased by 6% ([1,662in total])."),
         no=("Two men (31 and 40) were held.", "Jane Roe (50) was hurt.", "Theft rose (see page 12).")),
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
    Rule("count.there", "there were NUMBER", "what there was is what was told before", _there,
         yes=("Police counted 54 shootings by June. From July on there were [33].",
              "They recorded 1,050 thefts last year; in 2023 there were [2,214].",
              "Deaths have risen. Last year there were [4,402], the most on record."),
         no=("There were 33 men.", "There were two of them.", "There was one.")),
    Rule("count.topped", "most NOUN with NUMBER | accounted for NUMBER", "a superlative or a part names what it counts",
         _named_before,
         yes=("Ayr had the most accidents with [1,012], but also a large fall.",
              "Police opened 3,000 cases. Fraud alone accounted for [945].",
              "Of all towns, Perth recorded the highest number of thefts, with [312]."),
         no=("He had most of the trouble with 12 others.", "Fraud accounted for 45% of it.",
             "It accounted for $45 of that.")),
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
    Rule("count.level", "NOUN fell below NUMBER", "a level that was passed counts what passed it", _level,
         yes=("Murders dropped [below 100] for the first time.", "Murders remained [below 100] for the second year.",
              "Burglaries rose [above 500] in May."),
         no=("The van stopped below 100 flats.", "Police looked under 3 cars.", "He stayed over 2 weeks.")),
    Rule("count.copula", "number of NOUN was NUMBER", "the noun stands before the number with a verb of amounting",
         _amounting,
         yes=("The number of arrests was [45].", "Arrests totalled [45] by noon.",
              "Internet fraudsters numbering [1,502] have been held."),
         no=("The average age was 45.", "He was 45.", "The price was $45.")),
)  # fmt: skip
"""In the order in which they are asked."""
