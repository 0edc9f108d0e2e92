"""Who speaks: the subject of a cue, a subject beside a quotation, or whoever spoke last.

A speaker is a person where a mention of one is the subject, else the description as written ("a spokesman for the force").
Words next to the cue go before the parse, which is at its weakest around quotation marks. Not here: finding people.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from newsfacts.language import Sentence, Token
from newsfacts.reading import Reading
from newsfacts.speech.cues import Cue, Place, Words

__all__ = ["People", "Speaker", "Who", "subject_at", "subject_of_cue"]

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_LEFT = frozenset({"det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "case"})
_RIGHT = frozenset({"of", "for", "in", "at", "from"})
_LONGEST = 9
"""Words of a description; what is longer is cut before its first preposition."""
_LINKS = frozenset({"appos", "compound", "nmod", "flat", "conj", "amod"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """Hold one mention of a person, who may speak."""

    start_char: int
    """Index of the mention's first character."""
    end_char: int
    """Index behind its last character."""
    name: str
    """The person's name."""
    person_id: str
    """The person's id."""


@dataclass(frozen=True, slots=True)
class Who:
    """Say who speaks: a person, or a description as written."""

    text: str
    person_id: str | None
    char: int
    """Where it stands in the text."""


class People:
    """Find mentions by where they stand."""

    def __init__(self, mentions: Sequence[Speaker]) -> None:
        """Take the mentions in any order."""
        self._mentions = sorted(mentions, key=lambda mention: (mention.start_char, mention.end_char))
        self._starts = [mention.start_char for mention in self._mentions]

    def between(self, start: int, end: int) -> list[Speaker]:
        """List the mentions that lie between two characters, in text order."""
        low = bisect_left(self._starts, start)
        high = bisect_left(self._starts, end)
        return [mention for mention in self._mentions[low:high] if mention.end_char <= end]

    def before(self, char: int, count: int) -> list[Speaker]:
        """List the last mentions before a character, the nearest first."""
        high = bisect_left(self._starts, char)
        return self._mentions[max(0, high - count) : high][::-1]


def subject_of_cue(reading: Reading, cue: Cue, people: People, known: Words) -> Who | None:
    """Find the subject of a cue within its clause: a mention beside it, its subject in the parse, or what stands there."""
    beside = _beside(reading, cue, people, known)
    if beside:
        return beside
    sentence = reading.sentence_at(cue.start)
    token = sentence.token_at(cue.start) if sentence else None
    if sentence and token:
        head = _subject_token(sentence, token)
        if head and cue.clause_start <= head.start < cue.clause_end:
            return _who(reading, sentence, head, people, known)
    return _as_written(reading, cue, people)


def subject_at(reading: Reading, char: int, people: People, known: Words) -> Who | None:
    """Find the subject of the main clause of the sentence that covers a character."""
    sentence = reading.sentence_at(char)
    if sentence is None:
        return None
    for token in sentence.tokens:
        if token.dep in _SUBJECTS and sentence.tokens[token.head].dep in {"ROOT", "conj", "ccomp"}:
            return _who(reading, sentence, token, people, known)
    return None


def _beside(reading: Reading, cue: Cue, people: People, known: Words) -> Who | None:
    """Take the mention that touches the cue, titles between them aside, unless a preposition or a possessive owns it."""
    text = reading.text
    if cue.place is Place.INVERTED:
        for mention in people.between(cue.end, cue.clause_end)[:1]:
            gap = text[cue.end : mention.start_char]
            if not any(known.is_a(word, "preposition") for word in gap.lower().split()) and not _owns(text, mention):
                return _person(mention)
        return None
    mentions = people.between(cue.clause_start, cue.start)
    if not mentions:
        return None
    mention = mentions[-1]
    gap = text[mention.end_char : cue.start].strip(" ,")
    before = text[cue.clause_start : mention.start_char].split()
    while before and (before[-1][0].isupper() or before[-1].endswith(".")) and not before[-1].endswith(","):
        before.pop()
    owned = bool(before) and known.is_a(before[-1].strip(","), "preposition")
    if (not gap or (gap.endswith("ly") and " " not in gap)) and not owned:
        return _person(mention)
    return None


