"""Who says it: the subject of a cue, of a sentence beside the quotation, or of the story so far.

Words next to the cue go before the parse, which is at its weakest around quotation marks. A pronoun is put down to
the last one of its gender who acted or spoke.
"""

import re
from collections.abc import Callable, Sequence

from newsfacts.language.pipeline import Sentence, Token
from newsfacts.language.reading import Reading
from newsfacts.speech.cues import Cue, Side
from newsfacts.speech.speakers import (
    People,
    Speaker,
    Who,
    follows_preposition,
    owns,
    subject_of_sentence,
    subject_of_verb,
    who_is,
)
from newsfacts.speech.words import Words

__all__ = [
    "Spoken",
    "last_actor",
    "last_body",
    "last_group",
    "subject_beside",
    "subject_of_cue",
    "teller_before",
    "titled_person",
]

_SENTENCES_BACK = 8
"""Sentences before a quotation in which the one who acts is looked for."""
_MENTIONS_BACK = 30
_OPENS = ("N", "D", "P", "J", "C")
"""How the tags begin of words that a speaker may begin with; white space has no tag."""
_OPENS_CLAUSE = (*_OPENS, "W")
_LONGEST = 9
"""Words of a description where the parse knows of none."""

_OWNER = re.compile(r"(?P<owner>[^.,;:!?\r\n]{2,50}?)['’]s\s(?P<what>\w+)")

_OF_OWNERS = re.compile(r"\s[a-z]+(?:s['’]|['’]s)\s")
"""Behind a name that describes those who own: "the Roe brothers’ lawyer, Al Tan"."""
Spoken = Callable[[int, int], Who | None]
"""Tell who speaks in a quotation that stands between two characters, where one does."""


def subject_of_cue(reading: Reading, cue: Cue, people: People) -> Who | None:
    """Find the subject of a cue within its clause: a mention beside it, else the parse, else what stands there."""
    if people.known.uses.get(cue.text.lower()) == "phrase":
        return _source_behind(reading, cue, people)
    quoted = _quoted_person(reading, cue, people)
    if quoted:
        return quoted
    beside = _mention_beside(reading, cue, people)
    if beside:
        return people.person(beside)
    sentence = reading.sentence_at(cue.start)
    token = sentence.token_at(cue.start) if sentence else None
    head = subject_of_verb(sentence, token, people.known) if sentence and token else None
    within = head is not None and cue.clause_start <= head.start < cue.clause_end and head.text.strip("_*")
    if sentence and head and within and head.tag.startswith(_OPENS_CLAUSE):
        who = who_is(sentence, head, people)
        return _from_cue(reading, cue, who) if cue.side is Side.INVERTED and not who.person_id else who
    return _as_written(reading, cue, people)


def subject_beside(reading: Reading, start: int, end: int, people: People) -> Who | None:
    """Find who acts in the sentence that opens behind a quotation, in the characters from `start` to `end`."""
    text = reading.text[start:end]
    at = start + len(text) - len(text.lstrip())
    sentence = reading.sentence_at(at)
    if sentence is None:
        return None
    owner = _OWNER.match(reading.text, at, min(end, at + 60))
    if owner and people.known.is_a(owner["what"], "manner"):
        named = people.between(at, owner.end("owner"))
        return people.person(named[-1]) if named else Who(owner["owner"], None, at, people.known.gender(owner["owner"]))
    return subject_of_sentence(sentence, at, end, people)


def last_actor(reading: Reading, char: int, gender: str | None, people: People, spoken: Spoken) -> Who | None:
    """Find who acted or spoke last before a character, and can be of that gender."""
    sentence = reading.sentence_at(max(0, char - 1)) or reading.sentence_at(max(0, char - 2))
    index = sentence.index if sentence else _index_before(reading, char)
    for back in range(index, max(-1, index - _SENTENCES_BACK), -1):
        sentence = reading.sentences[back]
        if any(start <= sentence.start < end for start, end in reading.layout.headings):
            continue
        who = spoken(sentence.start, min(sentence.end, char))
        if who is None:
            who = subject_of_sentence(sentence, sentence.start, min(sentence.end, char), people)
        if who and people.known.is_a(who.text, "pronoun"):
            own = people.known.gender(who.text)
            gender = gender or own  # "She said so. “…”": she speaks, and stands for somebody before
            if own in {None, gender}:
                continue
            who = None  # "He told Roe that he had called. “…,” she asked"
        if who and who.single and (not gender or (who.gender in {None, gender} and _is_human(who, people.known))):
            return who
        here = people.between(sentence.start, min(sentence.end, char)) if gender else []
        free = [other for other in here if not follows_preposition(people, sentence.start, other)]
        of_gender = [other for other in map(people.person, free or here) if other.gender == gender]
        if of_gender:
            return of_gender[-1]
        if len({other.person_id for other in free}) == 1 and people.person(free[-1]).gender is None:
            return people.person(free[-1])
    return None


