"""What a percentage measures: candidates are proposed in the order in which a reader would take them; the first fits.

Phases: 1. where the words that give the direction stand (`Look`) says which candidates there are: the own "of" phrase,
what a noun of change is a change of, the phrase that "fewer" counts, the subject of the verb, the noun in front of a
bracket, the label of a line, what was named before; 2. a candidate is passed over where it cannot be measured: a
pronoun, a stretch of time, a source, and for changes a place, a force or a person, which only hold the figure.
A word-order reading stands beside each reading of the parse. Not here: the direction.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsfacts.figures.percentage import nouns
from newsfacts.figures.percentage.match import Look, Trigger
from newsfacts.figures.percentage.scene import Scene
from newsfacts.figures.percentage.words import UP_DOWN
from newsfacts.language.phrases import VERB_TAGS, is_noun, is_verb, noun_phrase
from newsfacts.language.pipeline import Sentence
from newsfacts.record import Direction

__all__ = ["measure_of"]

_STEPS = 8
_POINTING = frozenset({"them", "which", "whom", "it", "these", "those", "us", "this", "that", "they"})
_PRONOUNS = frozenset({"them", "which", "whom", "it", "us"})
_SOURCES = frozenset({"figure", "figures", "statistics", "data", "report", "survey", "research", "analysis", "study"})
_BEHIND = frozenset({"each", ",", "was", "were", "is", "are", "overall", "nationwide", "both"})
"""Words that may stand between a percentage and what its noun of change is a change of."""
_COMPLEMENT = ("in", "of", "to", "for", "on", "among")
_SKIPPED_BEFORE_VERB = frozenset({"RB", "MD", "RBR"})
_AUXILIARIES = frozenset({"is", "are", "was", "were", "has", "have", "had", "been", "be", "being", "both", "each", "all",
                          "'s", "’s", "'ve", "to", "do", "did"})  # fmt: skip
_SEPARATOR = re.compile(r"\s*[:–—]\s*|\s+-{1,2}\s+|\s+(?=[-+]\d)")
_BULLET = re.compile(r"^[\s*•‣●▪◦·–—>-]+")


@dataclass(frozen=True, slots=True)
class _Candidate:
    text: str | None
    sentence: Sentence | None = None
    """The unit it stands in; None where it was taken over ready made."""
    head: int = -1
    """Position of its head noun; -1 where only the text is known."""


def measure_of(scene: Scene, trigger: Trigger) -> str | None:
    """Give the noun phrase that a percentage measures; None where no candidate fits."""
    for candidate in _LOOKS[trigger.look](scene, trigger):
        text = _clean(candidate.text)
        if text and _fits(scene, trigger, candidate, text):
            return text
    return None


def _clean(text: str | None) -> str | None:
    if text is None:
        return None
    text = re.split(r"\s[-–—|]\s", " ".join(text.split()))[-1]
    text = re.sub(r"^(?:the|a|an|and|or|both|overall,)\s+", "", text, flags=re.IGNORECASE)
    text = re.sub(r"^(?:more|fewer|less)\s+than\s+[\d,.]+\s+", "", text, flags=re.IGNORECASE)
    return text.strip(" ,;:–—-*•[]()") or None


def _fits(scene: Scene, trigger: Trigger, candidate: _Candidate, text: str) -> bool:
    """Pass over pronouns, times, numbers and sources, and for changes what only holds a figure."""
    words = text.lower().split()
    if len(words) == 1 and (words[0] in _POINTING or not re.search(r"[^\W\d_]", words[0])):
        return False
    if re.search(r"%|\bper\s?cent\b", text, re.IGNORECASE) or words[-1] in _SOURCES:
        return False
    if candidate.sentence is None or candidate.head < 0:
        return True
    head = candidate.sentence.tokens[candidate.head]
    if nouns.is_time(candidate.sentence.tokens, candidate.head):
        return False
    if trigger.direction in UP_DOWN and scene.words.holds(candidate.sentence, candidate.head):
        return False
    if trigger.direction in UP_DOWN and scene.words.noun(head) in UP_DOWN and len(words) < 3:
        return False  # "the percent decreases" are not what decreased
    return head.tag not in ("PRP", "WDT", "WP", "EX", "DT")


def _at(sentence: Sentence, noun: int | None, floor: int = 0) -> Iterator[_Candidate]:
    """Propose the phrase that ends at a noun; its head is the last noun in front of its first preposition."""
    if noun is None:
        return
    text = nouns.reach_back(sentence, noun, floor)
    first = sentence.token_at(sentence.tokens[noun].end - len(text)) if text else None
    head = _head_after(sentence, first.position) if first is not None else noun
    yield _Candidate(text, sentence, head if 0 <= head <= noun else noun)


# What a noun of change is a change of.


def _change_noun(scene: Scene, trigger: Trigger) -> Iterator[_Candidate]:
    pivot = trigger.pivot if trigger.pivot is not None else scene.first
    yield from _complement(scene, pivot)
    yield from _compound(scene, pivot)
    if scene.bracket is not None and pivot > scene.bracket[0]:
        yield from _bracketed(scene, scene.bracket[0])
        yield from _label(scene)
    yield from _restated(scene)
    yield from _clause_subject(scene, min(pivot, scene.first), loose=False)
    yield from _counted_inside(scene, pivot)
    yield from _elsewhere(scene)
    yield from _clause_subject(scene, min(pivot, scene.first))


def _complement(scene: Scene, noun: int) -> Iterator[_Candidate]:
    """Read "decrease in thefts", "reduction in burglary of 12%", "upticks, by 2.5% each, were in felony assaults"."""
    tokens, sentence = scene.tokens, scene.sentence
    stop = max(scene.right, noun + 1) if noun >= scene.first else len(tokens)
    if scene.bracket is not None and noun > scene.bracket[0]:
        stop = min(stop, scene.bracket[1])
    for place in range(noun + 1, min(noun + 18, stop)):
        token = tokens[place]
        if noun < scene.first <= place < scene.last:
            continue
        if noun < scene.first and place >= scene.last and token.lower not in _BEHIND and token.lower not in _COMPLEMENT:
            return
        if token.lower in _COMPLEMENT and token.tag in ("IN", "TO"):
            following = scene.word(place + 1)
            number = place + 1 < len(tokens) and tokens[place + 1].tag in ("CD", "$")
            if number or place + 1 == scene.first or following[:1] in "£$€0123456789":
                continue
            if nouns.starts_time(tokens, place + 1):
                continue
            limit = stop if noun >= scene.first else scene.first - 1 if place < scene.first else None
            text = nouns.phrase_after(sentence, place + 1, limit)
            if text:
                yield _Candidate(text, sentence, _head_after(sentence, place + 1))
        linking = token.lower in _BEHIND
        if (token.tag in VERB_TAGS and not linking and token.tag not in ("VBN",)) or token.text in (";", ".", ":"):
            return
        if token.text == "," and noun >= scene.first:
            return


def _head_after(sentence: Sentence, place: int) -> int:
    """Give the position of the head of the noun phrase that begins at a position; -1 where none does."""
    head = -1
    for token in sentence.tokens[place : place + 10]:
        if is_noun(token):
            head = token.position
        elif head >= 0:
            break
    return head


def _compound(scene: Scene, noun: int) -> Iterator[_Candidate]:
    """Read "a 22% crime drop", "arrest growth of 4%": the nouns right before the noun of change."""
    tokens = scene.tokens
    floor = scene.last if noun >= scene.last else scene.clause
    if noun < scene.first and scene.word(noun + 1) == "by" and noun > floor and is_noun(tokens[noun - 1]):
        yield from _at(scene.sentence, noun - 1, floor)  # "high pollution industries decline by 2%", tagged as a noun
        return
    left = noun
    while left > floor and tokens[left - 1].tag in ("NN", "NNS", "NNP", "HYPH", "POS", "JJ"):
        left -= 1
    while left < noun and (tokens[left].tag in ("JJ", "POS", "HYPH") or nouns.is_time(tokens, left)):
        left += 1
    if left < noun and tokens[noun - 1].tag in ("NN", "NNS") and not nouns.is_time(tokens, noun - 1):
        text = scene.sentence.words(left, noun)
        if not re.search(r"-on-|\byear\b|\bmonth\b", text):
            yield _Candidate(text, scene.sentence, noun - 1)


def _restated(scene: Scene) -> Iterator[_Candidate]:
    """Read the count that a change says again: "15 fewer murders, or a 10% decline", "290 shootings, a 6.8% decline"."""
    if _averaged(scene, scene.first):
        return
    comma = next((p for p in range(scene.first - 1, max(scene.clause, scene.first - 12) - 1, -1)
                  if scene.tokens[p].text in (",", "–", "-", "—", "(") or scene.tokens[p].lower == "or"), None)  # fmt: skip
    if comma is None or scene.finite(comma, scene.first):
        return
    valued = nouns.valued_noun(scene.sentence, comma)
    yield from _at(scene.sentence, valued)
    numbered = nouns.numbered_before(scene.sentence, comma, scene.clause)
    if numbered is not None:
        yield _Candidate(_numbered_phrase(scene.sentence, numbered), scene.sentence, numbered)
    yield from _at(scene.sentence, _object(scene.sentence, comma))


def _numbered_phrase(sentence: Sentence, head: int) -> str:
    """Give a counted noun phrase without its number, with the phrases behind it."""
    first = head
    while first > 0 and sentence.tokens[first - 1].tag in ("JJ", "NN", "NNS", "NNP", "VBN", "VBG", "HYPH"):
        first -= 1
    return nouns.phrase_after(sentence, first) or sentence.words(first, head + 1)


def _object(sentence: Sentence, place: int) -> int | None:
    """Give the object right before a position: "issued more tickets, up 12 per cent"."""
    token = sentence.tokens[place - 1] if place else None
    if token is None or not is_noun(token):
        return None
    return token.position if token.dep == "dobj" else None


# Beside "up", "down", "fewer", "higher".


def _beside(scene: Scene, trigger: Trigger) -> Iterator[_Candidate]:
    pivot = trigger.pivot if trigger.pivot is not None else scene.first
    if pivot >= scene.last and scene.word(pivot) in ("fewer", "more", "less"):
        text = nouns.phrase_after(scene.sentence, pivot + 1, scene.right)
        if text:
            yield _Candidate(text, scene.sentence, _head_after(scene.sentence, pivot + 1))
    start = min(pivot, scene.first)
    if scene.bracket is not None and start == scene.bracket[0] + 1:
        numbered = nouns.numbered_before(scene.sentence, start, scene.clause)
        compared = any(t.lower in ("compared", "from", "than") for t in scene.tokens[scene.clause : start])
        if numbered is not None and (compared or scene.tokens[start - 2].tag == "CD"):
            yield _Candidate(_numbered_phrase(scene.sentence, numbered), scene.sentence, numbered)
        yield from _label(scene)
        yield from _bracketed(scene, scene.bracket[0])
    elif start and scene.tokens[start - 1].text in (",", "–", "—", "-") or scene.word(start - 1) == "or":
        yield from _restated(scene)
        if scene.tokens[start - 1].text in ("–", "—"):
            yield from _at(scene.sentence, nouns.noun_before(scene.sentence, start - 2, scene.clause), scene.clause)
    yield from _clause_subject(scene, start)
    yield from _elsewhere(scene)


def _averaged(scene: Scene, place: int) -> bool:
    """See a verb of level in front: in "admissions averaged 96 people, down 4%" the admissions fell."""
    found = [p for p in scene.verbs(scene.clause, place) if scene.tokens[p].tag != "VBG"]
    return bool(found) and scene.words.verb(scene.tokens[found[-1]]) is Direction.RATE and scene.word(found[-1]) not in (
        "is", "are", "was", "were", "be", "been")  # fmt: skip


# The clause's subject.


def _verb(scene: Scene, trigger: Trigger) -> Iterator[_Candidate]:
    if trigger.pivot is None:
        yield from _clause_subject(scene, scene.first)
    else:
        yield from _of_verb(scene, trigger.pivot)
    yield from _elsewhere(scene)


def _clause_subject(scene: Scene, place: int, *, loose: bool = True) -> Iterator[_Candidate]:
    """Give the subject of the clause in which a position stands; `loose` takes any noun in front of it, too."""
    floor = scene.clause_of(place)
    verbs = [p for p in scene.verbs(floor, place) if scene.tokens[p].tag != "VBG" or scene.words.change(scene.tokens[p])]
    if verbs:
        yield from _of_verb(scene, verbs[-1])
    else:
        if scene.ends and scene.before is not None and scene.before.direction in UP_DOWN and floor == scene.left:
            if scene.word(place - 1) in ("a", "an", "after", "with", "of") and scene.before.measure:
                yield _Candidate(scene.before.measure)  # "a 13% decline in murders, after a decrease of 6%"
        noun = nouns.noun_before(scene.sentence, place - 1, floor)
        yield from _at(scene.sentence, noun, floor) if loose or floor == 0 else ()
    yield from _opening(scene, floor, place)
    for position in scene.sentence.ancestors(place if place < len(scene.tokens) else 0):
        if is_verb(scene.tokens[position]) and position not in verbs:
            yield from _of_verb(scene, position)
            return


def _opening(scene: Scene, floor: int, place: int) -> Iterator[_Candidate]:
    """Give the few words that open a headline, whose noun is tagged as a verb: "Homicides Down by 10%"."""
    named = place > floor and scene.tokens[place - 1].tag[:2] in ("VB", "NN")
    if named and place - floor <= 4 and scene.tokens[floor].text[:1].isupper() and not scene.finite(floor, place):
        yield _Candidate(scene.sentence.words(floor, place))


def _of_verb(scene: Scene, verb: int) -> Iterator[_Candidate]:
    """Give what a verb says a change or level of: its object, its own subject, the noun in front of it, one above."""
    sentence, tokens = scene.sentence, scene.tokens
    children = sentence.children[verb]
    lemma = scene.words.lemma(tokens[verb].lower, tokens[verb].tag)
    causes = scene.words.change(tokens[verb]) is not None or lemma in scene.words.moving
    if causes:
        for child in children:
            if tokens[child].dep == "dobj" and child < scene.first and is_noun(tokens[child]) and not _is_figure(sentence, child):
                yield _phrase(sentence, child)
    for child in children:
        if tokens[child].dep in ("nsubj", "nsubjpass") and child >= min(scene.clause_of(verb), verb):
            yield from _subject(scene, child, verb)
    yield from _ahead_of(scene, verb)
    yield from _above(scene, verb)


def _subject(scene: Scene, noun: int, verb: int) -> Iterator[_Candidate]:
    token = scene.tokens[noun]
    if token.tag in ("WDT", "WP") or (token.lower == "that" and scene.tokens[verb].dep == "relcl"):
        yield from _antecedent_of(scene, scene.tokens[verb].head if scene.tokens[verb].dep == "relcl" else noun - 1)
        return
    pointing = any(scene.word(c) in ("these", "this", "those", "that") for c in scene.sentence.children[noun])
    if token.tag in ("PRP", "DT") or (pointing and token.lower in _SOURCES):
        yield from _pointed(scene)
        return
    if not _is_figure(scene.sentence, noun):
        yield _phrase(scene.sentence, noun)


def _antecedent_of(scene: Scene, noun: int) -> Iterator[_Candidate]:
    """Give what a relative clause of change is about: in "a fall in thefts at markets, which …" the thefts."""
    tokens = scene.tokens
    many = [p for p in range(noun, max(-1, noun - 8), -1) if tokens[p].tag in ("NNS", "NNPS")]
    top = noun if tokens[noun].tag in ("NNS", "NNPS") or not many or not _plural_verb(scene, noun) else many[0]
    while tokens[top].dep == "pobj" and tokens[tokens[top].head].lower in ("at", "in", "near", "across", "on"):
        above = tokens[tokens[top].head].head
        if above == top or not is_noun(tokens[above]):
            break
        top = above
    if scene.words.change(tokens[top]) is not None:
        yield from _complement_inside(scene, top)
    if is_noun(tokens[top]):
        yield _phrase(scene.sentence, top)


def _plural_verb(scene: Scene, noun: int) -> bool:
    """See a plural verb behind the relative pronoun that follows a noun: "…, which have declined"."""
    return any(t.lower in ("have", "are", "were") for t in scene.tokens[noun + 1 : noun + 5])


def _complement_inside(scene: Scene, noun: int) -> Iterator[_Candidate]:
    for child in scene.sentence.children[noun]:
        if scene.word(child) in ("in", "of"):
            for inner in scene.sentence.children[child]:
                if is_noun(scene.tokens[inner]):
                    head = _head_after(scene.sentence, min(scene.sentence.subtree(inner)))
                    first = head
                    while first - 1 > child and is_noun(scene.tokens[first - 1]):
                        first -= 1
                    yield _Candidate(scene.sentence.words(first, head + 1), scene.sentence, head)


def _ahead_of(scene: Scene, verb: int) -> Iterator[_Candidate]:
    """Give the noun right in front of a verb, auxiliaries and adverbs between, by the order of words."""
    place, floor = verb - 1, scene.clause_of(verb)
    while place > floor and (
        scene.tokens[place].tag in _SKIPPED_BEFORE_VERB or scene.tokens[place].lower in _AUXILIARIES
    ):
        place -= 1
    if place > floor and scene.tokens[place].text == ",":  # "Major crime, representing seven felonies, went down"
        comma = next((p for p in range(place - 1, floor - 1, -1) if scene.tokens[p].text == ","), None)
        if comma is not None and scene.tokens[comma + 1].tag in ("VBG", "VBN", "IN", "WDT"):
            place = comma - 1
    if place >= floor:
        if scene.tokens[place].tag == "VB" and scene.word(place - 1) in ("and", "or", ",", "with"):
            yield _Candidate(scene.tokens[place].text)  # "and homicide decreasing", tagged as a verb
        noun = nouns.noun_before(scene.sentence, place, floor)
        yield from _at(scene.sentence, noun, floor)


def _above(scene: Scene, verb: int) -> Iterator[_Candidate]:
    """Climb from a verb without a subject to the one that has it."""
    tokens, position = scene.tokens, verb
    for _ in range(_STEPS):
        token = tokens[position]
        if token.dep in ("acl", "relcl") and is_noun(tokens[token.head]):
            yield _phrase(scene.sentence, token.head)
            return
        if token.dep not in ("conj", "advcl", "xcomp", "ccomp", "pcomp", "prep", "dep") or token.head == position:
            return
        position = token.head
        for child in scene.sentence.children[position]:
            if tokens[child].dep in ("nsubj", "nsubjpass") and is_verb(tokens[position]):
                yield from _subject(scene, child, position)
                return


def _phrase(sentence: Sentence, noun: int) -> _Candidate:
    return _Candidate(_without_time(noun_phrase(sentence, noun)), sentence, noun)


def _without_time(phrase: str) -> str:
    return re.sub(r"\s+(?:in|during|for|between)\s+(?:the\s+)?(?:(?:19|20)\d\d|(?:past|last|first|previous)\s+\w+).*$", "", phrase)


def _is_figure(sentence: Sentence, noun: int) -> bool:
    """See a noun phrase that is itself a percentage."""
    token = sentence.tokens[noun]
    return any(sentence.tokens[p].lower in ("%", "percent", "cent") for p in sentence.subtree(noun)) and (
        nouns.is_percent(token) or token.tag == "CD" or token.lower in ("average", "total", "half", "quarter")
    )


# Shares.


def _whole(scene: Scene, trigger: Trigger) -> Iterator[_Candidate]:
    sentence, behind = scene.sentence, scene.behind
    if scene.word(behind) == "of":
        following = scene.word(behind + 1)
        if following in _PRONOUNS or (following in _POINTING and not (behind + 2 < len(scene.tokens) and _qualified(scene, behind + 2))):
            yield from _pointed(scene)
            return
        if following in ("these", "those") and is_noun(scene.tokens[behind + 2]):
            yield _Candidate(nouns.phrase_after(sentence, behind + 2, scene.right), sentence, _head_after(sentence, behind + 2))
        text = nouns.phrase_after(sentence, _over_bound(scene, behind + 1), scene.right if scene.right > behind else None)
        yield _Candidate(nouns.without_number(text) if text else None)
    if scene.mention.fraction:
        text = nouns.phrase_after(sentence, scene.last)
        yield _Candidate(text, sentence, _head_after(sentence, scene.last))
    ahead = (scene.word(scene.first - 2), scene.word(scene.first - 1))
    if ahead[0] == "of" and ahead[1] in _POINTING:
        noun = nouns.plural_before(sentence, scene.first - 3, plural=ahead[1] != "it")
        if noun is not None:
            yield _Candidate(nouns.without_number(nouns.reach_back(sentence, noun)), sentence, noun)
        yield from _pointed(scene)
    yield from _fronted(scene)
    if trigger.pivot is not None and trigger.pivot < scene.first:
        yield from _share_subject(scene, trigger.pivot)
    elif trigger.pivot is not None:
        yield from _comprised(scene, trigger.pivot)
    yield from _named_before(scene)


def _over_bound(scene: Scene, place: int) -> int:
    """Step over the bound of a number: "29% of nearly 1,600 people"."""
    number = next((p for p in range(place, min(place + 4, len(scene.tokens))) if scene.tokens[p].tag == "CD"), place)
    return number if all(scene.tokens[p].tag in ("RB", "RBR", "IN", "JJR", "DT") for p in range(place, number)) else place


def _qualified(scene: Scene, place: int) -> bool:
    """See "those offered the program", "these officers": the pointing word has its own phrase."""
    token = scene.tokens[place]
    return token.tag in ("VBN", "VBD", "VBG", "NNS", "NN", "JJ") or token.lower in ("who", "aged", "with", "that", "in")


def _share_subject(scene: Scene, verb: int) -> Iterator[_Candidate]:
    """Give the head that "accounts for 10%" of it: "the share of the population aged 60 accounts for 10%"."""
    for child in scene.sentence.children[verb]:
        if scene.tokens[child].dep in ("nsubj", "nsubjpass"):
            if scene.word(child) in ("share", "proportion", "percentage"):
                yield from _complement_inside(scene, child)
            yield from _subject(scene, child, verb)
    yield from _ahead_of(scene, verb)


def _comprised(scene: Scene, people: int) -> Iterator[_Candidate]:
    """Give the whole of a make-up: "the audience comprised 70 per cent women", "33 per cent male visitors"."""
    if scene.words.people.isdisjoint({scene.word(people)}):
        for token in scene.tokens[people + 1 : people + 8]:
            if is_noun(token) and token.lower not in scene.words.groups and not nouns.is_percent(token):
                yield _Candidate(token.text, scene.sentence, token.position)
                break
            if is_verb(token) or token.text in (";", "."):
                break
    verb = scene.verb
    if verb is not None:
        for child in scene.sentence.children[verb]:
            if scene.tokens[child].dep == "nsubj":
                yield from _subject(scene, child, verb)


def _as_subject(scene: Scene, trigger: Trigger) -> Iterator[_Candidate]:
    yield from _fronted(scene)
    if trigger.pivot is not None:  # "bail was refused in 61%"
        yield from _clause_subject(scene, trigger.pivot)
    before = scene.before
    if before is not None and before.direction is Direction.SHARE and before.measure:
        yield _Candidate(before.measure)
    yield from _named_before(scene)


def _fronted(scene: Scene) -> Iterator[_Candidate]:
    """Read "Of the 320 apprentices, 46% …", "out of 40 drivers, 8% …" at the start of the sentence."""
    place = 1 if scene.word(0) == "of" else 2 if scene.word(0) == "out" and scene.word(1) == "of" else 0
    if not place:
        return
    if scene.word(place) in _POINTING and not (place + 1 < len(scene.tokens) and _qualified(scene, place + 1)):
        yield from _pointed(scene)
        return
    text = nouns.phrase_after(scene.sentence, place)
    if text and scene.word(place) == "those":
        yield _Candidate(text)
    elif text:
        yield _Candidate(nouns.without_number(text), scene.sentence, _head_after(scene.sentence, place))


def _named_before(scene: Scene) -> Iterator[_Candidate]:
    """Give the people or things of which a share is told: the nearest plural in front, here or in the unit before."""
    if scene.before is not None and scene.before.direction is Direction.SHARE and scene.before.measure:
        yield _Candidate(scene.before.measure)
    for sentence, place in ((scene.sentence, scene.left), *((s, len(s.tokens)) for s in reversed(scene.earlier))):
        found = _plural_people(scene, sentence, scene.first if sentence is scene.sentence else place)
        if found is not None:
            yield from _at(sentence, found)
            return


def _plural_people(scene: Scene, sentence: Sentence, place: int) -> int | None:
    plural = [p for p in range(place - 1, -1, -1) if sentence.tokens[p].tag == "NNS" and not nouns.is_time(sentence.tokens, p)]
    people = [p for p in plural if sentence.tokens[p].lower in scene.words.people]
    return next(iter(people or plural), None)


def _pointed(scene: Scene) -> Iterator[_Candidate]:
    """Give what a pronoun points at: the nearest counted thing in front, else what the percentage before measures."""
    before = scene.before
    if before is not None and before.direction is Direction.SHARE and before.figure.start >= scene.sentence.start:
        yield _Candidate(before.measure)
    numbered = nouns.numbered_before(scene.sentence, scene.first, scene.left)
    if numbered is not None and scene.sentence.tokens[numbered].tag == "NNS":
        yield _Candidate(_numbered_phrase(scene.sentence, numbered), scene.sentence, numbered)
    inside = [p for p in range(scene.first - 1, scene.left - 1, -1) if scene.tokens[p].tag == "NNS"]
    if scene.word(scene.behind) == "of":
        for place in inside[:1]:
            yield from _at(scene.sentence, place, scene.left)
    for sentence in reversed(scene.earlier[-2:]):
        numbered = nouns.numbered_before(sentence, len(sentence.tokens))
        if numbered is not None:
            yield _Candidate(_numbered_phrase(sentence, numbered), sentence, numbered)
    if scene.before is not None and scene.before.measure:
        yield _Candidate(scene.before.measure)


# Brackets, labels, names, lists.


def _bracket(scene: Scene, trigger: Trigger) -> Iterator[_Candidate]:
    opened = trigger.pivot if trigger.pivot is not None else scene.first
    if scene.word(scene.behind) == "of":
        yield from _whole(scene, Trigger(trigger.direction, Look.WHOLE))
        return
    if trigger.direction in UP_DOWN:
        ahead = scene.tokens[opened - 1] if opened else None
        if ahead is not None and not is_noun(ahead) and ahead.tag != "VBN":
            found = scene.change_before(opened, scene.clause)
            yield from _of_verb(scene, found[0]) if found and is_verb(scene.tokens[found[0]]) else ()
            yield from _clause_subject(scene, opened)
    yield from _bracketed(scene, opened)
    yield from _fronted(scene)
    yield from _elsewhere(scene) if trigger.direction in UP_DOWN else _pointed(scene)
    yield from _named_before(scene)


def _bracketed(scene: Scene, opened: int) -> Iterator[_Candidate]:
    """Give the noun phrase in front of a bracket; of "two thirds of the drivers" the drivers."""
    floor = max([scene.left, *(p + 1 for p in range(scene.left, opened - 1) if scene.tokens[p].text == ",")])
    noun = nouns.noun_before(scene.sentence, opened - 1, floor)
    if noun is None:
        return
    quantifiers = [p for p in range(floor, noun) if scene.word(p) in scene.words.quantifiers]
    text = nouns.reach_back(scene.sentence, noun, quantifiers[-1] if quantifiers else scene.left)
    first = scene.sentence.token_at(scene.tokens[noun].end - len(text))
    if first is not None and scene.word(first.position - 1) in ("during", "since", "after", "before", "until"):
        return
    behind = scene.sentence.words(noun + 1, opened)
    if re.fullmatch(r"[A-Za-z]+(?:ed|en)|given", behind):
        text = f"{text} {behind}"
    text = re.sub(r"^.*?\b(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|most|many|some|half|majority|"
                  r"thirds?|quarters?)\s+of\s+(?:the\s+|all\s+)?", "", text, flags=re.IGNORECASE)  # fmt: skip
    text = re.sub(r"^(?:most|many|some|several|all)\s+", "", text, flags=re.IGNORECASE)
    text = re.sub(r"^.*?(?<![\w-])\d[\d,]*\s+(?=[a-z])", "", text)
    yield _Candidate(nouns.without_number(text), scene.sentence, noun)


def _counted_inside(scene: Scene, pivot: int) -> Iterator[_Candidate]:
    """Give what a bracket behind a change counts: "an 11% reduction (9 offences down to 8)"."""
    if scene.word(pivot + 1) != "(":
        return
    for place in range(pivot + 2, min(pivot + 10, len(scene.tokens) - 1)):
        if scene.tokens[place].tag == "CD" and scene.tokens[place + 1].tag in ("NNS", "NN"):
            yield _Candidate(nouns.phrase_after(scene.sentence, place + 1), scene.sentence, place + 1)


def _label(scene: Scene) -> Iterator[_Candidate]:
    """Give the label of a line: "Burglary: -14%", "* Emergency calls – 3,310 (12% up)"."""
    ahead = scene.sentence.slice(scene.sentence.start, scene.mention.start)
    label = _SEPARATOR.split(_BULLET.sub("", ahead), maxsplit=1)[0]
    if label and len(label) < len(_BULLET.sub("", ahead)) and len(label.split()) <= 8:
        yield _Candidate(nouns.without_number(label.strip()) if not re.match(r"\d+ calls", label) else label.strip())


def _labelled(scene: Scene, trigger: Trigger) -> Iterator[_Candidate]:
    yield from _label(scene)
    noun = nouns.noun_before(scene.sentence, scene.first - 1, scene.left)
    yield from _at(scene.sentence, noun, scene.left)
    yield from _elsewhere(scene)


def _named(scene: Scene, trigger: Trigger) -> Iterator[_Candidate]:
    pivot = trigger.pivot if trigger.pivot is not None else scene.first
    if pivot >= scene.last:
        text = nouns.phrase_after(scene.sentence, pivot, scene.right)
        yield _Candidate(text, scene.sentence, _head_after(scene.sentence, pivot))
    else:
        yield from _at(scene.sentence, pivot, scene.left)


def _joined(scene: Scene, trigger: Trigger) -> Iterator[_Candidate]:
    """Give the noun phrase of its own member of a list, else the measure of the percentage before."""
    start = scene.left
    for token in scene.gap():
        if token.text in (",", ";") or token.tag == "CC":
            start = token.position + 1
    own = nouns.noun_before(scene.sentence, scene.first - 1, start)
    if own is not None and scene.word(start) not in ("in", "at", "for", "on", "with", "among"):
        floor = start
        before = nouns.reach_back(scene.sentence, own, floor)
        if not scene.words.holds(scene.sentence, own):
            yield _Candidate(before, scene.sentence, own)
    if scene.word(scene.behind) in ("in", "for", "of") and trigger.direction is Direction.SHARE:
        pass
    if scene.before is not None and scene.before.measure:
        yield _Candidate(scene.before.measure)


def _elsewhere(scene: Scene) -> Iterator[_Candidate]:
    """Give what a change is of where its clause only names who has it: said elsewhere in the sentence, list or text."""
    for place in range(len(scene.tokens)):
        if is_noun(scene.tokens[place]) and scene.words.change(scene.tokens[place]) is not None and place < scene.first:
            yield from _complement_of_other(scene, place)
    if scene.lead is not None:
        for token in scene.lead.tokens:
            if is_noun(token) and scene.words.change(token) is not None:
                text = nouns.phrase_after(scene.lead, token.position + 2) if token.position + 2 < len(scene.lead.tokens) else None
                yield _Candidate(text, scene.lead, _head_after(scene.lead, token.position + 2))
    for verb in reversed(scene.verbs(0, scene.left)):
        if scene.words.change(scene.tokens[verb]) is not None:
            yield from _of_verb(scene, verb)
    before = scene.before
    if before is not None and before.measure and (before.direction in UP_DOWN or before.figure.start >= scene.sentence.start):
        yield _Candidate(before.measure)


def _complement_of_other(scene: Scene, noun: int) -> Iterator[_Candidate]:
    if scene.word(noun + 1) in ("in", "of") and noun + 2 < len(scene.tokens) and scene.tokens[noun + 2].tag != "CD":
        text = nouns.phrase_after(scene.sentence, noun + 2)
        yield _Candidate(text, scene.sentence, _head_after(scene.sentence, noun + 2))


def _nowhere(scene: Scene, trigger: Trigger) -> Sequence[_Candidate]:
    return ()


_LOOKS = {
    Look.CHANGE_NOUN: _change_noun, Look.BESIDE: _beside, Look.VERB: _verb, Look.WHOLE: _whole, Look.NAMED: _named,
    Look.SUBJECT: _as_subject, Look.BRACKET: _bracket, Look.LABEL: _labelled, Look.JOINED: _joined,
    Look.NOWHERE: _nowhere,
}  # fmt: skip