def _subject_token(sentence: Sentence, verb: Token) -> Token | None:
    """Find the subject of a verb, or of the verb that it is joined to: "Roe left and said"."""
    at = verb
    for _ in range(4):
        for index in sentence.children[at.position]:
            if sentence.tokens[index].dep in _SUBJECTS:
                subject = sentence.tokens[index]
                if subject.tag in {"WP", "WDT"} and at.dep == "relcl":
                    return sentence.tokens[at.head]
                return subject
        if at.dep not in {"conj", "xcomp", "advcl", "pcomp", "acl"} or at.head == at.position:
            return None
        at = sentence.tokens[at.head]
    return None


def _who(reading: Reading, sentence: Sentence, head: Token, people: People, known: Words) -> Who:
    """Name the noun phrase of a head: the person whose mention it is or explains, else the phrase itself."""
    span = sentence.subtree(head.position)
    start, end = sentence.tokens[span[0]].start, sentence.tokens[span[-1]].end
    for mention in people.between(start, max(end, head.end)):
        if mention.start_char <= head.start < mention.end_char and not _owns(reading.text, mention):
            return _person(mention)
    for mention in people.between(start, end):
        token = sentence.token_at(mention.end_char - 1)
        if token and _explains(sentence, token, head) and not _owns(reading.text, mention):
            return _person(mention)
    first, last = _phrase(sentence, head)
    return Who(sentence.words(first, last), None, sentence.tokens[first].start)


def _explains(sentence: Sentence, token: Token, head: Token) -> bool:
    """See that a name stands for the head: "the chief of police, Ada Roe"."""
    for _ in range(6):
        if token.position == head.position:
            return True
        if token.dep not in _LINKS or token.head == token.position:
            return False
        token = sentence.tokens[token.head]
    return False


def _phrase(sentence: Sentence, head: Token) -> tuple[int, int]:
    """Bound the description: what stands before the head, and a preposition phrase or two behind it."""
    first = head.position
    while first > 0 and sentence.tokens[first - 1].dep in _LEFT and sentence.tokens[first - 1].head >= first - 1:
        first -= 1
    last = head.position + 1
    while last < len(sentence.tokens) and sentence.tokens[last].lower in _RIGHT:
        inside = [index for index in sentence.subtree(last) if index >= last]
        end = last
        while end < len(sentence.tokens) and end in inside and sentence.tokens[end].tag not in {",", ":", "WDT", "WP"}:
            end += 1
        if end - first > _LONGEST or end <= last + 1:
            break
        last = end
    return first, last


def _as_written(reading: Reading, cue: Cue, people: People) -> Who | None:
    """Fall back on the words beside the cue, where the parse has no subject for it."""
    inverted = cue.place is Place.INVERTED
    start, end = (cue.end, cue.clause_end) if inverted else (cue.clause_start, cue.start)
    mentions = people.between(start, end)
    if mentions and not _owns(reading.text, mentions[0]):
        return _person(mentions[0])
    raw = reading.text[start:end]
    words = raw.strip(' ,\r\n\t–—-:"”').split(",")[0 if inverted else -1].split()
    if not 0 < len(words) <= _LONGEST:
        return None
    phrase = " ".join(words)
    at = raw.find(phrase)
    return Who(phrase, None, start + at) if at >= 0 else None


def _person(mention: Speaker) -> Who:
    return Who(mention.name, mention.person_id, mention.start_char)


def _owns(text: str, mention: Speaker) -> bool:
    """See a possessive: "Roe's mother said" is not Roe speaking."""
    return text[mention.end_char : mention.end_char + 2].lower() in {"'s", "’s"}