def _is_human(who: Who, known: Words) -> bool:
    """See somebody for whom "he" or "she" may stand: a person, "the chief"; not "the department"."""
    return who.person_id is not None or who.gender is not None or not known.human.isdisjoint(who.text.lower().split())


def teller_before(reading: Reading, char: int, gender: str | None, people: People) -> Who | None:
    """Find the person whose words the sentence before reports, also in a clause: "by Judge Roe, who told him that"."""
    index = _index_before(reading, char)
    if index < 0:
        return None
    sentence = reading.sentences[index]
    for token in sentence.tokens[::-1]:
        if people.known.uses.get(token.lower) not in ("say", "tell") or token.tag not in ("VBD", "VBZ"):
            continue
        head = subject_of_verb(sentence, token, people.known)
        who = who_is(sentence, head, people) if head else None
        if who and who.person_id and (not gender or who.gender in {None, gender}):
            return who
    return None


def last_group(reading: Reading, char: int, people: People) -> Who | None:
    """Find the group for which "they" stands: who acted in one of the last sentences and is no named person."""
    index = _index_before(reading, char)
    for sentence in reading.sentences[max(0, index - _SENTENCES_BACK // 2) : index + 1][::-1]:
        who = subject_of_sentence(sentence, sentence.start, min(sentence.end, char), people)
        if who and not who.person_id and not people.known.is_a(who.text, "pronoun"):
            return who
    return None


def last_body(reading: Reading, char: int, people: People) -> Who | None:
    """Find for whom "it" stands: the body that acts in the sentence before, or the person who wrote what it reads."""
    index = _index_before(reading, char)
    for sentence in reading.sentences[max(0, index - 1) : index + 1][::-1]:
        who = subject_of_sentence(sentence, sentence.start, min(sentence.end, char), people)
        if who is None or people.known.is_a(who.text, "pronoun") or who.text.lower() == "it":
            continue
        body = who.text.lower().split()[-1] in people.known.bodies
        return who if body or who.person_id else None
    return None


def _index_before(reading: Reading, char: int) -> int:
    low, high = 0, len(reading.sentences)
    while low < high:
        middle = (low + high) // 2
        if reading.sentences[middle].start < char:
            low = middle + 1
        else:
            high = middle
    return low - 1


def _from_cue(reading: Reading, cue: Cue, who: Who) -> Who:
    """Let a description behind its cue begin there: in "said the 26-year old" the parse sees "old" alone."""
    between = reading.text[cue.end : who.char]
    if len(between) > _LONGEST * 4 or "," in between:
        return who
    start = cue.end + len(between) - len(between.lstrip())
    return Who(reading.text[start : who.char + len(who.text)], None, start, who.gender, who.single)


def _mention_beside(reading: Reading, cue: Cue, people: People) -> Speaker | None:
    """Take the mention that touches the cue, titles between them aside, unless a preposition or possessive owns it."""
    text = reading.text
    if cue.side is Side.INVERTED:
        for mention in people.between(cue.end, cue.clause_end)[:1]:
            gap = text[cue.end : mention.start_char].lower().replace(",", " ").split()
            led = any(people.known.is_a(word, "preposition") and word != "of" for word in gap)
            owned = led or owns(text, mention) or _OF_OWNERS.match(text, mention.end_char)
            return None if owned or (gap and gap[-1] == "of") else mention
        return None
    for mention in people.between(cue.clause_start, cue.start)[-1:]:
        between = text[mention.end_char : cue.start].strip(" ,")
        if not follows_preposition(people, cue.clause_start, mention) and (not between or _is_adverb(between)):
            return mention
    return None


def _is_adverb(text: str) -> bool:
    return text.endswith("ly") and " " not in text


def _quoted_person(reading: Reading, cue: Cue, people: People) -> Who | None:
    """See "quoted the chief as saying": the object of the first verb speaks."""
    words = reading.text[cue.clause_start : cue.start].split()
    if not words or words[-1] != "as" or cue.side is not Side.BEFORE:
        return None
    verb = next((place for place in range(len(words) - 1, -1, -1) if words[place].lower() in people.known.uses), None)
    if verb is None or len(words) - 1 - verb > _LONGEST:
        return None
    phrase = " ".join(words[verb + 1 : -1])
    for mention in people.between(cue.clause_start, cue.start):
        if phrase.endswith(reading.text[mention.start_char : mention.end_char]):
            return people.person(mention)
    return Who(phrase, None, cue.start, people.known.gender(phrase)) if phrase else None


def _source_behind(reading: Reading, cue: Cue, people: People) -> Who | None:
    """Name whom "according to" names: the mention behind it, else the noun phrase as far as its comma."""
    sentence = reading.sentence_at(cue.start)
    tokens = sentence.tokens_in(cue.end, cue.clause_end) if sentence else []
    if sentence is None or not tokens:
        return None
    head = next((token for token in tokens if token.dep == "pobj" or token.tag == "PRP"), tokens[0])
    return who_is(sentence, head, people) if head.tag[:1] in ("N", "P", "D") else None


def _as_written(reading: Reading, cue: Cue, people: People) -> Who | None:
    """Fall back on the words beside the cue, where the parse has no subject for it."""
    inverted = cue.side is Side.INVERTED
    start, end = (cue.end, cue.clause_end) if inverted else (cue.clause_start, cue.start)
    mentions = people.between(start, end)
    if mentions and not owns(reading.text, mentions[0]):
        return people.person(mentions[0])
    sentence = reading.sentence_at(cue.start)
    segments = _segments(sentence.tokens_in(start, end)) if sentence else []
    for segment in segments:
        if segment[0].tag.startswith(_OPENS) and any(token.tag.startswith(("N", "PRP")) for token in segment):
            text = reading.text[segment[0].start : segment[-1].end]
            return Who(text, None, segment[0].start, people.known.gender(segment[-1].lower))
    return None


def _segments(tokens: Sequence[Token]) -> list[list[Token]]:
    """Cut a clause at commas and brackets, each part where its first phrase ends: before a verb, most prepositions."""
    segments: list[list[Token]] = [[]]
    ended = False
    for token in tokens:
        if not token.tag:
            continue  # white space
        if token.tag in {",", ":", "``", "''", ".", "-LRB-", "-RRB-"}:
            segments.append([])
            ended = False
            continue
        ends = token.tag.startswith("V") or token.tag in {"WDT", "WP", "MD"} or token.tag == "IN"
        ended = ended or (ends and token.lower not in {"of", "for"} and bool(segments[-1]))
        if not ended:
            segments[-1].append(token)
    return [segment for segment in segments if 0 < len(segment) <= _LONGEST]


def titled_person(reading: Reading, who: Who, people: People) -> Who:
    """Put the person for "the minister" where one was named with that title before; else leave the description."""
    words = who.text.split()
    if who.person_id or not who.single or len(words) > _LONGEST or words[0].lower() != "the":
        return who
    title = _title_of(words[1:], people.known)
    if not title:
        return who
    for mention in people.before(who.char, _MENTIONS_BACK):
        sentence = reading.sentence_at(mention.start_char)
        if sentence and _has_title(sentence, mention, title, people.known):
            return people.person(mention)
    return who


def _title_of(words: Sequence[str], known: Words) -> tuple[str, ...]:
    """Give the title of a description, "chief constable" of "chief constable of Ayr"; empty where it is none."""
    title: list[str] = []
    for word in words:
        if known.is_a(word, "preposition"):
            break
        title.append(word.lower())
    single = title[:1] if title and title[0] in known.human and not (title[1:] and title[1] in known.human) else title
    return tuple(single) if single and single[-1] in known.human else ()


def _has_title(sentence: Sentence, mention: Speaker, title: Sequence[str], known: Words) -> bool:
    """See a title before a name with nothing but its own words between, or set off behind it.

    "Minister of Justice, Ada Roe"; "Ada Roe, the former minister".
    """
    tokens = sentence.tokens_in(max(sentence.start, mention.start_char - 80), mention.start_char)
    for place in range(len(tokens) - 1, -1, -1):
        token = tokens[place]
        first = place - len(title) + 1
        if token.lower == title[-1] and first >= 0 and [t.lower for t in tokens[first : place + 1]] == list(title):
            junior = first > 0 and known.is_a(tokens[first - 1].lower, "junior")
            return not junior and (place + 1 == len(tokens) or tokens[place + 1].tag != "POS")
        if token.tag.startswith(("V", "W", "PRP")) or token.tag == "MD":
            break
    behind = [token.lower for token in sentence.tokens_in(mention.end_char, mention.end_char + 80)]
    first = 1 + (behind[1:2] == ["the"])
    return behind[:1] == [","] and behind[first : first + len(title)] == list(title)
