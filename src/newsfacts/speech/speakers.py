"""Who may speak: the mentions of people, and the subject of a sentence as one of them or as a description.

A speaker is a person where a mention of one is the subject, else the description as written ("a spokesman for the
force"). Not here: finding people, and which sentence to look at.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from newsfacts.language.pipeline import Sentence, Token
from newsfacts.lexicons.function_words import function_words
from newsfacts.speech.words import Words

__all__ = [
    "People",
    "Speaker",
    "Who",
    "follows_preposition",
    "noun_phrase",
    "owns",
    "phrase_before_colon",
    "subject_of_sentence",
    "subject_of_verb",
    "who_is",
]

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_LEFT = frozenset({"det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "case"})
_RIGHT = function_words("of a speaker")
_LINKS = frozenset({"appos", "compound", "nmod", "flat", "amod"})
_JOINED = frozenset({"conj", "xcomp", "advcl", "pcomp", "acl"})
_DETERMINERS = function_words("before a speaker")
_CLAUSES = frozenset({"conj", "ccomp", "parataxis"})
_LONGEST = 9
"""Words of a description; what is longer ends before its first preposition."""


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
    """The name or the description."""
    person_id: str | None
    """The person's id."""
    char: int
    """Where it stands in the text."""
    gender: str | None = None
    """The gender that name, address or noun show."""
    single: bool = True
    """Whether it may be one human being."""


class People:
    """Find mentions by where they stand, and make speakers of them."""

    def __init__(self, text: str, mentions: Sequence[Speaker], known: Words) -> None:
        """Take the mentions in any order."""
        self.text = text
        self.known = known
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

    def person(self, mention: Speaker) -> Who:
        """Make a speaker of a mention; the gender comes from the word before it or from the name."""
        address = self.text[max(0, mention.start_char - 12) : mention.start_char].split()[-1:]
        gender = self.known.gender(address[0]) if address else None
        if gender is None and " " in mention.name:
            gender = self.known.gender(mention.name.split()[0])
        return Who(mention.name, mention.person_id, mention.start_char, gender)


def owns(text: str, mention: Speaker) -> bool:
    """See a possessive: in "Roe's mother said" Roe does not speak."""
    return text[mention.end_char : mention.end_char + 2].lower() in {"'s", "’s"}


def _saying_above(sentence: Sentence, verb: Token, known: Words) -> Token:
    """Find the verb of saying that a participle goes on: "Roe said it would work, adding"; else the participle."""
    at = verb
    for _ in range(6):
        if at.head == at.position:
            break
        at = sentence.tokens[at.head]
        if at.lower in known.uses and at.tag in {"VBD", "VBZ", "VBP"}:
            return at
    return verb


def subject_of_verb(sentence: Sentence, verb: Token, known: Words) -> Token | None:
    """Find the subject of a verb, or of the verb that it is joined to: "Roe left and said"."""
    at = _saying_above(sentence, verb, known) if verb.tag == "VBG" else verb
    for _ in range(4):
        for index in sentence.children[at.position]:
            subject = sentence.tokens[index]
            if subject.dep in _SUBJECTS:
                relative = subject.tag in {"WP", "WDT"} and at.dep == "relcl"
                return sentence.tokens[at.head] if relative else subject
        if at.dep not in _JOINED or at.head == at.position:
            return None
        at = sentence.tokens[at.head]
        if at.tag.startswith("N"):
            return at
    return None


def subject_of_sentence(sentence: Sentence, start: int, end: int, people: People) -> Who | None:
    """Find who acts in the part of a sentence between two characters: a person, a pronoun or a human description."""
    known = people.known
    root = next((token for token in sentence.tokens if token.head == token.position), None)
    attributed = _according_to(sentence, start, people)
    if attributed:
        return attributed
    for token in _main_subjects(sentence):
        if start <= token.start < end:
            who = who_is(sentence, token, people)
            if who.person_id or known.is_a(who.text, "pronoun"):
                return who
            noun = known.may_speak(token.lower) and token.tag != "CD"
            named = _named_as(sentence, token, people) if noun else None
            if named or noun:
                return named or who
            break
    opener = next((token for token in sentence.tokens_in(start, end)), None)
    if opener and opener.tag == "PRP":
        return Who(opener.text, None, opener.start) if known.is_a(opener.text, "pronoun") else None
    limit = min(end, root.start) if root and start < root.start else end
    first = next(iter(people.between(start, limit)), None)
    if first and not owns(people.text, first) and not follows_preposition(people, start, first):
        return people.person(first)
    return None


def phrase_before_colon(sentence: Sentence, end: int, people: People) -> Who | None:
    """Find the speaker of "The spokesman of the brigade: “…”": a noun phrase and nothing more."""
    head = next((t for t in sentence.tokens if t.start < end and (t.head == t.position or t.tag.startswith("V"))), None)
    if head is None or not head.tag.startswith("N") or not people.known.may_speak(head.lower):
        return None
    return who_is(sentence, head, people)


def who_is(sentence: Sentence, head: Token, people: People) -> Who:
    """Name the noun phrase of a head: the person whose mention it is or explains, else the phrase itself."""
    span = sentence.subtree(head.position)
    start, end = sentence.tokens[span[0]].start, sentence.tokens[span[-1]].end
    mentions = [mention for mention in people.between(start, max(end, head.end)) if not owns(people.text, mention)]
    for mention in mentions:
        if mention.start_char <= head.start < mention.end_char:
            return people.person(mention)
    for mention in mentions:
        token = sentence.token_at(mention.end_char - 1)
        if token and (_explains(sentence, token, head) or _is_titled(sentence, head, mention, people)):
            return people.person(mention)
    return noun_phrase(sentence, head, people)


def noun_phrase(sentence: Sentence, head: Token, people: People) -> Who:
    """Give a description as written: what stands before its head, and a short preposition phrase or two behind."""
    first = head.position
    while first > 0 and _goes_before(sentence, first - 1):
        first -= 1
    last = head.position + 1
    while last < len(sentence.tokens) and sentence.tokens[last].lower in _RIGHT:
        inside = set(sentence.subtree(last))
        end = last
        while end in inside and sentence.tokens[end].tag not in {",", ":", "WDT", "WP"}:
            end += 1
        if end - first > _LONGEST or end <= last + 1:
            break
        last = end
    known = people.known
    single = head.tag not in {"NNS", "NNPS"} and head.lower not in known.bodies - known.human
    single = single and not known.is_a(sentence.tokens[first].lower, "many")
    words = sentence.words(first, last)
    return Who(words, None, sentence.tokens[first].start, known.gender(head.lower), single)


def _goes_before(sentence: Sentence, place: int) -> bool:
    """See that a token belongs to the phrase of the one behind it: "a would-be victim"."""
    token = sentence.tokens[place]
    return (
        (token.dep in _LEFT and token.head >= place)
        or token.tag in {"HYPH", "POS"}
        or sentence.tokens[place + 1].tag == "HYPH"
    )


def _according_to(sentence: Sentence, start: int, people: People) -> Who | None:
    """Name whom a sentence follows that opens with "According to": a title goes before who acts in what was told."""
    if sentence.text[:12].lower() != "according to" or start > sentence.start:
        return None
    head = next((token for token in sentence.tokens[2:] if token.dep == "pobj"), None)
    who = who_is(sentence, head, people) if head is not None else None
    single = head is not None and head.lower in people.known.human - people.known.bodies
    if who and (who.person_id or (single and who.single)):
        return who
    first = next(iter(people.between(start, start + 80)), None)
    return people.person(first) if first else None


def _main_subjects(sentence: Sentence) -> list[Token]:
    """List the subjects of the main clauses, that of the root first: "the gang is known, the chief said"."""
    subjects = [token for token in sentence.tokens if token.dep in _SUBJECTS]
    roots = [token for token in subjects if sentence.tokens[token.head].head == token.head]
    others = [token for token in subjects if sentence.tokens[token.head].dep in _CLAUSES]
    return [*roots, *(() if roots else _before_verb(sentence)), *others]


def _before_verb(sentence: Sentence) -> list[Token]:
    """Take the noun before the first finite verb where the root of the parse is none: "In Ayr, a driver reported"."""
    root = next((token for token in sentence.tokens if token.head == token.position), None)
    if root is None or root.tag.startswith(("V", "M")):
        return []
    for token, following in pairwise(sentence.tokens):
        if following.tag in {"VBD", "VBZ"}:
            return [token] if token.tag.startswith("N") else []
    return []


def _explains(sentence: Sentence, token: Token, head: Token) -> bool:
    """See that a name stands for the head: "the chief of police, Ada Roe"."""
    for _ in range(6):
        if token.position == head.position:
            return True
        if token.dep not in _LINKS or token.head == token.position:
            return False
        token = sentence.tokens[token.head]
    return False


def _is_titled(sentence: Sentence, head: Token, mention: Speaker, people: People) -> bool:
    """See a title before a name where the parse ties them otherwise: "President of the traders' union Ada Roe"."""
    between = sentence.slice(head.end, mention.start_char) if head.end <= mention.start_char else ","
    words = between.split()
    if "," in between or not words or words[0] != "of" or people.known.is_a(words[-1], "preposition"):
        return False
    return len(words) > 1 and words[-1].lower() not in _DETERMINERS


def _named_as(sentence: Sentence, subject: Token, people: People) -> Who | None:
    """See a name behind "is": "The victim was a retired teacher, Ada Roe"."""
    for index in sentence.children[subject.head]:
        token = sentence.tokens[index]
        if token.dep == "attr":
            who = who_is(sentence, token, people)
            later = people.between(subject.end, sentence.end)
            return who if who.person_id else (people.person(later[0]) if len(later) == 1 else None)
    return None


def follows_preposition(people: People, start: int, mention: Speaker) -> bool:
    """See a preposition before a mention, the capitalised titles between them left out."""
    before = people.text[max(start, mention.start_char - 80) : mention.start_char].split()
    while before and (before[-1][0].isupper() or before[-1].endswith(".")) and not before[-1].endswith(","):
        before.pop()
    return bool(before) and people.known.is_a(before[-1].strip(","), "preposition")
